"""Words that nobody said are known as such, and words that somebody said are not."""

import pytest

from accessibility.listen.worker.decoding import kind_of
from accessibility.listen.worker.judging import goes_round, made_up, once, said

LOOPS = {
    "No, no, no, no, no, no, no": "No",
    "English English English English English English": "English",
    "有,有,有,有,有,有,有,有": "有",
    "四，二，四，二，四，二，四，二": "四 二",
    "Help! Help! Help! Help! Help me!": "Help me",
    "按門鍵鍵鍵鍵鍵鍵鍵鍵鍵": "按門鍵",
}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "...",
        "♪♪",
        "[Music]",
        "Thank you for watching!",
        "Thanks for watching, please subscribe.",
        "字幕由 Amara.org 社区提供",
        "请不吝点赞 订阅 转发 打赏支持",
    ],
)
def test_what_models_make_of_nothing_is_known(text):
    """The ends of films, sounds in words."""
    assert made_up(said(text))


@pytest.mark.parametrize("text", [*LOOPS, "Send me a text message to my phone. " * 4])
def test_what_goes_round_is_known(text):
    """A word or a sentence over and over."""
    assert goes_round(text)


@pytest.mark.parametrize(("text", "words"), LOOPS.items())
def test_what_goes_round_is_kept_once(text, words):
    """Somebody who shouts for help goes round, too."""
    assert once(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "Yes",
        "No, no.",
        "no no no",
        "2",
        "是",
        "谢谢",
        "Thank you",
        "Help, help me!",
        "My number is 0 2 1 5 5 5 5 0 0 0 0",
        "5555",
        "One, two, three, four and five",
        "吃的或喝的",
        "I need food for two, water for two, and medicine for two people",
        "Very very very good",
    ],
)
def test_what_people_say_is_kept(text):
    """Also when they say it again, in haste, or by digits."""
    assert not made_up(said(text))
    assert not goes_round(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[Music] Food or water (applause)", "Food or water"),
        ("♪ la la ♪", "la la"),
        ("（音乐）水", "水"),
        ("a [b", "a [b"),
    ],
)
def test_sounds_in_words_are_left_out(text, words):
    """What was said beside them stays."""
    assert said(text) == words


@pytest.mark.parametrize(
    ("begins", "kind"),
    [
        (b"OggS", "ogg"),
        (b"\x1a\x45\xdf\xa3", "matroska"),
        (b"RIFF....WAVE", "wav"),
        (b"ID3\x04", "mp3"),
        (b"\xff\xfb\x90", "mp3"),
        (b"\xff\xf3", "mp3"),
        (b"\xff\xf1", "aac"),
        (b"\xff\xf9", "aac"),
        (b"\0\0\0\x20ftypM4A ", "mp4"),
        (b"fLaC", "flac"),
        (b"#!AMR\n", "amr"),
        (b"#EXTM3U", ""),
        (b"ffconcat", ""),
        (b"\xff", ""),
        (b"", ""),
    ],
)
def test_what_a_file_is_is_told_by_its_first_bytes(begins, kind):
    """Nothing that names other files is opened."""
    assert kind_of(begins) == kind

"""`linli say`: what an operator hears is what a resident would hear."""

import pytest

import locales
from accessibility.speech import spoken
from accessibility.voice.errors import NoEngineError
from tests.accessibility.voice.audio import heard, is_whole

WORDS = {"en": "For water, press 1. Call 120.", "zh-Hans": "要水请按 1。请拨打 120。"}
HZ = {"ogg": 24000, "mp3": 22050, "wav8k": 8000}


@pytest.mark.parametrize("language", WORDS)
@pytest.mark.parametrize("kind", HZ)
def test_a_text_becomes_a_whole_file_of_the_format_that_is_wanted(shell, language, kind):
    """Silent on both outputs; nothing else is left in the folder."""
    words = ("--language", language, "--format", kind, "--output", "said", WORDS[language])
    assert shell.types("say", *words) == 0
    audio = (shell.folder / "said").read_bytes()
    assert is_whole(audio, spoken(WORDS[language], locales.catalog(language)))
    assert heard(audio).hz == HZ[kind]
    assert (shell.out, shell.err) == ("", "")
    assert [path.name for path in shell.folder.iterdir()] == ["said"]


def test_slower_and_louder_are_heard(shell):
    """As a resident may ask for."""
    for name, words in (("usual", ()), ("slow", ("--slower",)), ("loud", ("--louder",))):
        assert shell.types("say", *words, "--output", name, WORDS["en"]) == 0
    usual, slow, loud = (
        heard((shell.folder / name).read_bytes()) for name in ("usual", "slow", "loud")
    )
    assert slow.seconds > usual.seconds * 1.15
    assert loud.loudness > usual.loudness * 1.5


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            ("--language", "tlh", "--output", "x", "Qapla"),
            "--language: There are no words in 'tlh'",
        ),
        (("--output", "nowhere/x", "Hello"), "--output: nowhere/x: No such file or directory."),
        (("--output", "x", "..."), "TEXT: There is nothing to say."),
        (("--output", "x", "a" * 9000), "TEXT: 9"),
    ],
)
def test_what_is_wrong_is_said_by_the_name_of_its_option(shell, words, told):
    """And no file is left."""
    assert shell.types("say", *words) == 1
    assert told in shell.err
    assert list(shell.folder.iterdir()) == []


def test_a_format_that_there_is_none_of_is_answered_with_those_there_are(shell):
    """By the parser of the command line."""
    assert shell.types("say", "--format", "flac", "--output", "x", "Hello") == 2
    assert "ogg" in shell.err
    assert "wav8k" in shell.err


def test_a_machine_without_a_voice_says_so_and_that_text_works(shell, monkeypatch):
    """With another exit status than a mistake."""

    async def none(_speaker):
        raise NoEngineError("espeak-ng is missing")

    monkeypatch.setattr("accessibility.voice.speaker.Speaker.voices", none)
    assert shell.types("say", "--output", "x", "Hello") == 2
    assert "espeak-ng is missing" in shell.err
    assert "Text works" in shell.err


def test_a_language_without_a_voice_says_how_to_get_one(shell, monkeypatch):
    """By its own setting."""
    monkeypatch.setattr("accessibility.voice.voices.Voices.of", lambda _self, _language: "")
    assert shell.types("say", "--output", "x", "Hello") == 2
    assert "LINLI_VOICE_DIRECTORY" in shell.err
    assert not (shell.folder / "x").exists()

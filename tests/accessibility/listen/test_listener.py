"""Words are made of whatever people send, and of nothing where nobody speaks."""

import io
import wave

import av
import numpy as np
import pytest

from accessibility.listen.errors import (
    ListenError,
    NoEarsError,
    NotAudioError,
    NothingSaidError,
    TooLongError,
)
from accessibility.listen.expected import Expected, expected_of
from accessibility.listen.limits import MOST_BYTES, MOST_SECONDS
from accessibility.listen.listener import Listener
from accessibility.prompt import Kind, ReadingKind
from accessibility.understand import heard
from locales import catalog
from tests.accessibility.listen.noise import HZ, noise, noisy, packed, tones
from tests.accessibility.listen.roundtrip import cases

pytestmark = pytest.mark.asyncio(loop_scope="module")

FREE = Expected()
SENTENCE = "Please bring the water to my door."
SENTENCES = [
    "The weather was very nice on Sunday.",
    "My daughter lives in another city.",
    "I have a cat and two small dogs.",
    "The lift has been broken since Friday.",
    "Could you tell me what time it is?",
    "We moved here eleven years ago.",
    "The bus number seven stops at the corner.",
    "He said that he would come back later.",
    "There is a good bakery near the station.",
    "I think the radio is too loud.",
    "Our neighbours are away on holiday.",
    "She likes to read in the evening.",
    "That was a very long story.",
    "I am looking out of the window.",
    "Nothing has happened so far.",
    "Maybe, but I am not certain.",
    "The children are playing in the yard.",
    "My watch has stopped again, I think.",
    "It takes half an hour on foot.",
    "Wait, somebody is ringing the bell.",
]


def transcoded(audio, container, codec):
    """The same sound in a container, as browsers and telephones record it."""
    out = io.BytesIO()
    with av.open(io.BytesIO(audio)) as source, av.open(out, "w", format=container) as target:
        stream = target.add_stream(codec, rate=48000)
        for frame in source.decode(audio=0):
            frame.pts = None
            target.mux(stream.encode(frame))
        target.mux(stream.encode(None))
    return out.getvalue()


@pytest.mark.parametrize(
    ("container", "codec"),
    [("ogg", "libopus"), ("webm", "libopus"), ("mp3", "mp3"), ("mp4", "aac"), ("adts", "aac")],
)
async def test_every_kind_of_file_that_people_send_is_heard(listener, say, container, codec):
    """Telegram's, each browser's, a telephone's."""
    audio = transcoded(await say(SENTENCE), container, codec)
    words = await listener.hear(audio, "en", FREE)
    assert "water to my door" in words.text.casefold()
    assert 0.37 < words.confidence <= 1


async def test_a_file_of_a_telephone_is_heard(listener, say):
    """8 kHz, with half of what speech holds cut off."""
    samples = np.frombuffer((await say(SENTENCE))[44:], "<i2")
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setparams((1, 2, 8000, 0, "NONE", ""))
        at = np.arange(0, len(samples) - 1, 22050 / 8000)
        out.writeframes(np.interp(at, np.arange(len(samples)), samples).astype("<i2").tobytes())
    words = await listener.hear(file.getvalue(), "en", FREE)
    assert "water" in words.text.casefold()


async def test_the_words_of_the_question_help_and_are_no_list_to_choose_from(listener, say):
    """What is not among them is heard as it was said."""
    audio = await say("Pause for a while")
    hint = Expected(("Pause for a while", "Leave for good"), free=False)
    assert (await listener.hear(audio, "en", hint)).text.casefold().startswith("pause for a while")
    audio = await say(SENTENCE)
    assert "door" in (await listener.hear(audio, "en", hint)).text.casefold()


async def test_a_story_longer_than_the_model_hears_at_a_time_is_heard_to_its_end(listener, say):
    """Cut where somebody takes a breath."""
    audio = await say(f"{SENTENCES[0]} {' '.join(SENTENCES[5:14])} {SENTENCE} {SENTENCES[1]}")
    words = (await listener.hear(audio, "en", FREE)).text.casefold()
    assert "weather" in words
    assert "another city" in words


NOBODY = {
    "silence": packed(np.zeros(HZ * 4, np.float32), HZ),
    "a click": packed(np.eye(1, HZ * 2, HZ, dtype=np.float32)[0], HZ),
    "hiss": packed((noise(HZ * 4, 2) * 0.1).astype(np.float32), HZ),
    "loud hiss": packed((noise(HZ * 4, 4) * 0.5).astype(np.float32), HZ),
    "rumble": packed((noise(HZ * 4, 3) * 0.1).astype(np.float32), HZ),
    "music": tones(6, 1),
    "other music": tones(6, 2),
    "a hum": packed((0.3 * np.sin(np.arange(HZ * 4) * 2 * np.pi * 50 / HZ)).astype("f4"), HZ),
}


@pytest.mark.parametrize("name", NOBODY)
@pytest.mark.parametrize("language", ["en", "zh-Hans"])
async def test_where_nobody_speaks_nothing_is_said(listener, name, language):
    """Not at a menu either, whose words the model expects."""
    menu = next(case.menu for case in cases(language))
    for expected in (FREE, expected_of(menu, catalog(language))):
        with pytest.raises(NothingSaidError):
            await listener.hear(NOBODY[name], language, expected)


async def test_a_free_sentence_is_never_taken_for_an_option(listener, say):
    """Each at three menus; twenty sentences that answer none of them."""
    menus = list(dict.fromkeys(case.menu for case in cases("en") if case.menu.kind is Kind.ONE))
    taken = []
    for number, sentence in enumerate(SENTENCES):
        audio = noisy(await say(sentence), (None, 15, 10)[number % 3], number)
        for menu in menus[number % 7 :: len(menus) // 3][:3]:
            try:
                words = await listener.hear(audio, "en", expected_of(menu, catalog("en")))
            except NothingSaidError:
                continue
            reading = heard(words, menu, "en")
            taken += [(sentence, words, reading)] * (reading.kind is not ReadingKind.UNSURE)
    assert taken == []


@pytest.mark.parametrize(
    ("audio", "error"),
    [
        (b"", NotAudioError),
        (b"hello", NotAudioError),
        (b"#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n", NotAudioError),
        (b"ffconcat version 1.0\nfile /etc/passwd\n", NotAudioError),
        (b"OggS" + bytes(5000), NotAudioError),
        (b"\x1a\x45\xdf\xa3" + b"\xff" * 5000, NotAudioError),
        (b"\xff\xfb" * 3000, NotAudioError),
        (bytes(4) + b"ftypM4A " + bytes(3000), NotAudioError),
        (b"RIFF" + bytes(MOST_BYTES), TooLongError),
        (packed(np.zeros(HZ * (MOST_SECONDS + 1), np.float32), HZ), TooLongError),
    ],
)
async def test_what_cannot_be_listened_to_is_an_error_that_says_why(listener, audio, error):
    """And the next voice note is heard by the same worker."""
    await listener.languages()
    before = listener.pid
    with pytest.raises(error) as caught:
        await listener.hear(audio, "en", FREE)
    assert str(caught.value).endswith(".")
    assert listener.pid == before


async def test_a_language_that_nothing_understands_is_an_error_that_names_it(listener):
    """Never another language's words; without models at all, likewise."""
    with pytest.raises(NoEarsError, match="tlh"):
        await listener.hear(NOBODY["hiss"], "tlh", FREE)
    async with Listener() as deaf:
        assert await deaf.languages() == ()
        assert not await deaf.hears("en")
        with pytest.raises(ListenError, match="No models"):
            await deaf.hear(NOBODY["hiss"], "en", FREE)

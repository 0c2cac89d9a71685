"""No text whatever takes the bot down, and hardly any takes the worker down."""

import asyncio
import unicodedata

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import locales
from accessibility.process.worker import Worker
from accessibility.speech import Segment, spoken
from accessibility.voice.clean import LONGEST_WORD, MARKS, clean
from accessibility.voice.errors import UnspeakableError
from accessibility.voice.sound import Format, Manner
from accessibility.voice.speaker import MODULE

WAV = Manner(Format.WAV)
CRASHERS = {
    "a very long word": "a" * 20000,
    "a very long number": "9" * 5000,
    "very many words": "word " * 5000,
    "very many lines": "a\n" * 3000,
    "control characters": "".join(map(chr, range(32))) + "\x7f\x80\x9f",
    "null": "a\0b",
    "SSML": '<speak><audio src="/etc/passwd"/><break time="9999s"/><voice name="x">a</voice>',
    "unclosed SSML": "<speak" * 400,
    "phonemes of espeak": "[[" + "_^_de'" * 200 + "]]",
    "half surrogates": "\ud83d\ude00 \udcff a",
    "right-to-left marks": "\u202e\u2066abc\u2069\u202c\u200f",
    "emoji": "👩‍👩‍👧‍👦🏳️‍🌈" * 200,
    "piled-up marks": "e" + "\u0301" * 3000,
    "private use": "\ue000\uf8ff\U000f0000 a",
    "no characters": "\ufffe\uffff\U0010ffff a",
    "a mark alone": "\u0301",
    "dots": "." * 5000 + "a",
    "every script": "Ж ا א क ก 한 あ 漢 ა ა Ω ሀ ∂ ㎏ ﷽ 𝔘 𓀀",
    "brackets": "(((((" * 500 + "a" + ")))))" * 500,
    "percent": "%s%n%x" * 200,
}


@given(text=st.text(max_size=300))
@example(text="".join(CRASHERS.values()))
def test_what_reaches_a_voice_is_letters_digits_and_a_few_marks(text):
    """No control, no sign, no picture, no half character, no word without end."""
    said = clean(text)
    said.encode("utf-8")
    assert all(c.isalnum() or c in MARKS or not c.isascii() for c in said)
    assert all(len(word) <= 2 * LONGEST_WORD for word in said.split())
    assert clean(said) == said


@pytest.mark.parametrize("language", ["en", "zh-Hans"])
@given(text=st.text(max_size=80))
def test_the_second_wall_takes_no_letter_from_what_speech_lets_through(language, text):
    """Two walls that disagree would change words."""
    for one in spoken(text, locales.catalog(language)):
        assert letters(clean(one.text)) == letters(one.text)


def letters(text):
    """Letters and digits alone, in their composed form."""
    return [c for c in unicodedata.normalize("NFC", text) if unicodedata.category(c)[0] in "LN"]


async def test_the_longest_utterance_is_said(speaker):
    """Up to the limit; one sentence without an end is no harder than many."""
    for text in ("word " * 1500, "a" * 7000):
        assert len(await speaker.say((Segment("en", text),), WAV)) > 10**6


@pytest.mark.parametrize("name", CRASHERS)
async def test_a_text_that_crashed_a_voice_once_is_said_or_refused(speaker, name):
    """As audio or as an error; and the next utterance works, by the same worker."""
    voices = await speaker.voices()
    before = speaker.pid
    for language in ("en", "zh-Hans"):
        text = CRASHERS[name][:1000]
        speech = spoken(text, locales.catalog(language), voices.speaks)
        for one in (speech, (Segment(language, text),)):
            try:
                assert (await speaker.say(one, WAV)).startswith(b"RIFF")
            except UnspeakableError:
                continue
    assert (await speaker.say((Segment("en", "still here"),), WAV)).startswith(b"RIFF")
    assert speaker.pid == before


def test_whatever_an_order_holds_the_worker_answers_with_audio_or_an_error():
    """Straight to the worker, past the first two walls: it cleans again, and never ends."""

    async def all_of_them():
        worker = await Worker.start(MODULE)

        async def asked(text, voice):
            order = {"segments": [[voice, text, 0]], "rate": 160, "gain": 0, "format": "wav"}
            told, audio = await worker.ask(order, 60)
            assert bool(audio) == ("error" not in told)

        loop = asyncio.get_running_loop()
        try:
            await asyncio.to_thread(many, loop, asked)
            assert worker.alive
        finally:
            await worker.end()

    def many(loop, asked):
        @settings(max_examples=200, suppress_health_check=list(HealthCheck))
        @given(
            text=st.text(max_size=200), voice=st.sampled_from(["gmw/en", "sit/cmn", "sem/ar", "?"])
        )
        def one(text, voice):
            asyncio.run_coroutine_threadsafe(asked(text, voice), loop).result(120)

        one()

    asyncio.run(all_of_them())

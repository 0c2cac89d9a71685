"""Every utterance is a whole file of the right length, or an error that says why."""

import asyncio

import pytest

import locales
from accessibility.speech import Segment, as_speech, spoken
from accessibility.voice.cache import Cache
from accessibility.voice.clean import MOST_CHARACTERS
from accessibility.voice.errors import NoVoiceError, UnspeakableError, VoiceBusyError
from accessibility.voice.sound import LOUD_GAIN, SLOW_RATE, Format, Manner
from accessibility.voice.speaker import Speaker
from tests.accessibility.voice.audio import heard, is_whole
from tests.locales.sayings import prompts, sayings

HELLO = spoken("What do you need today?", locales.catalog("en"))
CHINESE = spoken("您今天需要什么？", locales.catalog("zh-Hans"))
PHONE = Manner(Format.WAV8K)


@pytest.mark.parametrize("speech", [HELLO, CHINESE], ids=["en", "zh-Hans"])
@pytest.mark.parametrize(
    ("kind", "hz", "subtype"),
    [
        (Format.OGG, 24000, "OPUS"),
        (Format.MP3, 22050, "MPEG_LAYER_III"),
        (Format.WAV8K, 8000, "ULAW"),
        (Format.WAV, 22050, "PCM_16"),
    ],
)
async def test_an_utterance_is_a_whole_file_in_each_format(speaker, speech, kind, hz, subtype):
    """Decoded by libsndfile, as long as its words, one channel."""
    audio = await speaker.say(speech, Manner(kind))
    assert audio.startswith(kind.begins)
    assert is_whole(audio, speech)
    told = heard(audio)
    assert (told.hz, told.channels, told.subtype) == (hz, 1, subtype)


async def test_a_longer_text_is_longer(speaker):
    """The driver that pyttsx3 brings lost the ends of long texts."""
    long = tuple(spoken("This is the same sentence again. " * 40, locales.catalog("en")))
    short = tuple(spoken("This is the same sentence again.", locales.catalog("en")))
    first, second = [heard(await speaker.say(one, PHONE)).seconds for one in (short, long)]
    assert 30 < second / first < 50


async def test_slower_is_longer_and_louder_is_louder(speaker):
    """A resident may ask for either."""
    usual, slow, loud = [
        heard(await speaker.say(HELLO, manner))
        for manner in (PHONE, PHONE.slower(), PHONE.louder())
    ]
    assert PHONE.slower().rate == SLOW_RATE
    assert 1.2 < (slow.seconds - 0.25) / (usual.seconds - 0.25) < 1.7
    assert PHONE.louder().gain == LOUD_GAIN
    assert 1.5 < loud.loudness / usual.loudness < 2.6
    assert loud.seconds == pytest.approx(usual.seconds, abs=0.01)


@pytest.mark.parametrize("wrong", [{"rate": 20}, {"rate": 900}, {"gain": 60}, {"gain": -99}])
def test_a_manner_that_nobody_could_follow_is_refused(wrong):
    """Before anything is spoken in it."""
    with pytest.raises(ValueError, match="is from"):
        Manner(**wrong)


async def test_silences_last_as_long_as_they_say(speaker):
    """And one may stand before all words, as a telephone needs it."""
    plain = heard(await speaker.say((Segment("en", "Hello"),), PHONE)).seconds
    silent = (Segment("en", "", 700), Segment("en", "Hello", 500))
    assert heard(await speaker.say(silent, PHONE)).seconds == pytest.approx(plain + 1.2, abs=0.02)


async def test_another_language_in_a_sentence_is_spoken_by_its_own_voice(speaker):
    """Longer than the same characters spelled, and never left out."""
    mixed = spoken("Near 虹梅路 12 弄.", locales.catalog("en"))
    assert [one.language for one in mixed] == ["en", "zh-Hans"]
    assert is_whole(await speaker.say(mixed, PHONE), mixed)


async def test_a_language_without_a_voice_is_an_error_that_names_it(speaker):
    """Never silence, and never another language's voice."""
    with pytest.raises(NoVoiceError) as caught:
        await speaker.say((Segment("so", "Waa maxay?"),), PHONE)
    assert caught.value.language == "so"


@pytest.mark.parametrize(
    "speech", [(), (Segment("en", "😀 ..."),), (Segment("en", "a" * (MOST_CHARACTERS + 1)),)]
)
async def test_what_cannot_be_said_is_an_error(speaker, speech):
    """Nothing in it, or more than anybody listens to."""
    with pytest.raises(UnspeakableError):
        await speaker.say(speech, PHONE)


async def test_a_full_queue_is_told_at_once_and_who_waits_is_served():
    """Whoever is told can send the text alone."""
    async with Speaker(waiting=3) as speaker:
        await speaker.voices()
        asked = [speaker.say(HELLO, PHONE) for _ in range(8)]
        found = await asyncio.gather(*asked, return_exceptions=True)
        busy = [one for one in found if isinstance(one, VoiceBusyError)]
        served = [one for one in found if isinstance(one, bytes)]
        assert (len(busy), len(served)) == (5, 3)
        assert busy[0].waiting == 3
        assert all(is_whole(one, HELLO) for one in served)
        assert is_whole(await speaker.say(HELLO, PHONE), HELLO)


async def test_who_stops_waiting_takes_nobody_elses_audio_along():
    """An answer never reaches the wrong person."""
    async with Speaker() as speaker:
        await speaker.voices()
        gone = asyncio.create_task(speaker.say(HELLO * 30, PHONE))
        await asyncio.sleep(0.01)
        gone.cancel()
        assert is_whole(await speaker.say(CHINESE, PHONE), CHINESE)


async def test_only_what_is_everybodys_is_kept(tmp_path):
    """Somebody's name or answers never lie on the disk as audio."""
    async with Speaker(Cache(tmp_path / "cache", 10**7)) as speaker:
        await speaker.say(HELLO, PHONE)
        assert not (tmp_path / "cache").exists()
        kept = await speaker.say(HELLO, PHONE, keep=True)
        (file,) = (tmp_path / "cache").iterdir()
        assert file.read_bytes() == kept
        assert speaker.pid
        await speaker.close()
        assert await speaker.say(HELLO, PHONE, keep=True) == kept
        assert not speaker.pid


async def test_a_cache_that_cannot_be_written_is_no_reason_to_say_nothing(tmp_path):
    """A full disk is the operator's trouble, not the resident's."""
    (tmp_path / "cache").write_text("a file in the way", encoding="utf-8")
    async with Speaker(Cache(tmp_path / "cache", 10**7)) as speaker:
        assert is_whole(await speaker.say(HELLO, PHONE, keep=True), HELLO)


@pytest.mark.full
async def test_fifteen_hundred_prompts_are_fifteen_hundred_whole_files():
    """Of every form and language, four at a time, none empty, cut or mixed up."""
    utterances = []
    for language in ("en", "zh-Hans"):
        catalog = locales.catalog(language)
        utterances += [as_speech(prompt, catalog) for _, prompt in prompts(catalog)]
        utterances += [spoken(one.text, catalog) for one in sayings(catalog)]
    wanted = [one for one in utterances if one][:1500]
    async with Speaker() as speaker:
        for at in range(0, len(wanted), 4):
            group = wanted[at : at + 4]
            made = await asyncio.gather(*(speaker.say(one, PHONE) for one in group))
            assert [
                one for one, audio in zip(group, made, strict=True) if not is_whole(audio, one)
            ] == []
    assert len(wanted) == 1500

"""What is said to somebody lies on no disk, and a volunteer hears no more than they would read."""

import re

import pytest

import locales
from accessibility.speech import spoken
from accessibility.voice.cache import Cache
from accessibility.voice.sound import Format
from accessibility.voice.speaker import Speaker
from api.vocabulary import Channel
from bot.spoken import Spoken
from tests.asking import ask_for
from tests.bot.voice import Voice, words_of
from tests.world import World, settings_for

CANARIES = {
    "my_name": "Quillfeather",
    "door": "the gate beside the heron",
    "food_detail": "no marzipan",
}
"""What Ann says of herself, by the questions."""


@pytest.fixture
async def world(tmp_path):
    """One whose voices a test chooses."""
    world = World(settings_for(f"sqlite:///{tmp_path}/linli.sqlite3", tmp_path))
    await world.whole.open()
    yield world
    await world.whole.close()


async def story(world):
    """Ann asks and Bo says yes, both by voice; everything that was said aloud."""
    voice = Voice()
    world.whole.bot.spoken.make = lambda: voice
    await world.add_group("Elm", 300, ["groceries"])
    await world.add_volunteer("Bo", "Elm", "telegram")
    world.channel_of["Ann"] = Channel.TELEGRAM
    for name in ("Ann", "Bo"):
        await world.say(name, "speak to me")
    await ask_for(world, "Ann", "groceries", "today", "ring_long", said=CANARIES)
    await world.settle()
    return voice


def said_with(voice, *words, keep):
    """Whether any of these was said in what may, or may not, be kept."""
    told = [words_of(speech) for speech, _, kept in voice.asked if kept is keep]
    return [one for one in told if any(word in one for word in words)]


async def test_nothing_of_a_person_may_be_kept(world):
    """Their name, their place, their words, their receipt: spoken each time anew."""
    voice = await story(world)
    await world.say("Bo", "1")
    for canary in CANARIES.values():
        spelled = words_of(spoken(canary, locales.catalog("en")))
        assert said_with(voice, canary, spelled, keep=False), canary
        assert not said_with(voice, canary, spelled, keep=True), canary
    receipt = re.search(r"R (\d{4} \d{4})", "\n".join(world.heard("Ann")))[1]
    spelled = words_of(spoken(receipt, locales.catalog("en")))
    assert said_with(voice, spelled, keep=False)
    assert not said_with(voice, spelled, keep=True)
    assert [keep for _, _, keep in voice.asked].count(True) > 3


async def test_a_volunteer_hears_the_offer_and_nothing_private(world):
    """The words of its text before they said yes; then the rest, for them alone."""
    await story(world)
    notes = world.wire("Bo").said[world.address("Bo")]
    offer = notes[-1]
    assert offer.prompt.code == "offer.answer"
    assert offer.audio.decode().count("press") >= len(offer.prompt.options)
    assert offer.reveals
    assert not [one for one in notes if any(canary in told(one) for canary in CANARIES.values())]
    await world.say("Bo", "1")
    assert any("Quillfeather" in told(one) for one in notes)


def told(note):
    """What a stand-in for a voice said, and what stands beside it."""
    return f"{note.audio.decode()} {note.lines}"


async def test_only_what_may_be_kept_is_on_the_disk(world, tmp_path):
    """A real voice, a real directory: one file for what is everybody's, and no other."""
    spoken_by = Spoken(lambda: Speaker(Cache(tmp_path / "kept", 10_000_000)))
    world.whole.bot.spoken.make = spoken_by.make
    world.channel_of["Ann"] = Channel.TELEGRAM
    await world.say("Ann", "speak to me")
    await world.say("Ann", "1")
    everybodys = {path.name for path in (tmp_path / "kept").iterdir()}
    assert everybodys
    assert all(name.endswith(Format.WAV8K.value) for name in everybodys)
    await world.say("Ann", "code")
    said = world.wire("Ann").said[world.address("Ann")]
    assert any("Your code is" in "\n".join(one.lines) for one in said)
    assert {path.name for path in (tmp_path / "kept").iterdir()} == everybodys

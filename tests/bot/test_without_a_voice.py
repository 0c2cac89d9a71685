"""Where nothing can be heard it is said plainly, once, and only to whom it matters."""

import pytest

from accessibility.voice.errors import NoEngineError
from accessibility.voice.voices import Voices
from api.vocabulary import Channel
from tests.bot.voice import EVERY, Voice

NO_CHINESE = Voices(engine="test", found={"en": "en"})
NOTHING = NoEngineError("no library")
NONE_IN_CHINESE = "这种语言我没有声音"


@pytest.fixture
def comes(world):
    """Somebody comes by a channel to a machine with these voices."""

    async def come(channel, voices, *said):
        voice = Voice(voices=voices)
        world.whole.bot.spoken.make = lambda: voice
        world.channel_of["Mei"] = channel
        for words in said:
            await world.say("Mei", words)
        return voice

    return come


async def test_who_chooses_a_language_without_a_voice_is_told_so_before_the_first_question(
    world, comes
):
    """In that language, where voice notes would have been sent; and then asked."""
    await comes(Channel.TELEGRAM, NO_CHINESE, "hello", "2")
    told = world.heard("Mei")[-1]
    assert told.startswith(NONE_IN_CHINESE)
    assert "您现在安全吗" in told
    await world.say("Mei", "1")
    assert not [one for one in world.heard("Mei")[2:] if NONE_IN_CHINESE in one]


@pytest.mark.parametrize("channel", [Channel.TERMINAL, Channel.WEB])
async def test_who_could_hear_nothing_there_anyway_is_told_nothing(world, comes, channel):
    """The page says it itself; and nobody looks for a voice."""
    voice = await comes(channel, NO_CHINESE, "hello", "2")
    assert not [one for one in world.heard("Mei") if NONE_IN_CHINESE in one]
    assert voice.asked == []


async def test_a_language_with_a_voice_is_chosen_without_a_word_about_it(world, comes):
    """Nobody reads what does not concern them."""
    await comes(Channel.TELEGRAM, EVERY, "hello", "2")
    assert world.heard("Mei")[-1].startswith("这里是邻里")


@pytest.mark.parametrize("voices", [NO_CHINESE, NOTHING])
async def test_who_asks_to_be_spoken_to_in_it_is_told_and_written_to(world, comes, voices):
    """It is kept: with another voice they are spoken to without another word."""
    voice = await comes(Channel.TELEGRAM, voices, "hello", "2", "说给我听")
    told = world.heard("Mei")[-1]
    assert told.startswith(NONE_IN_CHINESE)
    assert "我也会说给您听" not in told
    assert world.wire("Mei").said[world.address("Mei")] == []
    voice.known = EVERY
    await world.say("Mei", "1")
    assert world.wire("Mei").said[world.address("Mei")]


@pytest.mark.parametrize(
    ("channel", "told"),
    [
        (Channel.TERMINAL, "I cannot speak here. I can only write."),
        (Channel.WEB, "Here you can listen to each message."),
        (Channel.TELEGRAM, "I will speak to you, too."),
    ],
)
async def test_who_asks_to_be_spoken_to_hears_what_can_be_done_there(world, comes, channel, told):
    """Nothing is promised that does not happen."""
    await comes(channel, EVERY, "hello", "1", "speak to me")
    assert world.heard("Mei")[-1].startswith(told)

"""Whoever speaks may have to wait: they are told so, lose nothing, and hold up nobody."""

import asyncio
from contextlib import suppress
from datetime import timedelta

import pytest

from accessibility.listen.errors import ListenBusyError, NotAudioError
from accessibility.prompt import Heard
from bot.listening import NotYet
from bot.service import ClaimIn
from tests.bot.test_conversation_at_work import answering, receive
from tests.ears import ears_of, played, speak, unanswered, voice_note

WAIT = "I am listening. One moment."
A_PERSON = "I cannot understand this yet"
MINUTE = timedelta(minutes=1)


async def test_who_is_not_listened_to_yet_is_told_so_and_answered_later(world, ann):
    """Once, however often; nothing is settled before, and nothing is lost."""
    ears_of(world).come_to = [ListenBusyError(32)] * 3
    await speak(world, ann, "I need food")
    world.expect(ann, WAIT)
    assert await unanswered(world) == 1
    await world.pass_time(MINUTE)
    world.expect(ann, "I heard: Food or water.")
    assert [WAIT in said for said in world.heard(ann)].count(True) == 1
    assert await unanswered(world) == 0


async def test_nobody_waits_for_ever(world, ann):
    """After ten minutes a person listens."""
    ears_of(world).come_to = [ListenBusyError(32)] * 300
    await speak(world, ann, "I need food")
    await world.pass_time(timedelta(minutes=11))
    world.expect(ann, A_PERSON)
    assert await played(world, "Eva", ann) == ["I need food"]


async def test_what_is_said_meanwhile_is_answered_after_it(world, ann):
    """In the order it was said."""
    ears_of(world).come_to = [ListenBusyError(32)]
    await speak(world, ann, "I need food")
    await world.say(ann, "1")
    await world.pass_time(MINUTE)
    assert world.open_prompt(ann).code == "ask.food_need"


async def test_who_is_listened_to_for_long_is_told_and_holds_up_nobody(world, ann, monkeypatch):
    """Others are answered meanwhile, however many speak."""
    ears = ears_of(world)
    world.whole.bot.conversation.answering.listening.slow_s = 0.02
    ears.wait.clear()
    async with answering(world, monkeypatch) as wire:
        for name in ("Bea", "Cem", "Dan", "Eva", "Fay", ann):
            await world.wire(name).ports.receive(voice_note(world, name, "food"))
        await ears.begun.wait()
        await receive(world, "Zoe", "hello")
        await wire.until("zoe", 1)
        await wire.until("ann", 5)
        world.expect(ann, WAIT)
        ears.wait.set()
        await wire.until("ann", 6)
    world.expect(ann, "I heard: Food or water.")


async def test_a_worker_that_dies_while_it_listens_loses_nothing(world, ann):
    """The message is taken up again when its lease is over, from where it is kept."""
    ears = ears_of(world)
    ears.wait.clear()
    await world.wire(ann).ports.receive(voice_note(world, ann, "food"))
    dies = asyncio.create_task(world.whole.bot.conversation.step())
    await ears.begun.wait()
    dies.cancel()
    with suppress(asyncio.CancelledError):
        await dies
    assert await unanswered(world) == 1
    ears.wait.set()
    await world.pass_time(MINUTE)
    world.expect(ann, "I heard: Food or water.")


async def test_whoever_lost_the_lane_meanwhile_says_and_answers_nothing(world, ann):
    """Another worker took the message up; what the slow one heard counts for nothing."""
    ears = ears_of(world)
    note = voice_note(world, ann, "food")
    await world.wire(ann).ports.receive(note)
    slow = (await world.whole.bot.service.claim(ClaimIn())).work
    await world.pass_time(MINUTE)
    before = len(world.heard(ann))
    for busy in ([], [ListenBusyError(1)]):
        ears.come_to = list(busy)
        with pytest.raises(NotYet):
            await world.whole.bot.conversation.answering.listen(slow)
    await world.settle()
    assert len(world.heard(ann)) == before


async def test_a_voice_note_that_comes_twice_is_heard_once(world, ann):
    """Its wire may repeat it."""
    note = await speak(world, ann, "food")
    await world.wire(ann).ports.receive(note)
    await world.settle()
    assert len(ears_of(world).asked) == 1


async def test_nothing_that_was_spoken_is_in_the_log(world, ann, caplog):
    """Neither words nor sound, whatever goes wrong."""
    caplog.set_level("DEBUG")
    ears_of(world).come_to = [NotAudioError("qu0kka"), ListenBusyError(1), Heard("qu0kka", 0.1)]
    for _ in range(3):
        await speak(world, ann, "qu0kka")
        await world.pass_time(MINUTE)
    assert "qu0kka" not in caplog.text


async def test_danger_written_beside_it_waits_for_nothing(world, ann):
    """The card comes at once, and a person listens to the rest."""
    ears_of(world).wait.clear()
    await speak(world, ann, "and more", text="I cannot breathe")
    world.expect(ann, "Please call 120, 110 now.")
    assert await played(world, "Eva", ann) == ["and more"]

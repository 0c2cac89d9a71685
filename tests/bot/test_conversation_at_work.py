"""The loop that answers: each message once, whoever is slow, whatever breaks on the way."""

import asyncio
import itertools
from contextlib import asynccontextmanager, suppress
from datetime import timedelta

import pytest

from api.vocabulary import Channel, InboundKind
from bot import conversation as conversation_module
from bot.channel import Inbound
from bot.service import ClaimIn, Problem, Unreachable
from tests.bot.line import broken_line

HEAR, TURNS, CLAIM = "/v1/inbound", "/v1/turns", "/v1/inbound/claim"
REPORT = "/v1/notices/claim"
NUMBERS = itertools.count(1)
MINUTE = timedelta(minutes=1)
PATIENCE_S = 60


async def receive(world, name, text="hello"):
    """A message is stored, and nobody answers yet."""
    said = Inbound(f"c{next(NUMBERS)}", world.address(name), InboundKind.TEXT, {"text": text})
    await world.wire(name).ports.receive(said)


@asynccontextmanager
async def answering(world, monkeypatch):
    """The world answers and sends by itself, and rests no moment after a failure."""
    monkeypatch.setattr(conversation_module, "PAUSE_S", 0)
    world.whole.bot.work()
    try:
        async with asyncio.timeout(PATIENCE_S):
            yield world.wires[Channel.TERMINAL]
    finally:
        for task in world.whole.bot.tasks:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
        world.whole.bot.tasks.clear()


async def test_the_slower_of_two_workers_drops_its_turn_and_goes_on_from_where_it_is(world):
    """What the person hears is said once; the next message is answered by either."""
    await receive(world, "Ann")
    slow = (await world.whole.bot.service.claim(ClaimIn())).work
    world.now += MINUTE
    await world.settle()
    assert len(world.heard("Ann")) == 1
    await world.whole.bot.conversation._take(slow)  # noqa: SLF001 - what a slow worker still does
    await world.settle()
    assert len(world.heard("Ann")) == 1
    await world.say("Ann", "1")
    assert world.open_prompt("Ann").code == "ask.safe_now"


async def test_a_turn_whose_answer_was_lost_is_not_taken_again(world):
    """It was kept: the worker that does not know of it finds nothing left to answer."""
    line = broken_line(world)
    line.lose_answer(TURNS)
    await receive(world, "Ann")
    with pytest.raises(Unreachable):
        await world.whole.bot.conversation.step()
    for _ in range(3):
        await world.settle()
        world.now += MINUTE
    assert len(world.heard("Ann")) == 1


async def test_a_turn_that_never_reached_the_api_is_taken_again_from_the_same_message(world):
    """When the lease is over; nothing was said meanwhile."""
    line = broken_line(world)
    line.lose(TURNS)
    await receive(world, "Ann")
    with pytest.raises(Unreachable):
        await world.whole.bot.conversation.step()
    await world.settle()
    assert world.heard("Ann") == []
    world.now += MINUTE
    await world.settle()
    assert len(world.heard("Ann")) == 1


async def test_messages_of_one_person_are_answered_in_the_order_they_came(world):
    """However many came at once."""
    for text in ("hello", "1", "1", "1"):
        await receive(world, "Ann", text)
    await world.settle()
    asked = [message.prompt.code for message in world.wire("Ann").sent["ann"]]
    assert asked == ["ask.language", "ask.safe_now", "ask.consent", "ask.need"]


async def test_a_message_is_answered_in_three_calls(world, monkeypatch):
    """Kept and leased, answered, reported as sent: nobody has to ask what there is to do."""
    line = broken_line(world)
    await receive(world, "Ann")
    async with answering(world, monkeypatch):
        await line.answered(REPORT)
        line.calls.clear()
        await receive(world, "Ann", "1")
        await line.answered(REPORT)
    assert line.calls == [HEAR, TURNS, REPORT]


async def test_messages_that_come_while_one_is_answered_are_answered_in_their_order(
    world, monkeypatch
):
    """The lane is in use then; who has it goes on."""
    async with answering(world, monkeypatch) as wire:
        for text in ("hello", "1", "1", "1"):
            await receive(world, "Ann", text)
        await wire.until("ann", 4)
    asked = [message.prompt.code for message in wire.sent["ann"]]
    assert asked == ["ask.language", "ask.safe_now", "ask.consent", "ask.need"]


async def test_a_message_whose_keeping_was_not_heard_of_is_answered_by_who_comes_next(
    world, monkeypatch
):
    """It was leased to who never learned of it."""
    line = broken_line(world)
    line.lose_answer(HEAR)
    async with answering(world, monkeypatch):
        with pytest.raises(Unreachable):
            await receive(world, "Ann")
        assert world.heard("Ann") == []
    world.now += MINUTE
    await world.settle()
    assert len(world.heard("Ann")) == 1


async def test_what_a_lost_answer_said_is_sent_by_who_comes_next(world, monkeypatch):
    """The turn was kept, and what it says leased to who never learned of it."""
    line = broken_line(world)
    line.lose_answer(TURNS)
    async with answering(world, monkeypatch):
        await receive(world, "Ann")
        await line.broke.wait()
        assert world.heard("Ann") == []
    world.now += 2 * MINUTE
    await world.settle()
    assert len(world.heard("Ann")) == 1


@pytest.mark.parametrize("trouble", [Unreachable(), Problem(500, "crashed"), OSError("gone")])
async def test_an_api_that_is_away_is_waited_for(world, monkeypatch, trouble):
    """Then everybody is answered."""
    line = broken_line(world)
    line.lose(CLAIM, trouble, trouble)
    await receive(world, "Ann")
    async with answering(world, monkeypatch) as wire:
        await wire.until("ann", 1)


@pytest.mark.parametrize("trouble", [Unreachable(), Problem(500, "crashed"), KeyError("words")])
async def test_one_turn_that_fails_holds_up_nobody_else(world, monkeypatch, trouble, caplog):
    """Its own lane is taken up again when its lease is over."""
    line = broken_line(world)
    line.lose(TURNS, trouble)
    await receive(world, "Ann")
    async with answering(world, monkeypatch) as wire:
        await line.broke.wait()
        for name in ("Bob", "Cem", "Dot"):
            await receive(world, name)
        for address in ("bob", "cem", "dot"):
            await wire.until(address, 1)
        assert world.heard("Ann") == []
    world.now += MINUTE
    await world.settle()
    assert len(world.heard("Ann")) == 1
    assert "words" not in caplog.text

"""The loop that sends: one slow chat holds up nobody, and an API that is away is waited for."""

import asyncio
from contextlib import asynccontextmanager, suppress
from datetime import timedelta

import pytest

from api.vocabulary import Channel
from bot import delivery as delivery_module
from bot.delivery import AT_ONCE
from bot.service import Problem, Unreachable
from tests.bot.line import broken_line
from tests.bot.telling import number, numbers_heard

CLAIM = "/v1/notices/claim"
PATIENCE_S = 60


@pytest.fixture(autouse=True)
def _no_rest(monkeypatch):
    """After a failure the loop goes on at once."""
    monkeypatch.setattr(delivery_module, "PAUSE_S", 0)


@asynccontextmanager
async def sending(world):
    """The world's delivery runs by itself."""
    running = asyncio.create_task(world.whole.bot.delivery.run())
    try:
        async with asyncio.timeout(PATIENCE_S):
            yield running
    finally:
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running


def slow(world, *names):
    """Messages to these people take until the event is set."""
    event = asyncio.Event()
    world.wires[Channel.TERMINAL].slow.update({world.address(name): event for name in names})
    return event


async def test_a_slow_chat_holds_up_nobody_else(world):
    """The others hear one message after the other meanwhile; the slow one then has its own."""
    event = slow(world, "Ann")
    await number(world, "Ann", 1, 2)
    async with sending(world):
        await number(world, "Bob", 1, 2, 3)
        await world.wire("Bob").until("bob", 3)
        assert numbers_heard(world, "Ann") == []
        event.set()
        await world.wire("Ann").until("ann", 2)
    assert numbers_heard(world, "Ann") == [1, 2]
    assert numbers_heard(world, "Bob") == [1, 2, 3]


async def test_only_so_many_sends_are_under_way_at_one_time(world):
    """A small machine and a small network carry no more."""
    names = [f"Person{n}" for n in range(AT_ONCE + 3)]
    wire, under_way, most = world.wires[Channel.TERMINAL], 0, 0
    send = wire.send

    async def counted(outgoing):
        nonlocal under_way, most
        under_way += 1
        most = max(most, under_way)
        await asyncio.sleep(0)
        under_way -= 1
        return await send(outgoing)

    wire.send = counted
    for name in names:
        await number(world, name, 1)
    async with sending(world):
        for name in names:
            await wire.until(world.address(name), 1)
    assert most == AT_ONCE


@pytest.mark.parametrize("trouble", [Unreachable(), Problem(500, "crashed"), OSError("gone")])
async def test_an_api_that_is_away_is_waited_for(world, trouble):
    """What was sent before is reported after, and nothing is sent twice."""
    line = broken_line(world)
    await number(world, "Ann", 1, 2)
    line.lose(CLAIM, trouble, trouble)
    async with sending(world):
        await world.wire("Ann").until("ann", 2)
        line.lose(CLAIM, trouble)
        await number(world, "Ann", 3)
        await world.wire("Ann").until("ann", 3)
    assert numbers_heard(world, "Ann") == [1, 2, 3]


async def test_when_it_stops_nothing_is_left_running_and_what_was_under_way_is_sent_later(world):
    """By whoever has the lane when its lease is over."""
    slow(world, "Ann")
    await number(world, "Ann", 1)
    before = asyncio.all_tasks()
    async with sending(world):
        await number(world, "Bob", 1)
        await world.wire("Bob").until("bob", 1)
    for _ in range(3):
        await asyncio.sleep(0)
    assert asyncio.all_tasks() == before
    world.wires[Channel.TERMINAL].slow.clear()
    world.now += timedelta(minutes=5)
    await world.settle()
    assert numbers_heard(world, "Ann") == [1]

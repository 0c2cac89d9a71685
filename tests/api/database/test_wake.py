"""Waiting for work: no wake is missed, and none makes a worker spin."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from api.database.wake import Signal
from tests.api.database.conftest import soon

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


@pytest.fixture
async def signal():
    """A signal of this test's event loop."""
    return Signal()


async def turns():
    """Lets every other task run as far as it can."""
    for _ in range(5):
        await asyncio.sleep(0)


async def test_everyone_who_waits_wakes(signal):
    """A topic may have several workers."""
    waiting = [asyncio.create_task(signal.wait("inbound", None)) for _ in range(3)]
    await turns()
    signal.notify("inbound")
    await soon(asyncio.gather(*waiting))


async def test_the_time_limit_ends_a_wait_without_an_error(signal):
    """Timers come due without anybody's notice."""
    await signal.wait("inbound", 0)


async def test_a_notice_between_looking_and_waiting_is_not_missed(signal):
    """The worker was busy when the work arrived."""
    await signal.wait("inbound", 0)
    signal.notify("inbound")
    await soon(signal.wait("inbound", None))


async def test_a_busy_worker_misses_nothing_that_woke_another(signal):
    """Each remembers for itself what it has seen."""
    looked, go_on = asyncio.Event(), asyncio.Event()

    async def busy():
        await signal.wait("notices", 0)
        looked.set()
        await go_on.wait()
        await soon(signal.wait("notices", None))

    busy_task = asyncio.create_task(busy())
    await looked.wait()
    other = asyncio.create_task(signal.wait("notices", None))
    await turns()
    signal.notify("notices")
    await soon(other)
    go_on.set()
    await soon(busy_task)


async def test_one_notice_ends_one_wait_of_a_worker(signal):
    """The next wait lasts, so that an idle worker is idle."""
    signal.notify("inbound")
    await soon(signal.wait("inbound", None))
    again = asyncio.create_task(_wait_twice(signal))
    await turns()
    assert not again.done()
    again.cancel()


async def test_waits_in_tasks_of_their_own_do_not_spin(signal):
    """A worker that waits for its stop as well makes a new task for every wait."""
    signal.notify("inbound")
    await soon(asyncio.create_task(signal.wait("inbound", None)))
    second = asyncio.create_task(signal.wait("inbound", None))
    await turns()
    assert not second.done()
    signal.notify("inbound")
    await soon(second)


async def test_a_cancelled_wait_leaves_the_others_waiting(signal):
    """Nothing of it stays behind."""
    gone = asyncio.create_task(signal.wait("inbound", None))
    stays = asyncio.create_task(signal.wait("inbound", None))
    await turns()
    gone.cancel()
    await turns()
    assert not stays.done()
    signal.notify("inbound")
    await soon(stays)


async def test_waiting_beyond_a_count_misses_nothing_that_came_after_it(signal):
    """Whoever looked after so many notices is woken by the next, even if it came meanwhile."""
    seen = signal.times("inbound")
    signal.notify("inbound")
    await soon(signal.wait_beyond("inbound", seen, 3600))
    waiting = asyncio.create_task(signal.wait_beyond("inbound", signal.times("inbound"), 3600))
    await turns()
    assert not waiting.done()
    signal.notify("inbound")
    await soon(waiting)


def test_it_is_quiet_until_something_is_notified_or_due(signal):
    """A look that found nothing spares the next one, and no longer than that."""
    assert not signal.is_quiet("lanes", "inbound", NOON)
    signal.nothing_before("lanes", signal.times("inbound"), NOON)
    assert signal.is_quiet("lanes", "inbound", NOON - MINUTE)
    assert not signal.is_quiet("lanes", "inbound", NOON)
    assert not signal.is_quiet("others", "inbound", NOON - MINUTE)
    signal.notify("inbound")
    assert not signal.is_quiet("lanes", "inbound", NOON - MINUTE)


def test_what_came_during_a_look_ends_the_quiet(signal):
    """The look may have been too early to see it."""
    before = signal.times("inbound")
    signal.notify("inbound")
    signal.nothing_before("lanes", before, None)
    assert not signal.is_quiet("lanes", "inbound", NOON)


async def _wait_twice(signal):
    """A worker of its own: its first wait may be answered by an old notice, its second not."""
    await signal.wait("inbound", 0)
    await soon(signal.wait("inbound", None))

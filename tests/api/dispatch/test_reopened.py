"""Timers are rows: what was to come due comes due in a process that was started later."""

from contextlib import asynccontextmanager
from datetime import timedelta

from api.alerts import service as alerts
from api.app.node import JOBS
from api.calls import service as calls
from api.database.engine import open_store
from api.dispatch.worker import Worker
from api.requests import service as requests
from api.vocabulary import AlertKind, CallReason, NoticeCode, Urgency
from tests.api.dispatch.test_worker import Clock, begin
from tests.api.district import MINUTE, NOW, asked, group, person, request, told, volunteer
from tests.api.world import settings

HOUR = timedelta(hours=1)
SETTINGS = settings()


@asynccontextmanager
async def process(store_url, keys, clock):
    """A process that is started on what another one left, and stops."""
    store = open_store(store_url, keys=keys)
    await store.open()
    try:
        yield store, Worker(store, clock, SETTINGS, JOBS)
    finally:
        await store.close()


def crowd(conn):
    """Two volunteers who were not there before."""
    group_id = group(conn)
    for name in ("ann", "ben"):
        volunteer(conn, group_id, name)


async def test_the_next_wave_comes_in_its_time_whoever_was_started_meanwhile(store_url, keys):
    """Not before, although it was started before; and nobody is asked twice."""
    clock = Clock()
    async with process(store_url, keys, clock) as (store, worker):
        request_id = await store.write(begin)
        next_at = await worker.step()
        first = await store.read(lambda conn: asked(conn, request_id))
    clock.now = next_at - MINUTE
    async with process(store_url, keys, clock) as (store, worker):
        assert await worker.step() == next_at
        assert await store.read(lambda conn: asked(conn, request_id)) == first
    clock.now = next_at
    async with process(store_url, keys, clock) as (store, worker):
        await worker.step()
        everybody = await store.read(lambda conn: asked(conn, request_id))
    assert len(first) == 5
    assert len(everybody) == len(set(everybody)) == 7


async def test_what_came_due_while_nothing_ran_is_done_once_at_the_start(store_url, keys):
    """A machine that was off over night does not begin with a storm of waves."""
    clock = Clock()
    async with process(store_url, keys, clock) as (store, worker):
        request_id = await store.write(begin)
        await worker.step()
        first = await store.read(lambda conn: asked(conn, request_id))
    clock.now = NOW + 9 * HOUR
    async with process(store_url, keys, clock) as (store, worker):
        await worker.step()
        then = await store.read(lambda conn: asked(conn, request_id))
        wave = await store.read(lambda conn: requests.get(conn, request_id).wave)
    assert len({*first, *then}) == 7
    assert not {*first} & {*then}
    assert wave == 2


async def test_danger_that_nobody_heard_is_told_to_the_next_lead_after_a_restart(store_url, keys):
    """And the resident is told so, with the number to call."""
    clock = Clock()

    def raised(conn):
        rose = person(conn, "rose")
        alerts.raise_alert(
            conn, AlertKind.DANGER, rose.id, rose.address_id, "", settings=SETTINGS, now=NOW
        )

    async with process(store_url, keys, clock) as (store, worker):
        await store.write(raised)
        await worker.step()
        assert NoticeCode.ALERT_UNHEARD not in await store.write(
            lambda conn: told(conn, person(conn, "rose"))
        )
    clock.now = NOW + 2 * MINUTE
    async with process(store_url, keys, clock) as (store, worker):
        await worker.step()
        heard = await store.write(lambda conn: told(conn, person(conn, "rose")))
    assert NoticeCode.ALERT_UNHEARD in heard


async def test_a_promise_about_to_be_broken_is_seen_after_a_restart(store_url, keys):
    """The clock of a call goes on while nothing runs."""
    clock = Clock()

    def queued(conn):
        rose = person(conn, "rose")
        duty = calls.OnDuty.of(SETTINGS)
        return calls.queue(conn, rose.id, CallReason.ASKED, now=NOW, duty=duty).promised_at

    async with process(store_url, keys, clock) as (store, worker):
        promised_at = await store.write(queued)
        looks_at = await worker.step()
    async with process(store_url, keys, clock) as (_, worker):
        assert await worker.step() == looks_at < promised_at


async def test_a_request_that_nobody_could_take_is_looked_for_again_after_a_restart(
    store_url, keys
):
    """Volunteers who came meanwhile are asked."""
    clock = Clock()
    async with process(store_url, keys, clock) as (store, worker):
        request_id = await store.write(
            lambda conn: request(conn, person(conn, "rose"), urgency=Urgency.NOW)
        )
        await worker.step()
        assert await store.read(lambda conn: asked(conn, request_id)) == []
        await store.write(crowd)
    clock.now = NOW + HOUR
    async with process(store_url, keys, clock) as (store, worker):
        await worker.step()
        assert await store.read(lambda conn: asked(conn, request_id))

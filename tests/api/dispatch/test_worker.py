"""The worker: what is due is done once, after a restart too, and it wakes when work comes in."""

import asyncio
import sqlite3
from contextlib import suppress
from datetime import timedelta

import pytest
import sqlalchemy as sa

from api.alerts import service as alerts
from api.app.node import JOBS as EVERY_JOB
from api.backlog import worker as backlog
from api.calls import service as calls
from api.cards import service as cards
from api.dispatch import service as dispatch
from api.dispatch.service import looking
from api.dispatch.worker import Job, Worker
from api.invites import service as invites
from api.requests import service as requests
from api.retention import service as retention
from api.settings import Settings
from api.vocabulary import AlertKind, CallReason, NoticeCode, Urgency
from api.watch import worker as watch
from tests.api.district import (
    MINUTE,
    NOW,
    SETTINGS,
    asked,
    group,
    offers,
    person,
    request,
    told,
    volunteer,
)

JOBS = (Job(dispatch.due, dispatch.next_due),)


class Clock:
    """A clock that is set by hand."""

    def __init__(self):
        self.now = NOW

    def __call__(self):
        """The time it was set to."""
        return self.now


def begin(conn):
    """A crowd of seven and a request for now."""
    group_id = group(conn)
    for number in range(7):
        volunteer(conn, group_id, f"volunteer {number}")
    return request(conn, person(conn, "rose"), urgency=Urgency.NOW)


async def test_timers_are_rows_so_a_new_worker_goes_on_where_the_old_one_stopped(store):
    """The second wave comes from another worker than the first, in its time."""
    clock = Clock()
    request_id = await store.write(begin)
    next_at = await Worker(store, clock, SETTINGS, JOBS).step()
    first = await store.read(lambda conn: len(asked(conn, request_id)))
    clock.now = next_at
    await Worker(store, clock, SETTINGS, JOBS).step()
    assert next_at == NOW + 3 * MINUTE
    assert first == 5
    assert await store.read(lambda conn: len(asked(conn, request_id))) == 7


async def test_several_workers_ask_nobody_twice(store):
    """Four workers step at once over ten requests: five offers each, no person twice."""
    workers = [Worker(store, Clock(), SETTINGS, JOBS) for _ in range(4)]
    group_ids = await store.write(lambda conn: [group(conn, f"g{n}", capacity=99) for n in (1, 2)])
    settings_of_all = []
    for number in range(10):
        await store.write(lambda conn, n=number: volunteer(conn, group_ids[n % 2], f"v{n}"))
    for number in range(10):
        made = await store.write(lambda conn, n=number: request(conn, person(conn, f"r{n}")))
        settings_of_all.append(made)
    await asyncio.gather(*(worker.step() for worker in workers))
    for made in settings_of_all:
        people = await store.read(lambda conn, one=made: asked(conn, one))
        wave = await store.read(lambda conn, one=made: requests.get(conn, one).wave)
        assert len(people) == len(set(people)) <= SETTINGS.wave_size
        assert wave == 1


async def test_it_wakes_when_a_request_comes_in(store):
    """Nobody waits for the next round of a clock."""
    worker = asyncio.create_task(Worker(store, Clock(), SETTINGS, JOBS).run())
    try:
        await asyncio.sleep(0)
        request_id = await store.write(begin)
        await store.wake.wait("inbound", 20)  # an offer was put where volunteers are asked
        assert await store.read(lambda conn: offers(conn, request_id))
    finally:
        worker.cancel()
        with suppress(asyncio.CancelledError):
            await worker


async def test_one_broken_request_stops_no_other(store, monkeypatch):
    """It is put off, logged, and looked at again; the others go on."""

    def unit(conn):
        volunteer(conn, group(conn), "ann")
        return [request(conn, person(conn, name)) for name in ("rose", "sam")]

    broken, sound = await store.write(unit)
    real = looking.scene_of

    def scene_of(work, wanted):
        if wanted.id == broken:
            raise ValueError("a row nobody foresaw")
        return real(work, wanted)

    monkeypatch.setattr(looking, "scene_of", scene_of)
    await Worker(store, Clock(), SETTINGS, JOBS).step()
    later = await store.read(lambda conn: requests.get(conn, broken))
    assert len(await store.read(lambda conn: offers(conn, sound))) == 1
    assert later.next_at == NOW + 5 * MINUTE
    assert later.wave == 0


@pytest.mark.parametrize(
    "failure",
    [sqlite3.OperationalError("disk full"), sa.exc.OperationalError("", {}, Exception("full"))],
)
async def test_a_database_that_fails_is_no_fault_of_a_request(store, monkeypatch, failure):
    """Nothing is put off for it, and the whole look is undone."""

    def unit(conn):
        return request(conn, person(conn, "rose"))

    wanted = await store.write(unit)

    def scene_of(*_):
        raise failure

    monkeypatch.setattr(looking, "scene_of", scene_of)
    with pytest.raises(type(failure)):
        await Worker(store, Clock(), SETTINGS, JOBS).step()
    assert (await store.read(lambda conn: requests.get(conn, wanted))).next_at == NOW


async def test_a_job_that_does_not_say_when_is_looked_at_soon(store):
    """A worker never sleeps through what it cannot foresee."""
    done = []
    jobs = [Job(lambda _conn, _now, _settings: bool(done.append(1)))]
    next_at = await Worker(store, Clock(), SETTINGS, jobs).step()
    assert done == [1]
    assert NOW < next_at < NOW + MINUTE


async def test_with_nothing_to_come_it_sleeps_until_it_is_woken(store):
    """Every job says when it is due next, what may be forgotten too: no round is for nothing."""
    jobs = {job.due: job.next_due for job in EVERY_JOB}
    known = {
        alerts.due,
        dispatch.restrictions_due,
        dispatch.due,
        cards.due,
        calls.due,
        invites.due,
        retention.due,
        backlog.due,
        watch.due,
    }
    assert known == jobs.keys()
    assert None not in jobs.values()
    others = [job for job in EVERY_JOB if job.due is not watch.due]
    assert await Worker(store, Clock(), SETTINGS, others).step() is None


async def test_with_nothing_else_to_come_it_sleeps_until_the_night(store):
    """The watch over routing has its hour; nothing wakes the worker before."""
    next_at = await Worker(store, Clock(), SETTINGS, EVERY_JOB).step()
    assert NOW < next_at <= NOW + timedelta(days=1)


async def test_it_looks_again_when_a_promise_is_about_to_be_broken(store):
    """What other jobs wait for sets the clock as well, by the settings."""
    told_of = Settings(coordinators=("telegram:coordinator",))

    def unit(conn):
        resident = person(conn, "rose")
        return calls.queue(
            conn, resident.id, CallReason.ASKED, now=NOW, duty=calls.OnDuty.of(SETTINGS)
        ).promised_at

    promised_at = await store.write(unit)
    next_at = await Worker(store, Clock(), told_of, EVERY_JOB).step()
    assert NOW < next_at < promised_at


async def test_a_call_and_an_alert_wake_it(store):
    """Danger is told in the same moment, not at the next round."""
    units = [
        lambda conn, rose: calls.queue(
            conn, rose.id, CallReason.DANGER, now=NOW, duty=calls.OnDuty.of(SETTINGS)
        ),
        lambda conn, rose: alerts.raise_alert(
            conn, AlertKind.DANGER, rose.id, rose.address_id, "help", settings=SETTINGS, now=NOW
        ),
    ]
    for unit in units:
        await store.write(lambda conn, do=unit: do(conn, person(conn, "rose")))
        async with asyncio.timeout(60):
            await store.wake.wait("dispatch", None)


async def test_a_resident_is_not_told_of_a_volunteer_before_one_accepted(store):
    """Whatever the worker does, only an acceptance announces somebody."""
    clock = Clock()
    await store.write(begin)
    worker = Worker(store, clock, SETTINGS, JOBS)
    for _ in range(8):
        clock.now = await worker.step() or clock.now
    heard = await store.write(lambda conn: told(conn, person(conn, "rose")))
    assert NoticeCode.LOOKING_FURTHER in heard
    assert NoticeCode.VOLUNTEER_FOUND not in heard

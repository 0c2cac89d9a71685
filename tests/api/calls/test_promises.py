"""Promises about to break: who is told, when, and what is promised then."""

from datetime import datetime, timedelta
from itertools import pairwise

from api.addresses import service as addresses
from api.calls import service as calls
from api.notices import service as notices
from api.settings import Settings
from api.vocabulary import Channel
from tests.api.calls.conftest import DUTY, NOW, SETTINGS, queue, resident, told, told_coordinators
from tests.api.calls.test_due import due, next_due

MINUTES = timedelta(minutes=1)


async def test_a_promise_about_to_break_is_told_to_the_coordinators_once(store):
    """While there is still time to keep it, also where the resident can be told nothing."""

    def unit(conn):
        return queue(conn, resident(conn), quiet=True).promised_at - NOW, next_due(conn)

    promised, wait = await store.write(unit)
    assert wait == promised - 10 * MINUTES
    assert await store.write(due(wait - MINUTES)) is False
    assert await store.write(due(wait)) is True
    assert await store.write(due(wait)) is False
    assert await store.read(next_due) is None
    assert await store.write(told_coordinators) == ["coordinator_alert"]


async def test_a_resident_is_told_before_a_promise_breaks_and_gets_one_that_holds(store):
    """Each is for longer than the one before, and lies in the hours on duty."""
    someone = await store.write(resident)
    promised = (await store.write(lambda conn: queue(conn, someone))).promised_at
    seen = [promised]
    for _ in range(6):
        assert await store.write(due(seen[-1] - NOW - 10 * MINUTES)) is True
        said = await store.read(lambda conn: notices.waiting(conn, someone.address_id))
        assert [notice.code for notice in said] == ["call_delayed"]
        seen.append(datetime.fromisoformat(said[0].values["before"]))
    assert [later - sooner for sooner, later in pairwise(seen)][:4] == [
        30 * MINUTES,
        60 * MINUTES,
        120 * MINUTES,
        240 * MINUTES,
    ]
    assert all(DUTY.covers(at) for at in seen)
    assert len(await store.write(told_coordinators)) == 6


async def test_who_was_told_of_no_call_is_told_of_no_delay(store):
    """Somebody may read along: the broken promise is the coordinators' to see."""
    someone = await store.write(resident)
    queued = await store.write(lambda conn: queue(conn, someone, quiet=True))
    await store.write(due(queued.promised_at - NOW))
    assert await store.read(lambda conn: told(conn, someone)) == []
    kept = await store.read(lambda conn: calls.get(conn, queued.call_id))
    assert kept.promised_at == queued.promised_at


async def test_a_delay_is_told_where_words_still_reach_them(store):
    """The address where the call was told of is dead: another of theirs is used."""

    def unit(conn):
        someone = resident(conn)
        queued = queue(conn, someone)
        addresses.mark_dead(conn, someone.address_id, now=NOW)
        other = addresses.address_for(conn, Channel.WEB, "w", now=NOW, person_id=someone.person_id)
        addresses.hear(conn, other.id, now=NOW)
        calls.due(conn, queued.promised_at, SETTINGS)
        return [notice.code for notice in notices.waiting(conn, other.id)]

    assert await store.write(unit) == ["call_delayed"]


async def test_a_promise_of_a_held_call_alarms_nobody(store, ann):
    """Somebody is at it; when their claim ends it counts again."""

    def unit(conn):
        queued = queue(conn, resident(conn))
        calls.claim(conn, queued.call_id, ann, settings=SETTINGS, now=queued.promised_at)
        return queued.promised_at - NOW

    promised = await store.write(unit)
    assert await store.write(due(promised)) is False
    assert await store.write(due(promised + SETTINGS.claim_lasts)) is True
    assert await store.write(told_coordinators) == ["coordinator_alert"]


async def test_without_coordinators_the_leads_are_told_of_a_broken_promise(store):
    """What goes wrong reaches somebody in every deployment."""
    leads = Settings(safeguarding=("telegram:900",))
    await store.write(lambda conn: queue(conn, resident(conn), quiet=True))
    assert await store.write(due(1440 * MINUTES, leads)) is True
    assert await store.write(told_coordinators) == ["coordinator_alert"]


async def test_with_nobody_to_tell_a_broken_promise_keeps_nobody_busy(store):
    """The worker does not turn in circles about what it can tell nobody."""
    alone = Settings()
    await store.write(lambda conn: queue(conn, resident(conn), quiet=True))
    assert await store.write(due(1440 * MINUTES, alone)) is True
    assert await store.write(due(1440 * MINUTES, alone)) is False
    assert await store.read(lambda conn: calls.next_due(conn, alone)) is None

"""One open call a person, with a promise told where it is safe, on each engine."""

import asyncio
from datetime import timedelta

import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from api.addresses import service as addresses
from api.calls import service as calls
from api.calls.rules import family
from api.database.tables.calls import calls as table
from api.notices import service as notices
from api.vocabulary import (
    CallBy,
    CallReason,
    CallStatus,
    Channel,
    SafeContact,
    Urgency,
)
from tests.api.calls.conftest import DUTY, NOW, SETTINGS, queue, resident, told

RESIDENT_REASONS = [reason for reason in CallReason if reason is not CallReason.PHONE_ONLY]


async def test_a_queued_call_is_told_with_how_and_until_when(store):
    """The promise is in the same transaction as the call."""

    def unit(conn):
        someone = resident(conn)
        queued = queue(conn, someone)
        (notice,) = notices.waiting(conn, someone.address_id)
        return queued, notice

    queued, notice = await store.write(unit)
    assert (queued.by, queued.again) == (CallBy.TEXT, False)
    assert notice.code == "call_queued"
    before = queued.promised_at.isoformat().replace("+00:00", "Z")
    assert notice.values == {"by": "text", "before": before}


async def test_the_bot_is_told_of_an_open_call(store):
    """Until it is closed; a caller who holds it shows too."""

    def unit(conn):
        someone = resident(conn)
        assert calls.open_of(conn, someone.person_id) is None
        queued = queue(conn, someone)
        return queued, calls.open_of(conn, someone.person_id)

    queued, fact = await store.write(unit)
    assert (fact.id, fact.by, fact.claimed) == (queued.call_id, queued.by, False)
    assert fact.promised_at == queued.promised_at


async def test_a_second_call_joins_the_first_and_the_weightier_reason_stands(store):
    """Danger first, whichever came first; the promise is only made earlier."""

    def unit(conn):
        someone = resident(conn)
        first = queue(conn, someone, CallReason.ASKED)
        second = queue(conn, someone, CallReason.DANGER)
        third = queue(conn, someone, CallReason.ASKED)
        return first, second, third, calls.get(conn, first.call_id)

    first, second, third, call = await store.write(unit)
    assert {first.call_id, second.call_id, third.call_id} == {call.id}
    assert (second.again, third.again) == (True, True)
    assert call.reason is CallReason.DANGER
    assert first.promised_at > second.promised_at == third.promised_at == NOW


async def test_a_broken_promise_is_not_repeated(store):
    """Somebody who asks again after it gets a new one, never one in the past."""

    def unit(conn):
        someone = resident(conn)
        first = queue(conn, someone)
        late = first.promised_at + timedelta(hours=1)
        return late, queue(conn, someone, now=late)

    late, again = await store.write(unit)
    assert again.promised_at >= late


async def test_two_calls_queued_at_once_are_one(store):
    """Whoever is second waits for the first and joins it."""
    someone = await store.write(resident)
    jobs = [
        store.write(lambda conn, reason=reason: queue(conn, someone, reason))
        for reason in RESIDENT_REASONS * 3
    ]
    queued = await asyncio.gather(*jobs)
    assert len({one.call_id for one in queued}) == 1
    assert sum(not one.again for one in queued) == 1


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(st.integers(0, 2), st.sampled_from(CallReason), st.booleans()), max_size=12)
)
async def test_no_two_open_calls_are_of_one_person_and_kind(store, steps):
    """Whatever is queued and closed in whatever order; a person without calls stays without."""

    class Undone(Exception):  # noqa: N818 - leaves the store as it was for the next example
        pass

    def unit(conn):
        three = [resident(conn, str(number)) for number in range(3)]
        for number, reason, closes in steps:
            queued = queue(conn, three[number], reason)
            if closes:
                ended = table.update().where(table.c.id == queued.call_id)
                conn.execute(ended.values(status=CallStatus.CLOSED))
        still_open = sa.select(table.c.person_id, table.c.reason)
        rows = conn.execute(still_open.where(table.c.status != CallStatus.CLOSED)).all()
        kinds = [(row.person_id, family(row.reason)) for row in rows]
        assert len(kinds) == len(set(kinds))
        raise Undone

    try:
        await store.write(unit)
    except Undone:
        return


async def test_a_leader_has_one_call_for_each_offer(store):
    """Each offer is a question of its own; nothing is written to who has only a phone."""

    def unit(conn):
        leader = resident(conn, channel=Channel.PHONE)
        asked = queue(conn, leader)
        offers = [queue(conn, leader, CallReason.PHONE_ONLY) for _ in range(2)]
        assert calls.open_of(conn, leader.person_id).id == asked.call_id
        return asked, *offers, told(conn, leader)

    asked, first, second, said = await store.write(unit)
    assert first.call_id == second.call_id != asked.call_id
    assert first.by is CallBy.VOICE
    assert said == []


async def test_nothing_is_told_when_somebody_may_be_reading_along(store):
    """A flag leaves no trace on the resident's channel, yet the call is queued."""

    def unit(conn):
        someone = resident(conn)
        queued = queue(conn, someone, CallReason.DANGER, quiet=True)
        return told(conn, someone), calls.get(conn, queued.call_id)

    said, call = await store.write(unit)
    assert said == []
    assert call.status is CallStatus.QUEUED


async def test_nothing_is_told_at_an_address_that_is_not_safe(store):
    """One nobody wrote from, unless it is marked; a dead one never."""

    def unit(conn):
        unheard = resident(conn, "+4930123", Channel.SMS, heard=False)
        queue(conn, unheard)
        marked = resident(conn, "+4930124", Channel.SMS, heard=False)
        addresses.set_safe_contact(conn, marked.address_id, [SafeContact.MESSAGE])
        queue(conn, marked)
        dead = resident(conn, "3")
        addresses.mark_dead(conn, dead.address_id, now=NOW)
        queue(conn, dead, CallReason.ADDRESS_DEAD)
        return [told(conn, each) for each in (unheard, marked, dead)]

    assert await store.write(unit) == [[], ["call_queued"], []]


async def test_how_soon_help_is_needed_says_how_soon_a_person_calls(store):
    """Now is promised before today, today before later."""

    def unit(conn):
        return [
            queue(conn, resident(conn, urgency), CallReason.LADDER, urgency=urgency).promised_at
            for urgency in Urgency
        ]

    promised = await store.write(unit)
    assert promised == sorted(set(promised))


async def test_without_a_place_where_it_came_up_a_person_is_told_where_they_are(store):
    """A worker's call goes to the living address."""

    def unit(conn):
        someone = resident(conn)
        calls.queue(conn, someone.person_id, CallReason.LADDER, now=NOW, duty=DUTY)
        return told(conn, someone)

    assert await store.write(unit) == ["call_queued"]


async def test_a_call_about_an_offer_that_is_over_leaves_the_queue(store, ann, offer):
    """Nobody is rung about what another has taken; who is on the phone already stays on it."""

    def unit(conn):
        made = [
            queue(conn, resident(conn, name), CallReason.PHONE_ONLY, offer_id=offer).call_id
            for name in ("1", "2")
        ]
        other = queue(conn, resident(conn, "3")).call_id
        calls.claim(conn, made[0], ann, settings=SETTINGS, now=NOW)
        assert calls.withdraw(conn, offer, now=NOW) == 1
        return [calls.get(conn, call_id).status.value for call_id in (*made, other)]

    assert await store.write(unit) == ["claimed", "closed", "queued"]

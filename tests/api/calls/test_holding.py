"""One caller has a call, for a while; only they act in it and see whom it is with."""

import asyncio
from datetime import timedelta
from functools import partial

import pytest

from api.audit import service as audit
from api.auth import service as auth
from api.calls import service as calls
from api.calls.schemas import CloseIn
from api.database.ids import new_id
from api.errors import NotFound
from api.people import service as people
from api.vocabulary import CallBy, CallOutcome, CallStatus, Role
from tests.api.calls.conftest import NOW, SETTINGS, queue, resident, told, who

PHONE = "+4930123456"
LATER = NOW + SETTINGS.claim_lasts


async def queued(store, **more):
    """The id of a call with a resident whose name and number are known."""

    def unit(conn):
        someone = resident(conn, phone=PHONE, **more)
        people.set_name(conn, someone.person_id, "Mei Lin")
        return queue(conn, someone).call_id

    return await store.write(unit)


def claim(call_id, actor, now=NOW):
    """A unit of work: this caller claims the call."""
    return lambda conn: calls.claim(conn, call_id, actor, settings=SETTINGS, now=now)


def actions(conn, subject_id):
    """What was done to a row, oldest first."""
    found = audit.entries(conn, subject_id=subject_id, before=None, limit=50)
    return [entry.action for entry in reversed(found)]


async def test_of_many_who_claim_at_once_one_has_the_call(store):
    """The others are told that it is taken."""
    call_id = await queued(store)
    jobs = [store.write(claim(call_id, who())) for _ in range(12)]
    outcomes = await asyncio.gather(*jobs, return_exceptions=True)
    assert sum(isinstance(outcome, calls.CallTaken) for outcome in outcomes) == 11


async def test_a_claim_ends_by_itself_and_can_be_held_longer(store, ann, ben):
    """A caller who falls silent blocks nobody; one who is at it keeps the call."""
    call_id = await queued(store)
    await store.write(claim(call_id, ann))
    held = await store.write(claim(call_id, ann, NOW + timedelta(minutes=5)))
    assert held.claimed_until == NOW + timedelta(minutes=5) + SETTINGS.claim_lasts
    with pytest.raises(calls.CallTaken):
        await store.write(claim(call_id, ben, LATER))
    taken = await store.write(claim(call_id, ben, held.claimed_until))
    assert taken.claimed_by == ben.id


async def test_a_call_given_back_is_free(store, ann, ben):
    """At once, for anybody."""
    call_id = await queued(store)
    await store.write(claim(call_id, ann))
    await store.write(lambda conn: calls.release(conn, call_id, ann, now=NOW))
    assert (await store.write(claim(call_id, ben))).claimed_by == ben.id


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.ADMIN])
async def test_a_coordinator_gives_back_a_call_somebody_else_holds(store, ann, role):
    """They steer the queue."""
    call_id = await queued(store)
    await store.write(claim(call_id, ann))
    freed = await store.write(lambda conn: calls.release(conn, call_id, who(role), now=NOW))
    assert freed.status is CallStatus.QUEUED


async def test_nobody_acts_in_a_call_they_do_not_hold(store, ann, ben):
    """Not before claiming it, not while another has it, not after the claim ended."""
    call_id = await queued(store)

    def close_by(actor, now=NOW):
        closing = CloseIn(outcome=CallOutcome.COMPLETED)
        return lambda conn: calls.close(conn, call_id, closing, actor, settings=SETTINGS, now=now)

    for actor, now in ((ann, NOW), (ben, NOW), (ann, LATER)):
        with pytest.raises(calls.CallNotHeld):
            await store.write(close_by(actor, now))
        if actor is ann and now is NOW:
            await store.write(claim(call_id, ann))


async def test_who_a_call_is_with_is_shown_to_its_holder_only(store, ann, ben):
    """All see a masked number; each showing is in the audit, a coordinator is no exception."""
    call_id = await queued(store)
    await store.write(claim(call_id, ann))
    boss = who(Role.COORDINATOR)

    def read_by(actor):
        return lambda conn: calls.detail(conn, call_id, actor, now=NOW)

    for other in (ben, boss):
        seen = await store.write(read_by(other))
        assert (seen.name, seen.phone, seen.revealed) == ("", "•" * 9 + "56", False)
    holder = await store.write(read_by(ann))
    assert (holder.name, holder.phone, holder.revealed) == ("Mei Lin", "•" * 9 + "56", True)
    assert await store.read(lambda conn: actions(conn, call_id)) == ["claim", "reveal"]


async def test_the_whole_number_is_shown_to_the_holder_who_asks_for_it(store, ann, ben):
    """Once they press for it, and that is in the audit; to nobody else, coordinators included."""
    call_id = await queued(store)
    await store.write(claim(call_id, ann))

    def number_for(actor, now=NOW):
        return lambda conn: calls.number(conn, call_id, actor, now=now)

    assert (await store.write(number_for(ann))).phone == PHONE
    for actor, now in ((ben, NOW), (who(Role.COORDINATOR), NOW), (ann, LATER)):
        with pytest.raises(calls.CallNotHeld):
            await store.write(number_for(actor, now))
    assert await store.read(lambda conn: actions(conn, call_id)) == ["claim", "reveal_number"]


def signed_in_twice(conn):
    """One caller with a token on each of two devices."""
    eva = people.add_person(
        conn, language="en", name="Eva Lind", phone="", accommodations=(), now=NOW
    )
    secrets = [
        auth.issue(conn, Role.CALLER, "desk", eva, now=NOW, lifetime=timedelta(hours=1))
        for _ in range(2)
    ]
    return [auth.actor_of(conn, secret, now=NOW) for secret in secrets]


async def test_colleagues_see_who_has_a_call_and_its_holder_may_sign_in_again(store, ben):
    """By first name; a second token of the same person holds the same call."""
    call_id = await queued(store)
    first, second = await store.write(signed_in_twice)
    await store.write(claim(call_id, first))
    await store.write(claim(call_id, second))
    seen = await store.write(lambda conn: calls.detail(conn, call_id, ben, now=NOW))
    assert (seen.call.holder, seen.call.mine) == ("Eva", False)
    own = await store.write(lambda conn: calls.detail(conn, call_id, first, now=NOW))
    assert own.call.mine


async def test_a_coordinator_does_not_talk_into_a_call_somebody_else_holds(store, ann):
    """One person talks with a resident; a coordinator first takes the call from them."""
    call_id = await queued(store)
    await store.write(claim(call_id, ann))
    boss, ended = who(Role.COORDINATOR), CloseIn(outcome=CallOutcome.COMPLETED)
    close = partial(calls.close, settings=SETTINGS, now=NOW)
    with pytest.raises(calls.CallNotHeld):
        await store.write(lambda conn: close(conn, call_id, ended, boss))
    await store.write(lambda conn: calls.release(conn, call_id, boss, now=NOW))
    closed = await store.write(lambda conn: close(conn, call_id, ended, boss))
    assert closed.status is CallStatus.CLOSED


async def test_a_closed_call_keeps_its_note_sealed_and_tells_no_promise(store, ann):
    """What was not yet sent of it is withdrawn, and it can be claimed no more."""

    def unit(conn):
        someone = resident(conn)
        call_id = queue(conn, someone).call_id
        calls.claim(conn, call_id, ann, settings=SETTINGS, now=NOW)
        closing = CloseIn(outcome=CallOutcome.PARTLY, note="Ask about the lift.")
        calls.close(conn, call_id, closing, ann, settings=SETTINGS, now=NOW)
        boss = who(Role.COORDINATOR)
        return call_id, told(conn, someone), calls.detail(conn, call_id, boss, now=NOW)

    call_id, said, detail = await store.write(unit)
    assert said == []
    assert detail.note == "Ask about the lift."
    assert (detail.call.status, detail.call.outcome) == (CallStatus.CLOSED, CallOutcome.PARTLY)
    with pytest.raises(calls.CallClosed):
        await store.write(claim(call_id, ann))


async def test_after_a_closed_call_a_new_one_is_a_new_call(store, ann):
    """Nothing of the old one is joined."""

    def unit(conn):
        someone = resident(conn)
        first = queue(conn, someone).call_id
        closing = CloseIn(outcome=CallOutcome.COMPLETED)
        calls.close(conn, first, closing, who(Role.ADMIN), settings=SETTINGS, now=NOW)
        return first, queue(conn, someone)

    first, second = await store.write(unit)
    assert (second.again, second.call_id == first) == (False, False)


async def test_a_call_nobody_queued_is_not_found(store, ann):
    """Whatever is done to it."""
    with pytest.raises(NotFound):
        await store.write(claim(new_id(NOW), ann))


async def test_a_claimed_call_shows_as_claimed_to_the_bot(store, ann):
    """So that it leaves unclear words to the caller."""

    def unit(conn):
        someone = resident(conn)
        call_id = queue(conn, someone).call_id
        calls.claim(conn, call_id, ann, settings=SETTINGS, now=NOW)
        return calls.open_of(conn, someone.person_id)

    fact = await store.write(unit)
    assert (fact.claimed, fact.by) == (True, CallBy.TEXT)

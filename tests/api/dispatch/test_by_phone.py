"""A group that has only a phone is a rung like any other: it has the time until it is rung."""

from datetime import timedelta

from api.audit import service as audit
from api.auth.actor import Actor
from api.calls import service as calls
from api.calls.schemas import Filters
from api.dispatch import service as dispatch
from api.dispatch import store as kept
from api.dispatch.service import Accepted
from api.errors import Refusal
from api.people import service as people
from api.requests import service as requests
from api.vocabulary import (
    CallBy,
    CallReason,
    CallStatus,
    NoticeCode,
    OfferStatus,
    Role,
    TaskStatus,
    Urgency,
)
from tests.api.district import (
    MINUTE,
    NOW,
    SETTINGS,
    accept,
    group,
    load,
    offers,
    person,
    request,
    told,
    volunteer,
    work,
)

NIGHT = timedelta(hours=10)
"""From noon until somebody is off duty."""
CALLER, OTHER = Actor(Role.CALLER, "c1"), Actor(Role.COORDINATOR, "c2")


def phoned(conn, now=NOW, **changed):
    """A request that such a group is asked for: its leader, the request, the offer, its call."""
    leader = people.add_person(
        conn, language="en", name="Lee", phone="+8613900000000", accommodations=[], now=now
    )
    group(conn, phone_only=True, leader_id=leader)
    request_id = request(conn, person(conn, "rose"), urgency=Urgency.NOW, now=now, **changed)
    work(conn, now)
    [offer] = [one for one in offers(conn, request_id) if one.person_id == leader]
    # The same call again: it tells its id, and when the leader is rung at the latest.
    call = calls.queue(conn, leader, CallReason.PHONE_ONLY, offer_id=offer.id, now=now,
                       duty=calls.OnDuty.of(SETTINGS), urgency=Urgency.NOW)  # fmt: skip
    return leader, request_id, offer, call


async def test_its_offer_is_a_call_by_voice_and_whoever_calls_accepts_for_the_leader(store):
    """Nobody needs more than a phone to help."""

    def unit(conn):
        leader, _, offer, call = phoned(conn)
        kept = calls.find(conn, call.call_id)
        answer = dispatch.accept(conn, offer.id, leader, settings=SETTINGS, now=NOW)
        return call, kept, answer, told(conn, person(conn, "rose")), load(conn, offer.group_id)

    call, kept, answer, heard, held = await store.write(unit)
    assert call.again  # it was queued by the offer
    assert kept.by is CallBy.VOICE
    assert isinstance(answer, Accepted)
    assert heard[-1] == NoticeCode.VOLUNTEER_FOUND
    assert held == 1


async def test_its_offer_lasts_until_the_promise_to_ring(store):
    """The time of four waves is over sooner than anybody can ring, most of all at night."""

    def unit(conn):
        _, request_id, _, call = phoned(conn, NOW + NIGHT)
        work(conn, call.promised_at - MINUTE)
        return call.promised_at, offers(conn, request_id)

    promised_at, [offer] = await store.write(unit)
    assert promised_at > NOW + NIGHT + 4 * SETTINGS.wave_after[Urgency.NOW]
    assert offer.expires_at == promised_at


async def test_nobody_rings_about_an_offer_that_ran_out(store):
    """The call ends with the offer."""

    def unit(conn):
        _, request_id, offer, call = phoned(conn)
        work(conn, offer.expires_at)
        return offers(conn, request_id, OfferStatus.EXPIRED), calls.find(conn, call.call_id)

    expired, kept = await store.write(unit)
    assert len(expired) == 1
    assert kept.status is CallStatus.CLOSED


async def test_nobody_rings_about_an_offer_that_another_took(store):
    """The call is withdrawn with the offer, in the moment of the acceptance."""

    def unit(conn):
        ann = volunteer(conn, group(conn, "near", east_m=600), "ann")
        *_, call = phoned(conn)
        accept(conn, ann)
        return calls.find(conn, call.call_id).status

    assert await store.write(unit) is CallStatus.CLOSED


async def test_a_leader_who_said_no_is_not_rung_again(store):
    """Whoever answered for them, the call waits for nobody any more."""

    def unit(conn):
        leader, request_id, offer, call = phoned(conn)
        dispatch.decline(conn, offer.id, leader, settings=SETTINGS, now=NOW)
        work(conn, NOW)
        return calls.find(conn, call.call_id).status, offers(conn, request_id)

    assert await store.write(unit) == (CallStatus.CLOSED, [])


async def test_a_leader_is_not_taken_for_silent_before_they_are_rung(store):
    """Whoever can only be phoned says nothing while nobody phones them, most of all at night."""

    def unit(conn):
        leader, _, offer, _ = phoned(conn, NOW + NIGHT)
        at = NOW + NIGHT
        dispatch.accept(conn, offer.id, leader, settings=SETTINGS, now=at)
        work(conn, at + SETTINGS.check_in_after[Urgency.NOW])
        asked = [
            one for one in calls.listed(conn, Filters(), CALLER, now=at).items if not one.closed_at
        ]
        promised = asked[-1].promised_at
        work(conn, promised)
        return promised - at, [one.status for one in kept.tasks_of(conn, leader)]

    waits, held = await store.write(unit)
    silence = SETTINGS.check_in_after[Urgency.NOW] + SETTINGS.release_after[Urgency.NOW]
    assert waits > silence
    assert held == [TaskStatus.UNDER_WAY]


async def test_who_holds_the_call_reads_the_task_to_the_leader_and_nobody_else_does(store):
    """Not before they accept, not without the call, and each reading is in the audit."""

    def unit(conn):
        leader, request_id, offer, call = phoned(conn)
        refused = [read(conn, call, CALLER)]
        calls.claim(conn, call.call_id, CALLER, settings=SETTINGS, now=NOW)
        refused.append(read(conn, call, CALLER))
        dispatch.accept(conn, offer.id, leader, settings=SETTINGS, now=NOW)
        refused.append(read(conn, call, OTHER))
        told = read(conn, call, CALLER)
        entries = audit.entries(conn, subject_id=request_id, before=None, limit=9)
        dispatch.hand_back(conn, told.id, leader, settings=SETTINGS, now=NOW)
        refused.append(read(conn, call, CALLER))
        return refused, told, [one.action for one in entries if one.role is Role.CALLER]

    refused, told, reveals = await store.write(unit)
    assert refused == ["call_not_held", "unknown_task", "call_not_held", "unknown_task"]
    assert (told.name, told.address) == ("rose", "Block 7, door 3")
    assert reveals == ["reveal"]


async def test_who_holds_the_call_reads_the_offer_as_every_volunteer_reads_it(store):
    """And nobody else; nothing in it says who it is for."""

    def unit(conn):
        _, _, offer, call = phoned(conn)
        ids = (CALLER, OTHER)
        calls.claim(conn, call.call_id, CALLER, settings=SETTINGS, now=NOW)
        return offer, [asked(conn, call, one) for one in ids]

    offer, (told, refused) = await store.write(unit)
    assert refused == "call_not_held"
    assert told.id == offer.id
    assert told.leaves == offer.leaves
    assert "rose" not in told.model_dump_json()


def asked(conn, call, who):
    """What somebody may ask the leader, or the code of why not."""
    try:
        return dispatch.offered_by_phone(conn, call.call_id, who, now=NOW)
    except Refusal as refusal:
        return refusal.code


def read(conn, call, who):
    """What somebody may read to the leader, or the code of why not."""
    try:
        return dispatch.told_by_phone(conn, call.call_id, who, settings=SETTINGS, now=NOW)
    except Refusal as refusal:
        return refusal.code


async def test_after_a_cancellation_nobody_reads_who_and_where_and_there_is_nothing_to_accept(
    store,
):
    """At once, and not only when the worker comes to it; a task that ended says how."""

    def unit(conn):
        leader, request_id, offer, call = phoned(conn)
        calls.claim(conn, call.call_id, CALLER, settings=SETTINGS, now=NOW)
        seen = [asked(conn, call, CALLER).over]
        dispatch.accept(conn, offer.id, leader, settings=SETTINGS, now=NOW)
        seen.append(asked(conn, call, CALLER).over)
        requests.cancel(conn, request_id, reason="not_needed", now=NOW)
        seen += [asked(conn, call, CALLER).over, read(conn, call, CALLER)]
        work(conn)
        return [*seen, asked(conn, call, CALLER).over]

    cancelled = NoticeCode.TASK_CANCELLED
    assert await store.write(unit) == [None, None, cancelled, "unknown_task", cancelled]

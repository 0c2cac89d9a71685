"""A group that has only a phone is a rung like any other: it has the time until it is rung."""

from datetime import timedelta

from api.calls import service as calls
from api.dispatch import service as dispatch
from api.dispatch.service import Accepted
from api.people import service as people
from api.vocabulary import CallBy, CallReason, CallStatus, NoticeCode, OfferStatus, Urgency
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

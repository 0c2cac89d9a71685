"""Whoever is reached by no written word is told, and asked, by a call."""

from api.addresses import service as addresses
from api.auth.actor import Actor
from api.calls import service as calls
from api.calls.schemas import Filters
from api.notices import service as notices
from api.people import service as people
from api.requests import service as requests
from api.requests.schemas import Place, RequestIn
from api.vocabulary import CallBy, CallReason, Leaf, NoticeCode, Role
from tests.api.district import HOME, NOW, accept, group, offers, person, request, volunteer, work

BOSS = Actor(Role.COORDINATOR, "c1")


def only_a_telephone(conn):
    """Somebody without any wire, for whom a coordinator asks."""
    bob = people.add_person(
        conn, language="en", name="Bob", phone="+8613800000000", accommodations=(), now=NOW
    )
    asked_for = RequestIn(
        needs=[Leaf.GROCERIES],
        urgency="today",
        place=Place(latitude=HOME[0], longitude=HOME[1]),
        name="Bob",
    )
    requests.create(conn, asked_for, resident_id=bob, address_id=None, now=NOW)
    return bob


async def test_news_for_somebody_with_only_a_telephone_is_a_call_with_the_words_to_say(store):
    """Not a notice on a wire that nobody reads; a second piece of news joins the call."""

    def unit(conn):
        ann = volunteer(conn, group(conn), "ann")
        bob = only_a_telephone(conn)
        work(conn)
        accept(conn, ann)
        line = calls.line_of(conn, bob, NOW)
        queued = calls.open_of(conn, bob)
        return calls.get(conn, queued.id), [one.code for one in notices.waiting(conn, line.id)]

    call, words = await store.write(unit)
    assert (call.by, call.reason) == (CallBy.VOICE, CallReason.NEWS)
    assert words == [NoticeCode.VOLUNTEER_FOUND]


async def test_a_volunteer_whom_no_words_reach_is_rung(store):
    """Somebody who was invited by telephone, and is spoken with there, helps like any other."""

    def unit(conn):
        ann = volunteer(conn, group(conn), "ann")
        people.set_phone(conn, ann.id, "+8613900000000")
        addresses.mark_dead(conn, ann.address_id, now=NOW)
        calls.line_of(conn, ann.id, NOW)
        request_id = request(conn, person(conn, "rose"))
        work(conn)
        (offer,) = [one for one in offers(conn, request_id) if one.person_id == ann.id]
        listed = calls.listed(conn, Filters(), BOSS, now=NOW).items
        return offer.id, [(one.offer_id, one.by, one.reason) for one in listed]

    offer_id, queued = await store.write(unit)
    assert queued == [(offer_id, CallBy.VOICE, CallReason.PHONE_ONLY)]

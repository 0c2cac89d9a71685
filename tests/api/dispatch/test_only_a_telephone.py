"""Whoever is reached by no written word is told, and asked, by a call."""

from dataclasses import replace
from datetime import timedelta

import pytest

from api.addresses import service as addresses
from api.auth.actor import Actor
from api.calls import service as calls
from api.calls.schemas import Filters
from api.dispatch import service as dispatch
from api.groups import service as groups
from api.groups.schemas import GroupChange
from api.notices import service as notices
from api.people import service as people
from api.people.schemas import Contact
from api.requests import service as requests
from api.requests.schemas import Change, Place, RequestIn
from api.vocabulary import CallBy, CallReason, Leaf, NoticeCode, Role, Urgency
from tests.api.district import (
    HOME,
    NOW,
    SETTINGS,
    accept,
    group,
    offers,
    person,
    request,
    volunteer,
    work,
)

BOSS, EVA = Actor(Role.COORDINATOR, "c1"), Actor(Role.CALLER, "c2")


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


def rung_only(conn, group_id, name="chen", **changed):
    """A volunteer whom no words reach, as who was invited by telephone."""
    chen = volunteer(conn, group_id, name, **changed)
    people.set_phone(conn, chen.id, "+862155550142")
    addresses.mark_dead(conn, chen.address_id, now=NOW)
    calls.line_of(conn, chen.id, NOW)
    return chen


def queued(conn):
    """Every open call: with whom, about which offer, why."""
    listed = calls.listed(conn, Filters(), BOSS, now=NOW).items
    return [(one.person_id, one.offer_id, one.reason) for one in listed]


UNREACHED = {
    "wrong number": lambda conn, chen: people.mark_number(conn, chen.id, "wrong_number"),
    "dead number": lambda conn, chen: people.mark_number(conn, chen.id, "number_dead"),
    "no calls": lambda conn, chen: people.set_contact(conn, chen.id, Contact(may_call="no")),
    "no number": lambda conn, chen: people.set_phone(conn, chen.id, ""),
}


@pytest.mark.parametrize("why", UNREACHED)
async def test_whom_nothing_reaches_is_not_asked_and_takes_nobodys_place(store, why):
    """Neither a text to their number nor a call; the wave asks somebody else at once."""
    told = replace(SETTINGS, wave_size=1)

    def unit(conn):
        one = group(conn)
        chen = rung_only(conn, one)
        UNREACHED[why](conn, chen)
        ann = volunteer(conn, one, "ann")
        request_id = request(conn, person(conn, "rose"))
        dispatch.due(conn, NOW, told)
        return [offer.person_id for offer in offers(conn, request_id)], ann.id, queued(conn)

    asked, ann, calls_open = await store.write(unit)
    assert (asked, calls_open) == ([ann], [])


async def test_the_next_wave_does_not_wait_for_a_call_that_nobody_makes(store):
    """He stays asked until somebody was on duty to ring; the others are asked as ever."""
    told, later = replace(SETTINGS, wave_size=1), NOW + SETTINGS.wave_after[Urgency.NOW]

    def unit(conn):
        one = group(conn)
        chen = rung_only(conn, one)
        ann = volunteer(conn, group(conn, "far", east_m=900), "ann")
        request_id = request(conn, person(conn, "rose"), urgency=Urgency.NOW)
        dispatch.due(conn, NOW, told)
        first = [offer.person_id for offer in offers(conn, request_id)]
        dispatch.due(conn, later, told)
        return chen.id, ann.id, first, [offer.person_id for offer in offers(conn, request_id)]

    chen, ann, first, second = await store.write(unit)
    assert first == [chen]
    assert second == [chen, ann]


async def test_what_changes_is_told_by_the_call_that_waits_and_no_second_one(store):
    """The offer stays theirs; whoever rings reads it as it is then."""

    def unit(conn):
        chen = rung_only(conn, group(conn))
        request_id = request(conn, person(conn, "rose"))
        work(conn)
        before = queued(conn)
        change = Change(urgency=Urgency.NOW)
        dispatch.change_request(conn, request_id, change, settings=SETTINGS, now=NOW)
        return before, queued(conn), [(chen.id, offers(conn, request_id)[0].id)]

    before, after, offered = await store.write(unit)
    assert before == after
    assert [one[:2] for one in after] == offered


async def test_a_task_is_asked_about_by_a_call_about_that_task(store):
    """So it can be done or handed back by it, in a group that others write to."""

    def unit(conn):
        chen = rung_only(conn, group(conn))
        request(conn, person(conn, "rose"))
        work(conn)
        accept(conn, chen)
        silent = NOW + SETTINGS.check_in_after[Urgency.TODAY]
        work(conn, silent)
        return chen.id, queued(conn)

    chen, [(who, offer_id, reason)] = await store.write(unit)
    assert (who, reason) == (chen, CallReason.PHONE_ONLY)
    assert offer_id


async def test_nobody_who_has_only_a_phone_is_asked_to_write(store):
    """What is done in writing alone is not theirs, even if they said so."""

    def unit(conn):
        one = group(conn, leaves=(), remote=(Leaf.CHECK_IN,))
        rung_only(conn, one, how=["by_text"])
        request_id = request(conn, person(conn, "rose"), needs=[Leaf.CHECK_IN])
        work(conn)
        return offers(conn, request_id)

    assert await store.write(unit) == []


def held(conn, chen):
    """The call with them, held by a caller."""
    [call] = calls.listed(conn, Filters(), BOSS, now=NOW).items
    calls.claim(conn, call.id, EVA, settings=SETTINGS, now=NOW)
    assert call.person_id == chen.id
    return call


async def test_who_wants_a_rest_says_so_on_the_telephone(store):
    """They are not asked for a week, and others are asked at once; nobody else may say it."""

    def unit(conn):
        chen = rung_only(conn, group(conn))
        request_id = request(conn, person(conn, "rose"))
        work(conn)
        call = held(conn, chen)
        with pytest.raises(calls.CallNotHeld):
            dispatch.pause_by_phone(conn, call.id, "week", BOSS, settings=SETTINGS, now=NOW)
        dispatch.pause_by_phone(conn, call.id, "week", EVA, settings=SETTINGS, now=NOW)
        [member] = groups.memberships(conn, chen.id)
        return member.paused_until, offers(conn, request_id)

    paused_until, asked = await store.write(unit)
    assert paused_until == NOW + timedelta(days=7)
    assert asked == []


@pytest.mark.parametrize("leads", [False, True])
async def test_who_wants_to_stop_says_so_on_the_telephone(store, leads):
    """What they had, others are asked for; they lead nothing, and are rung no more."""

    def unit(conn):
        one = group(conn)
        chen = rung_only(conn, one)
        if leads:
            groups.change(conn, one, GroupChange(leader_id=chen.id, phone_only=True), now=NOW)
        request_id = request(conn, person(conn, "rose"))
        work(conn)
        call = held(conn, chen)
        dispatch.leave_by_phone(conn, call.id, EVA, settings=SETTINGS, now=NOW)
        led_by = groups.get(conn, one).leader_id
        return groups.is_volunteer(conn, chen.id), led_by, offers(conn, request_id)

    assert await store.write(unit) == (False, None, [])

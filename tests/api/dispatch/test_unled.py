"""A group that has only a phone, and nobody who is rung for it: a coordinator is told."""

from dataclasses import replace
from datetime import timedelta

import pytest

from api.addresses import service as addresses
from api.auth.actor import Actor
from api.calls import service as calls
from api.calls.schemas import Filters
from api.dispatch import service as dispatch
from api.dispatch import store as kept
from api.groups import service as groups
from api.groups.schemas import GroupChange
from api.notices import service as notices
from api.operations.erasing import forget
from api.operations.schemas import Erase
from api.people import service as people
from api.people.schemas import Contact
from api.settings import Settings
from api.vocabulary import Accommodation, CallReason, Channel, NoticeCode, Role
from tests.api.district import NOW, accept, group, offers, person, request, volunteer, work

SETTINGS = replace(Settings(), coordinators=("telegram:boss",))
BOSS, EVA = Actor(Role.COORDINATOR, "c1"), Actor(Role.CALLER, "c2")
WEEK = NOW + timedelta(days=7)


def led_by_phone(conn, *, member, name="lee"):
    """A group that has only a phone, and its leader: also a volunteer of it, or none."""
    led = group(conn, "Elm", phone_only=True)
    leader = volunteer(conn, led, name) if member else person(conn, name)
    addresses.mark_dead(conn, leader.address_id, now=NOW)
    people.set_phone(conn, leader.id, "+862155550142")
    groups.change(conn, led, GroupChange(leader_id=leader.id), now=NOW)
    return led, leader


def held(conn):
    """The one open call, held by a caller."""
    [call] = calls.listed(conn, Filters(), BOSS, now=NOW).items
    calls.claim(conn, call.id, EVA, settings=SETTINGS, now=NOW)
    return call


def alerts(conn):
    """What the one coordinator is told: of which group, until when."""
    address = addresses.from_setting(conn, SETTINGS.coordinators[0], now=NOW)
    told = notices.waiting(conn, address.id)
    assert {one.code for one in told} <= {NoticeCode.COORDINATOR_ALERT}
    return [(one.values["group"], one.values["at"]) for one in told if one.values["group"]]


def moment(at):
    """As it stands in a notice."""
    return at.isoformat().replace("+00:00", "Z")


@pytest.mark.parametrize("member", [True, False])
async def test_a_leader_who_stops_leaves_no_group_without_a_word(store, member):
    """Their offer is over, another group is asked at once, and the coordinator knows why."""

    def unit(conn):
        led, _ = led_by_phone(conn, member=member)
        ann = volunteer(conn, group(conn, "far", east_m=900), "ann")
        request_id = request(conn, person(conn, "rose"))
        dispatch.due(conn, NOW, SETTINGS)
        dispatch.leave_by_phone(conn, held(conn).id, EVA, settings=SETTINGS, now=NOW)
        work(conn)
        return groups.get(conn, led).leader_id, alerts(conn), offers(conn, request_id), ann

    leader, alerted, [offer], ann = await store.write(unit)
    assert (leader, alerted) == (None, [("Elm", None)])
    assert offer.person_id == ann.id


async def test_what_a_leader_had_taken_is_open_again_and_no_call_about_it_is_left(store):
    """Only the call that is held stays, until its caller closes it."""

    def unit(conn):
        _, lee = led_by_phone(conn, member=False)
        request_id = request(conn, person(conn, "rose"))
        work(conn)
        accept(conn, lee)
        call_about_the_task(conn)
        dispatch.leave(conn, lee.id, settings=SETTINGS, now=NOW)
        work(conn)
        queued = calls.listed(conn, Filters(), BOSS, now=NOW).items
        with_lee = [one for one in queued if one.person_id == lee.id]
        return kept.tasks_for(conn, request_id), with_lee, alerts(conn)

    tasks, with_lee, alerted = await store.write(unit)
    assert tasks == []
    assert with_lee == []
    assert ("Elm", None) in alerted


def call_about_the_task(conn):
    """Nothing was heard of it, so it is asked about by a call."""
    silent = NOW + SETTINGS.check_in_after["today"]
    work(conn, silent)
    queued = calls.listed(conn, Filters(), BOSS, now=silent).items
    assert [one.reason for one in queued] == [CallReason.PHONE_ONLY]


@pytest.mark.parametrize("member", [True, False])
async def test_a_leader_who_rests_takes_the_group_with_them(store, member):
    """Nobody rings it for a week; the coordinator hears until when."""

    def unit(conn):
        led, _ = led_by_phone(conn, member=member)
        request_id = request(conn, person(conn, "rose"))
        work(conn)
        dispatch.pause_by_phone(conn, held(conn).id, "week", EVA, settings=SETTINGS, now=NOW)
        work(conn)
        for wave in range(1, 5):
            work(conn, NOW + wave * SETTINGS.wave_after["today"])
        return groups.get(conn, led).paused_until, alerts(conn), offers(conn, request_id)

    paused_until, alerted, asked = await store.write(unit)
    assert (paused_until, asked) == (WEEK, [])
    assert alerted[0] == ("Elm", moment(WEEK))


async def test_a_group_is_rung_again_when_its_leader_comes_back(store):
    """Not when a coordinator had paused it for longer."""

    def unit(conn):
        led, lee = led_by_phone(conn, member=True)
        groups.pause(conn, lee.id, "week", now=NOW)
        groups.resume(conn, lee.id, now=NOW)
        after = groups.get(conn, led).paused_until
        longer = WEEK + timedelta(days=7)
        groups.change(conn, led, GroupChange(paused_until=longer), now=NOW)
        groups.pause(conn, lee.id, "week", now=NOW)
        groups.resume(conn, lee.id, now=NOW)
        return after, groups.get(conn, led).paused_until == longer

    assert await store.write(unit) == (None, True)


async def test_a_leader_who_is_erased_leads_nothing(store):
    """Their address is nobody's; the coordinator hears that the group has nobody."""

    def unit(conn):
        led, _ = led_by_phone(conn, member=False)
        wanted = Erase(channel=Channel.TELEGRAM, address="lee")
        forget(conn, wanted, BOSS, settings=SETTINGS, now=NOW)
        return groups.get(conn, led).leader_id, alerts(conn)

    assert await store.write(unit) == (None, [("Elm", None)])


async def test_a_volunteer_who_is_erased_is_asked_nothing(store):
    """They belong to no group, and an offer that was open goes to somebody else."""

    def unit(conn):
        ann = volunteer(conn, group(conn), "ann")
        request_id = request(conn, person(conn, "rose"))
        work(conn)
        forget(conn, Erase(channel=Channel.TELEGRAM, address="ann"), BOSS,
               settings=SETTINGS, now=NOW)  # fmt: skip
        return groups.is_volunteer(conn, ann.id), offers(conn, request_id)

    assert await store.write(unit) == (False, [])


UNREACHED = {
    "wrong number": lambda conn, lee: people.mark_number(conn, lee.id, "wrong_number"),
    "no calls": lambda conn, lee: people.set_contact(conn, lee.id, Contact(may_call="no")),
    "no number": lambda conn, lee: people.set_phone(conn, lee.id, ""),
    "needs no calls, said as a resident": lambda conn, lee: people.set_accommodations(
        conn, lee.id, [Accommodation.NO_PHONE_CALLS]
    ),
}


@pytest.mark.parametrize("why", UNREACHED)
async def test_a_leader_whom_no_call_reaches_is_not_asked(store, why):
    """Others are, at once."""

    def unit(conn):
        _, lee = led_by_phone(conn, member=False)
        UNREACHED[why](conn, lee)
        request_id = request(conn, person(conn, "rose"))
        work(conn)
        return offers(conn, request_id), calls.listed(conn, Filters(), BOSS, now=NOW).items

    asked, queued = await store.write(unit)
    assert asked == []
    assert CallReason.PHONE_ONLY not in {one.reason for one in queued}

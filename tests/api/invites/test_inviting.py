"""A coordinator gives a number: one person is added, one call waits, and nobody is told."""

import asyncio
from datetime import timedelta

import pytest

from api.calls import service as calls
from api.calls.schemas import Filters
from api.errors import Refusal
from api.groups import service as groups
from api.groups.schemas import GroupChange
from api.invites import service as invites
from api.notices import service as notices
from api.people import service as people
from api.vocabulary import CallBy, CallReason, InvitedAs, Role
from tests.api.district import NOW, SETTINGS, group, person
from tests.api.invites.conftest import (
    EVA,
    IDA,
    PHONE,
    closes,
    code_of,
    coordinator,
    invited,
    looked_at,
    says_yes,
    takes,
)


def queued(conn):
    """Every call in the queue, by whom and why."""
    listed = calls.listed(conn, Filters(), IDA, now=NOW).items
    return [(one.person_id, one.by, one.reason) for one in listed]


async def test_a_call_by_voice_waits_and_its_form_is_that_of_the_invite(store):
    """Nobody was promised anything, and no word is sent to the number."""

    def unit(conn):
        one = invited(conn)
        line = calls.line_of(conn, one.person_id, NOW)
        role = groups.invite_for(conn, code_of(conn, one), now=NOW)
        return one, queued(conn), role, notices.waiting(conn, line.id)

    one, waits, role, told = await store.write(unit)
    assert waits == [(one.person_id, CallBy.VOICE, CallReason.INVITED)]
    assert (role, told) == (Role.VOLUNTEER, [])


async def test_a_call_to_invite_somebody_stands_behind_all_calls_for_help(store):
    """It is due within a day of the hours on duty."""

    def unit(conn):
        one = invited(conn)
        call = calls.get(conn, one.call_id)
        ann = person(conn, "ann")
        duty = calls.OnDuty.of(SETTINGS)
        calls.queue(conn, ann.id, CallReason.NEWS, now=NOW, duty=duty)
        return call.due_at, [who for who, _, _ in queued(conn)], one.person_id

    due_at, order, last = await store.write(unit)
    assert due_at == NOW + timedelta(days=1)
    assert order[-1] == last


@pytest.mark.parametrize(
    ("needs", "by"),
    [(["slow", "no_text"], CallBy.VOICE), (["hard_of_hearing"], CallBy.RELAY),
     (["sign_language"], CallBy.INTERPRETER)],
)  # fmt: skip
async def test_the_call_is_held_as_the_person_can_talk(store, needs, by):
    """What the coordinator knows of them counts from the first call on."""
    waits = await store.write(lambda conn: (invited(conn, accommodations=needs), queued(conn))[1])
    assert [one for _, one, _ in waits] == [by]


@pytest.mark.parametrize("somebody_else", [False, True])
async def test_the_same_person_is_not_invited_twice(store, somebody_else):
    """It is told plainly; there is one person, and one call."""

    def unit(conn):
        one = invited(conn)
        with pytest.raises(invites.AlreadyInvited) as refused:
            invited(conn, one.group_id, somebody_else=somebody_else)
        return refused.value, queued(conn)

    refused, waits = await store.write(unit)
    assert [error["field"] for error in refused.errors] == ["body.phone"]
    assert len(waits) == 1


async def test_two_who_share_a_number_are_two_people(store):
    """Once the coordinator says that it is somebody else, each has a call of their own."""

    def unit(conn):
        chen = invited(conn)
        mei = invited(conn, chen.group_id, name="Mei", somebody_else=True)
        return [chen.person_id, mei.person_id], [who for who, _, _ in queued(conn)]

    people_rung, waits = await store.write(unit)
    assert sorted(waits) == sorted(people_rung)
    assert len(set(waits)) == 2


async def test_a_resident_of_the_same_number_is_never_taken_for_the_invited(store):
    """A daughter asked for help from the same telephone: nothing of hers is his."""

    def unit(conn):
        daughter = person(conn, "mei")
        people.set_phone(conn, daughter.id, PHONE)
        one = invited(conn)
        return daughter.id, one.person_id, people.person(conn, one.person_id)

    daughter, chen, known = await store.write(unit)
    assert daughter != chen
    assert (known.name, known.language, known.phone) == ("Mr. Chen", "zh-Hans", PHONE)


async def test_who_belongs_to_a_group_or_leads_one_is_not_rung_to_be_invited(store):
    """Until they leave it."""

    def unit(conn):
        one = invited(conn)
        says_yes(conn, one)
        with pytest.raises(invites.AlreadyInvited):
            invited(conn)
        groups.leave(conn, one.person_id, now=NOW)
        again = invited(conn)
        closes(conn, again, "no_help_wanted")
        looked_at(conn)
        led = people.add_person(
            conn, language="en", name="", phone=PHONE, accommodations=(), now=NOW
        )
        groups.change(conn, one.group_id, GroupChange(leader_id=led), now=NOW)
        with pytest.raises(invites.AlreadyInvited):
            invited(conn)
        return again.person_id != one.person_id

    assert await store.write(unit)


async def test_nobody_is_invited_to_a_closed_group_or_to_none(store):
    """The field is named."""

    def unit(conn):
        group_id = group(conn)
        groups.change(conn, group_id, GroupChange(closed=True), now=NOW)
        refused = []
        for wanted in (group_id, "019a0000-0000-7000-8000-000000000000"):
            with pytest.raises(Refusal) as error:
                invited(conn, wanted)
            refused.append((error.value.code, error.value.errors))
        return refused

    [(code, [fault]), (unknown, _)] = await store.write(unit)
    assert (code, fault["field"], unknown) == ("invalid", "body.group_id", "not_found")


async def test_who_shares_a_number_needs_a_name(store):
    """Else nobody could ask for them on the telephone."""

    def unit(conn):
        with pytest.raises(Refusal) as error:
            invited(conn, name=" ", somebody_else=True)
        return error.value

    assert (await store.write(unit)).errors[0]["field"] == "body.name"


@pytest.mark.parametrize("invited_as", list(InvitedAs))
async def test_whoever_holds_the_call_reads_who_invites_and_what_to(store, invited_as):
    """And nobody else does."""

    def unit(conn):
        one = invited(conn, group(conn, "Elm"), by=coordinator(conn), invited_as=invited_as)
        with pytest.raises(calls.CallNotHeld):
            invites.told(conn, one.call_id, EVA, now=NOW)
        takes(conn, one)
        return invites.told(conn, one.call_id, EVA, now=NOW)

    told = await store.write(unit)
    assert (told.group, told.invited_as, told.inviter) == ("Elm", invited_as, "Ida Berg")


async def test_what_a_caller_should_know_is_read_by_who_holds_the_call(store):
    """As any note of a call."""

    def unit(conn):
        one = invited(conn, note="Knows Mrs. Wang")
        takes(conn, one)
        return [calls.detail(conn, one.call_id, who, now=NOW).note for who in (EVA, IDA)]

    assert await store.write(unit) == ["Knows Mrs. Wang", ""]


async def test_of_two_coordinators_at_once_one_invites(store):
    """The other is told plainly; there is one person and one call."""
    group_id = await store.write(group)

    async def once():
        try:
            return await store.write(lambda conn: invited(conn, group_id).id)
        except invites.AlreadyInvited:
            return None

    made = await asyncio.gather(*(once() for _ in range(4)))
    assert len([one for one in made if one]) == 1
    assert len(await store.read(queued)) == 1

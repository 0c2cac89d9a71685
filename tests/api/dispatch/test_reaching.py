"""Phones, unknown places, dead addresses, blocked people: nobody is left out or met wrongly."""

import json

from api.addresses import service as addresses
from api.auth.actor import Actor
from api.calls import service as calls
from api.calls.service import find as find_call
from api.dispatch import service as dispatch
from api.groups import service as groups
from api.people import service as people
from api.requests import service as requests
from api.requests.schemas import Change, Place
from api.vocabulary import (
    Accommodation,
    CallReason,
    Leaf,
    NoticeCode,
    Role,
    TaskStatus,
)
from tests.api.district import (
    HOUR,
    MINUTE,
    NOW,
    SETTINGS,
    accept,
    asked,
    group,
    offer_to,
    person,
    request,
    told,
    values,
    volunteer,
    work,
)

BOSS = Actor(Role.COORDINATOR, "c1")
SECRETS = ("rose", "Block 7", "door 3", "insulin", "+8613800000000")


async def test_a_private_offer_shows_only_what_must_be_decided_on(store):
    """Leaf, area and the accommodations at the door: nothing that says who or what for."""

    def unit(conn):
        able = [Accommodation.NO_STAIRS]
        ann = volunteer(conn, group(conn, able=able), "ann", able=able)
        request(conn, person(conn, "rose"), name="rose", phone="+8613800000000",
                details={"food_detail": "insulin"}, people="three",
                accommodations=[*able, Accommodation.BLIND])  # fmt: skip
        work(conn)
        return values(conn, ann, NoticeCode.OFFER)

    shown = await store.write(unit)
    assert shown["accommodations"] == [Accommodation.NO_STAIRS]
    assert shown["count"] == 3
    assert shown["distance"] % 100 == 0
    assert not [secret for secret in SECRETS if secret in json.dumps(shown)]


async def test_an_unknown_place_goes_to_a_person_and_blocks_nothing(store):
    """Help from afar is still found; once somebody knows the place, help in person as well."""

    def unit(conn):
        near = volunteer(conn, group(conn), "near")
        far = volunteer(conn, group(conn, "afar", leaves=[], remote=[Leaf.CHECK_IN]), "far")
        resident = person(conn, "rose")
        unknown = Place(text="behind the old mill")
        request_id = request(conn, resident, Leaf.GROCERIES, Leaf.CHECK_IN, place=unknown)
        work(conn)
        first = asked(conn, request_id)
        call = find_call(conn, calls.open_of(conn, resident.id).id).reason
        known = Place(text="behind the old mill", latitude=31.2304, longitude=121.4737)
        requests.change(conn, request_id, Change(place=known), now=NOW + MINUTE)
        work(conn, NOW + MINUTE)
        return first, call, set(asked(conn, request_id)), near.id, far.id

    first, call, then, near, far = await store.write(unit)
    assert first == [far]
    assert call is CallReason.UNKNOWN_PLACE
    assert then == {near, far}


async def test_a_resident_who_cannot_be_reached_is_called(store):
    """What they must hear, a person says."""

    def unit(conn):
        ann, resident = volunteer(conn, group(conn), "ann"), person(conn, "rose")
        request(conn, resident)
        work(conn)
        addresses.mark_dead(conn, resident.address_id, now=NOW)
        accept(conn, ann)
        return find_call(conn, calls.open_of(conn, resident.id).id).reason

    assert await store.write(unit) is CallReason.ADDRESS_DEAD


async def test_volunteers_who_cannot_be_reached_are_not_asked(store):
    """An offer nobody sees only costs time."""

    def unit(conn):
        group_id = group(conn)
        ann, bob = (volunteer(conn, group_id, name) for name in ("ann", "bob"))
        addresses.mark_dead(conn, ann.address_id, now=NOW)
        request_id = request(conn, person(conn, "rose"))
        work(conn)
        return asked(conn, request_id), bob.id

    found, bob = await store.write(unit)
    assert found == [bob]


async def test_the_resident_and_blocked_people_are_never_asked(store):
    """Nobody is asked to help themselves, nor to meet somebody they are kept apart from."""

    def unit(conn):
        group_id = group(conn)
        ann, bob, rose = (volunteer(conn, group_id, name) for name in ("ann", "bob", "rose"))
        people.block(conn, rose.id, ann.id, now=NOW)
        request_id = request(conn, rose)
        work(conn)
        return asked(conn, request_id), bob.id

    found, bob = await store.write(unit)
    assert found == [bob]


async def test_leaving_hands_everything_over(store):
    """Tasks are handed back and offers go to the next in the same moment."""

    def unit(conn):
        group_id = group(conn)
        ann, bob = (volunteer(conn, group_id, name) for name in ("ann", "bob"))
        first = request(conn, person(conn, "rose"))
        work(conn)
        accept(conn, ann)
        dispatch.leave(conn, ann.id, settings=SETTINGS, now=NOW + HOUR)
        work(conn, NOW + HOUR)
        left = told(conn, ann)
        return asked(conn, first), bob.id, left, groups.is_volunteer(conn, ann.id)

    waits_for, bob, left, still = await store.write(unit)
    assert waits_for == [bob]
    assert NoticeCode.LEFT in left
    assert not still


async def test_words_pass_both_ways_without_a_number(store):
    """A sentence of the volunteer reaches the resident, and the other way round."""

    def unit(conn):
        ann, resident = volunteer(conn, group(conn), "ann"), person(conn, "rose")
        request(conn, resident)
        work(conn)
        accept(conn, ann)
        for who, text in ((ann, "I am at the gate."), (resident, "I come down.")):
            dispatch.send_word(conn, None, who.id, text, settings=SETTINGS, now=NOW)
        return (
            values(conn, resident, NoticeCode.WORD_FROM_VOLUNTEER)["text"],
            values(conn, ann, NoticeCode.WORD_FROM_RESIDENT)["text"],
            told(conn, ann)[-2:],
        )

    to_resident, to_volunteer, heard = await store.write(unit)
    assert to_resident == "I am at the gate."
    assert to_volunteer == "I come down."
    assert heard == [NoticeCode.WORD_SENT, NoticeCode.WORD_FROM_RESIDENT]


async def test_a_task_is_only_its_volunteers_and_only_while_it_lasts(store):
    """Somebody else's task, or one that ended, is unknown."""

    def unit(conn):
        group_id = group(conn)
        ann, bob = (volunteer(conn, group_id, name) for name in ("ann", "bob"))
        request(conn, person(conn, "rose"))
        work(conn)
        task = accept(conn, ann).task_id
        refused = []
        for who in (bob, ann, ann):
            try:
                dispatch.finish(conn, task, who.id, TaskStatus.DONE, settings=SETTINGS, now=NOW)
            except dispatch.UnknownTask:
                refused.append(who.id)
        return refused, [bob.id, ann.id]

    refused, expected = await store.write(unit)
    assert refused == expected


async def test_each_open_offer_to_a_volunteer_has_its_own_letter(store):
    """So "B1" means one thing only."""

    def unit(conn):
        ann = volunteer(conn, group(conn), "ann")
        for name in ("rose", "sam", "tom"):
            request(conn, person(conn, name))
        work(conn)
        letters = [one.letter for one in dispatch.offers_of(conn, ann.id)]
        return letters, offer_to(conn, ann)

    letters, _ = await store.write(unit)
    assert letters == ["A", "B", "C"]

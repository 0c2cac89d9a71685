"""Requests made: kept whole, told, due at once, and shown without who and where."""

import json

import pytest

from api.database.ids import receipt_is_valid
from api.people import service as people
from api.people.schemas import Contact
from api.places import service as places
from api.places.schemas import PlaceIn
from api.requests import service as requests
from api.requests.schemas import Change, Place
from api.vocabulary import Accommodation, Datum, Leaf, NoticeCode, RequestStatus
from tests.api.district import HOME, NOW, person, request, told, values

GARDEN = PlaceIn(name="Osmanthus Garden 桂花苑", latitude=HOME[0], longitude=HOME[1])
DOOR = "Block 7, door 3"


async def test_a_request_is_told_and_due_at_once(store):
    """With its receipt and what it is for; every need is open."""

    def unit(conn):
        rose = person(conn, "rose")
        made = requests.get(conn, request(conn, rose, Leaf.WATER, Leaf.GROCERIES))
        return made, values(conn, rose, NoticeCode.REQUEST_RECEIVED)

    made, said = await store.write(unit)
    assert said == {"receipt": made.receipt, "leaves": ["groceries", "water"]}
    assert receipt_is_valid(made.receipt)
    assert made.needs == {Leaf.GROCERIES: RequestStatus.OPEN, Leaf.WATER: RequestStatus.OPEN}
    assert made.next_at == made.queued_at == NOW


async def test_a_second_request_of_one_person_is_a_request_of_its_own(store):
    """Families share a phone, and need things twice."""

    def unit(conn):
        rose = person(conn, "rose")
        ids = [request(conn, rose) for _ in range(2)]
        return {requests.get(conn, one).receipt for one in ids}, requests.open_of(conn, rose.id)

    receipts, mine = await store.write(unit)
    assert len(receipts) == len(mine) == 2


async def test_a_need_that_is_named_twice_is_one_need(store):
    """Somebody pressed twice."""
    made = await store.write(
        lambda conn: requests.get(
            conn, request(conn, person(conn, "rose"), Leaf.WATER, Leaf.WATER)
        )
    )
    assert made.leaves() == [Leaf.WATER]


async def test_the_area_that_is_shown_is_a_named_place_nearby_and_never_the_door(store):
    """Of about where it is: a name of the gazetteer, else the cell, for no coordinate nothing."""

    def unit(conn):
        rose = person(conn, "rose")
        unnamed = requests.get(conn, request(conn, rose)).area
        places.replace(conn, [GARDEN], now=NOW)
        named = requests.get(conn, request(conn, rose)).area
        unknown = requests.get(conn, request(conn, rose, place=Place(text=DOOR))).area
        return unnamed, named, unknown

    unnamed, named, unknown = await store.write(unit)
    assert named == "Osmanthus Garden 桂花苑"
    assert unnamed == "31.232, 121.471"
    assert unknown == ""


async def test_another_place_has_another_area(store):
    """A change of the place changes what is shown of it."""

    def unit(conn):
        rose = person(conn, "rose")
        request_id = request(conn, rose, place=Place(text=DOOR))
        places.replace(conn, [GARDEN], now=NOW)
        pin = Place(latitude=HOME[0], longitude=HOME[1])
        changed = requests.change(conn, request_id, Change(place=pin), now=NOW)
        return changed.area, changed.located

    assert await store.write(unit) == ("Osmanthus Garden 桂花苑", True)


async def test_what_is_personal_is_sealed_and_whole(store):
    """No plain column says who, where or what of; who may know reads all of it."""
    personal = {
        "place": Place(text=DOOR, latitude=HOME[0], longitude=HOME[1]),
        "details": {"food_detail": "no nuts"},
        "name": "Rose",
        "their_name": "Ella",
        "phone": "+8613800000000",
    }

    def unit(conn):
        request_id = request(conn, person(conn, "someone"), **personal)
        return requests.get(conn, request_id), requests.private(conn, request_id)

    plain, private = await store.write(unit)
    shown = json.dumps({name: str(getattr(plain, name)) for name in plain.__slots__})
    for secret in (DOOR, "no nuts", "Rose", "Ella", "+8613800000000"):
        assert secret not in shown
    assert (private.name, private.their_name, private.phone) == ("Rose", "Ella", "+8613800000000")
    assert (private.place.text, private.details) == (DOOR, {"food_detail": "no nuts"})


async def test_a_coordinate_of_a_chinese_map_is_kept_as_phones_say_it(store):
    """Else the nearest group would be another."""
    place = Place(latitude=31.2, longitude=121.4, datum=Datum.GCJ02)

    def unit(conn):
        return requests.place_of(conn, request(conn, person(conn, "rose"), place=place))

    kept = await store.write(unit)
    assert kept.datum is Datum.WGS84
    assert kept.latitude != pytest.approx(31.2, abs=0.0005)


@pytest.mark.parametrize(
    ("for_whom", "kept"), [("me", [Accommodation.SLOW]), ("someone_else", [])]
)
async def test_what_somebody_needs_is_remembered_of_themselves_only(store, for_whom, kept):
    """What a helper says of another stays in that request."""

    def unit(conn):
        rose = person(conn, "rose")
        needs = [Accommodation.SLOW]
        request_id = request(conn, rose, accommodations=needs, for_whom=for_whom)
        profile = people.person(conn, rose.id).accommodations
        return list(profile), requests.get(conn, request_id).accommodations

    profile, mine = await store.write(unit)
    assert profile == kept
    assert mine == {Accommodation.SLOW}


@pytest.mark.parametrize(
    ("reach", "may_call", "message"),
    [("call", "yes", True), ("here", "", False), ("text", "", False)],
)
async def test_who_asks_to_be_called_may_be_rung_and_nobody_else(store, reach, may_call, message):
    """The newest answer counts; what a caller learned of the telephone besides stays."""

    def unit(conn):
        rose = person(conn, "rose")
        people.set_contact(conn, rose.id, Contact(may_call="yes", borrowed=True))
        request(conn, rose, reach=reach, leave_message=True)
        return people.person(conn, rose.id).contact

    contact = await store.write(unit)
    assert (contact.may_call, contact.leave_message) == (may_call, message)
    assert contact.borrowed


async def test_only_who_asked_hears_of_it(store):
    """Another resident's request is nobody else's notice."""

    def unit(conn):
        rose, sam = person(conn, "rose"), person(conn, "sam")
        request(conn, rose)
        return told(conn, rose), told(conn, sam)

    assert await store.write(unit) == ([NoticeCode.REQUEST_RECEIVED], [])

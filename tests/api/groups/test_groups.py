"""Groups: what they do is kept as given, and no more tasks than places are ever taken."""

import asyncio

import pytest
from pydantic import ValidationError

from api.errors import NotFound
from api.groups import service as groups
from api.groups.schemas import GroupChange, GroupIn, Service
from api.places.rules import to_wgs84
from api.vocabulary import Datum, Leaf, Mode
from tests.api.district import DAY, HOME, NOW, group, person
from tests.api.district import volunteer as join

FIELDS = {
    "name": "Elm",
    "latitude": HOME[0],
    "longitude": HOME[1],
    "services": [{"leaf": "water", "mode": "in_person"}],
    "languages": ["en"],
    "capacity": 3,
}


async def test_a_group_is_kept_as_it_was_given(store):
    """What it does and how, when, where and how much."""
    given = {
        **FIELDS,
        "radius_m": 800,
        "able": ["wheelchair"],
        "talks_by": ["text"],
        "hours": [(0, 540, 1020)],
        "time_zone": "Asia/Shanghai",
    }

    def unit(conn):
        return groups.get(conn, groups.create(conn, GroupIn(**given), now=NOW))

    kept = await store.write(unit)
    assert kept.services == {(Leaf.WATER, Mode.IN_PERSON)}
    for name in ("name", "radius_m", "able", "talks_by", "time_zone", "capacity"):
        assert getattr(kept, name) == given[name]
    assert [tuple(span) for span in kept.hours] == [(0, 540, 1020)]
    assert (kept.load, kept.closed_at) == (0, None)


async def test_a_group_of_a_chinese_map_is_where_phones_say_it_is(store):
    """Else it would be half a kilometre off."""
    given = FIELDS | {"datum": Datum.GCJ02}
    kept = await store.write(
        lambda conn: groups.get(conn, groups.create(conn, GroupIn(**given), now=NOW))
    )
    assert (kept.latitude, kept.longitude) == to_wgs84(*HOME, Datum.GCJ02)


async def test_what_is_not_named_in_a_change_stays(store):
    """Services are replaced whole; a closed group can open again."""

    def unit(conn):
        one = group(conn, "Elm", leaves=[Leaf.WATER])
        also = Service(leaf=Leaf.CHECK_IN, mode=Mode.REMOTE)
        changed = groups.change(conn, one, GroupChange(services=[also]), now=NOW)
        closed = groups.change(conn, one, GroupChange(closed=True), now=NOW)
        listed = groups.open_groups(conn)
        opened = groups.change(
            conn, one, GroupChange(closed=False, paused_until=NOW + DAY), now=NOW
        )
        return changed, closed, listed, opened

    changed, closed, listed, opened = await store.write(unit)
    assert changed.services == {(Leaf.CHECK_IN, Mode.REMOTE)}
    assert (changed.name, changed.capacity) == ("Elm", 10)
    assert closed.closed_at == NOW
    assert listed == []
    assert (opened.closed_at, opened.paused_until) == (None, NOW + DAY)


async def test_a_leader_is_somebody_who_is_known(store):
    """A group that only has a phone needs one who can be rung."""
    unknown = GroupIn(**FIELDS, leader_id="019cb8b8-1e00-7000-9164-a98ff319ec1d")

    def unit(conn):
        with pytest.raises(NotFound):
            groups.create(conn, unknown, now=NOW)
        known = unknown.model_copy(update={"leader_id": person(conn, "lin").id})
        return groups.get(conn, groups.create(conn, known, now=NOW)).leader_id, person(conn, "lin")

    leader_id, lin = await store.write(unit)
    assert leader_id == lin.id


@pytest.mark.parametrize(
    "wrong",
    [
        {"time_zone": "Mars/Base"},
        {"languages": []},
        {"hours": [(7, 0, 60)]},
        {"hours": [(0, 0, 1441)]},
        {"capacity": -1},
        {"radius_m": 2_000_000},
        {"talks_by": []},
        {"name": ""},
    ],
)
def test_a_group_that_cannot_be_meant_is_refused(wrong):
    """Before anything is kept."""
    with pytest.raises(ValidationError):
        GroupIn(**FIELDS | wrong)


async def test_places_are_taken_one_by_one_and_given_back(store):
    """However many take at once: never more than there are; never fewer than none are held."""
    one = await store.write(lambda conn: group(conn, capacity=3))
    take = [store.write(lambda conn: groups.take_place(conn, one)) for _ in range(12)]
    taken = await asyncio.gather(*take)
    full = await store.read(lambda conn: groups.get(conn, one).load)
    for _ in range(5):
        await store.write(lambda conn: groups.free_place(conn, one))
    assert (sum(taken), full) == (3, 3)
    assert await store.read(lambda conn: groups.get(conn, one).load) == 0


async def test_who_was_asked_is_known_of_the_group_and_of_the_volunteer(store):
    """Whoever was asked longest ago is next."""

    def unit(conn):
        one = group(conn)
        ann, _ = join(conn, one, "ann"), join(conn, one, "bob")
        groups.mark_asked(conn, one, ann.id, NOW)
        members = groups.volunteers_of(conn, [one])
        return groups.get(conn, one).asked_at, {m.person_id: m.asked_at for m in members}, ann.id

    asked_at, members, ann = await store.write(unit)
    assert asked_at == NOW
    assert {who for who, when in members.items() if when == NOW} == {ann}

"""Groups of a file: known again, changed where they differ, and taken twice only once."""

import eviltransform
import pytest

from api.groups import service as groups
from api.groups.schemas import GroupChange, GroupRow, GroupsTaken
from api.groups.service import GroupsRefused
from api.places.rules import distance_m, to_wgs84
from api.vocabulary import Datum, Leaf, Mode
from tests.api.district import HOME, NOW, group, person
from tests.api.groups.test_groups import FIELDS


def row(**changed):
    """A group of a file."""
    return GroupRow.model_validate(FIELDS | changed)


def take(*rows, **how):
    """A unit of work: they are taken in."""
    return lambda conn: groups.take(conn, rows, now=NOW, **how)


def kept(conn):
    """All groups as they are kept."""
    return groups.open_groups(conn)


def count(new=0, changed=0, unchanged=0):
    """What is told of a file."""
    return GroupsTaken(new=new, changed=changed, unchanged=unchanged)


AREA = {
    "type": "Polygon",
    "coordinates": [[[121.4, 31.2], [121.5, 31.2], [121.5, 31.3], [121.4, 31.2]]],
}
WHOLE = {
    "ref": "12",
    "radius_m": 500,
    "area": AREA,
    "able": ["wheelchair"],
    "hours": [[0, 540, 1020]],
    "exceptions": [{"on": "2026-12-25", "hours": []}],
    "time_zone": "Asia/Shanghai",
    "talks_by": ["text"],
}


@pytest.mark.parametrize("written", [FIELDS, FIELDS | WHOLE], ids=["little", "all"])
async def test_the_same_file_again_changes_nothing(store, written):
    """With a ref or without one, whatever it says."""
    assert await store.write(take(row(**written))) == count(new=1)
    before = await store.read(kept)
    assert await store.write(take(row(**written))) == count(unchanged=1)
    assert await store.read(kept) == before


async def test_a_ref_knows_a_group_again_by_whatever_name_and_place(store):
    """It is the same group, with what it had."""
    await store.write(take(row(ref="12", radius_m=100)))
    (before,) = await store.read(kept)
    await store.write(lambda conn: groups.take_place(conn, before.id))
    services = [{"leaf": "meal", "mode": "remote"}]
    moved = row(ref="12", name="Oak", latitude=31.5, services=services)
    assert await store.write(take(moved)) == count(changed=1)
    (after,) = await store.read(kept)
    assert (after.id, after.name, after.latitude, after.radius_m) == (before.id, "Oak", 31.5, 0)
    assert after.services == {(Leaf.MEAL, Mode.REMOTE)}
    assert after.load == 1


async def test_without_a_ref_the_name_and_place_are_who_it_is(store):
    """To about a metre; two of one name elsewhere are two."""
    north = row(latitude=HOME[0] + 0.01)
    assert await store.write(take(row(), north)) == count(new=2)
    near = row(latitude=HOME[0] + 0.000001, capacity=9)
    assert await store.write(take(near)) == count(changed=1)
    assert len(await store.read(kept)) == 2


async def test_a_group_of_a_file_is_not_one_that_was_made_by_hand(store):
    """A ref never takes over a group that no file named."""
    await store.write(lambda conn: group(conn, name="Elm"))
    assert await store.write(take(row(ref="12"))) == count(new=1)
    assert len(await store.read(kept)) == 2


async def test_what_the_file_does_not_say_stays(store):
    """A leader, a pause, and that it is closed."""

    def unit(conn):
        leader = person(conn, "lea")
        groups.take(conn, [row(ref="12")], now=NOW)
        (made,) = groups.open_groups(conn)
        wanted = GroupChange(leader_id=leader.id, closed=True)
        groups.change(conn, made.id, wanted, now=NOW)
        groups.take(conn, [row(ref="12", capacity=9)], now=NOW)
        return leader.id, groups.get(conn, made.id)

    leader_id, after = await store.write(unit)
    assert (after.capacity, after.leader_id, after.closed_at) == (9, leader_id, NOW)


async def test_a_dry_run_counts_and_changes_nothing(store):
    """The same numbers, before."""
    await store.write(take(row(ref="1"), row(ref="2")))
    before = await store.read(kept)
    rows = row(ref="1"), row(ref="2", capacity=8), row(ref="3")
    told = await store.read(take(*rows, dry_run=True))
    assert told == count(new=1, changed=1, unchanged=1)
    assert await store.read(kept) == before
    assert await store.write(take(*rows)) == told


async def test_a_group_twice_or_an_unknown_leader_is_refused_with_all_its_batch(store):
    """Each by its number and field."""
    nobody = "00000000-0000-7000-8000-00000000dead"
    rows = row(ref="1"), row(ref="1"), row(ref="2", leader_id=nobody)
    with pytest.raises(GroupsRefused) as refused:
        await store.write(take(*rows))
    assert [one["field"] for one in refused.value.errors] == [
        "groups.1.ref",
        "groups.2.leader_id",
    ]
    assert await store.read(kept) == []


async def test_a_chinese_map_is_converted_once_place_and_area(store):
    """Taken again from the same map, nothing moves."""
    chinese = row(**WHOLE, datum="gcj02")
    await store.write(take(chinese))
    assert await store.write(take(chinese)) == count(unchanged=1)
    (after,) = await store.read(kept)
    assert (after.latitude, after.longitude) == to_wgs84(*HOME, Datum.GCJ02)
    corner = after.area["coordinates"][0][0][::-1]
    assert 300 < distance_m((31.2, 121.4), tuple(corner)) < 700


async def test_of_a_chinese_map_the_group_is_next_that_really_is(store):
    """Read as if phones said so, the other would seem to be at the very door."""
    near = HOME[0] + 0.001, HOME[1]
    drawn = {"near": eviltransform.wgs2gcj(*near), "far": HOME}
    rows = [
        row(name=name, latitude=point[0], longitude=point[1], datum="gcj02")
        for name, point in drawn.items()
    ]
    assert min(drawn, key=lambda name: distance_m(HOME, drawn[name])) == "far"
    await store.write(take(*rows))
    found = await store.read(kept)
    nearest = min(found, key=lambda one: distance_m(HOME, (one.latitude, one.longitude)))
    assert nearest.name == "near"
    assert 100 < distance_m(HOME, (nearest.latitude, nearest.longitude)) < 120

"""The made-up worlds of the bench: the same for a seed, and what their names say of them."""

from dataclasses import replace

import pytest

from api.matching.rules import match
from api.places.rules import inside
from api.vocabulary import REMOTE_LEAVES, Leaf
from bench.matching.columns import FREE, hour_at, hours_of, mask_of, passes
from bench.matching.workloads import BEST, WORKLOADS, requests
from bench.matching.world import DISTRICT, METROPOLIS, NOW, SURGE, surge, world

SMALL = replace(METROPOLIS, groups=2000)
"""Enough groups for the shares to show."""


def test_the_same_seed_gives_the_same_world_and_the_same_requests():
    """So that two runs measure one thing; another seed gives another."""
    one, again, other = world(DISTRICT), world(DISTRICT), world(DISTRICT, seed=9)
    assert one == again
    assert one.groups != other.groups
    for name in WORKLOADS:
        assert requests(name, one, 20) == requests(name, again, 20)


def test_in_a_surge_most_groups_are_full_and_are_the_same_groups():
    """Exactly the share; nothing else of a group changes."""
    calm = world(SMALL)
    busy = surge(calm)
    full = [one for one in busy.groups if one.load >= one.capacity]
    assert len(full) == round(SURGE * len(calm.groups))
    assert [replace(one, load=0) for one in busy.groups] == [
        replace(one, load=0) for one in calm.groups
    ]


def test_what_is_common_is_found_and_what_is_rare_is_rare():
    """Else only the quick refusal would be measured, or nothing rare."""
    made = world(SMALL)
    found = {
        name: [len(match(one, made.groups, NOW, BEST).chosen) for one in requests(name, made, 30)]
        for name in WORKLOADS
    }
    assert sum(map(bool, found["common"])) > 20
    assert sum(map(bool, found["mixed"])) > 15
    assert sum(map(bool, found["zone"])) > 0
    assert sum(found["rare in person"]) < 5
    assert any(found["rare remote"])


def test_a_request_in_a_zone_is_inside_a_restriction_that_lets_few_in():
    """And a remote one can be served from afar."""
    made = world(SMALL)
    for one in requests("zone", made, 20):
        assert one.restrictions
        assert all(inside(one.point, zone.rings) for zone in one.restrictions)
    assert all(one.leaves <= REMOTE_LEAVES for one in requests("rare remote", made, 20))
    assert {leaf for one in requests("mixed", made, 200) for leaf in one.leaves} == set(Leaf)


@pytest.mark.parametrize("number", range(5))
def test_the_columns_of_the_peers_say_what_the_group_is(number):
    """A bit for its free place, and one for each hour in which it is open."""
    group = world(DISTRICT).groups[number]
    word, bit = hour_at(NOW)
    assert bool(mask_of(group) & FREE) is (group.load < group.capacity)
    assert bool(hours_of(group)[word] & bit) is (not group.hours or number_of_noon(group))


def number_of_noon(group):
    """Whether it is open on a Wednesday at noon by one of its spans."""
    return any(day == 2 and start <= 720 < end for day, start, end in group.hours)


def test_who_may_pass_a_zone_is_inside_or_has_a_permit():
    """And nobody else, for each of them."""
    made = world(SMALL)
    told = {(zone, number): within for zone, number, within in passes(made.zones, made.groups)}
    for zone, one in enumerate(made.zones[:4]):
        for number, group in enumerate(made.groups):
            within = inside(group.point, one.rings)
            assert told.get((zone, number)) == (
                within if within or group.id in one.permits else None
            )

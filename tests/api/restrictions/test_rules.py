"""One clear rule a kind; where several overlap, each of them counts."""

import itertools
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.restrictions.rules import STRICTEST_FIRST, admits, at_the_gate, deciding, is_inside
from api.vocabulary import RestrictionKind
from tests.api.district import HOME
from tests.api.matching.sides import east, restriction

CLOSED, INSIDE, PERMIT, GATE = STRICTEST_FIRST


def test_every_kind_has_its_place_in_the_order():
    """A kind that is forgotten would crash the search for help."""
    assert sorted(STRICTEST_FIRST) == sorted(RestrictionKind)


@pytest.mark.parametrize(("strict", "mild"), list(itertools.combinations(STRICTEST_FIRST, 2)))
def test_all_restrictions_that_overlap_decide_the_strictest_first(strict, mild):
    """In whatever order they were made."""
    both = [restriction(strict, name="s"), restriction(mild, name="m")]
    for order in (both, both[::-1]):
        assert [one.id for one in deciding(order, HOME)] == ["s", "m"]


@pytest.mark.parametrize(
    ("kinds", "who", "comes"),
    [
        ([CLOSED, PERMIT], "holds both", False),
        ([PERMIT, PERMIT], "holds one", False),
        ([PERMIT, PERMIT], "holds both", True),
        ([INSIDE, PERMIT], "holds both", False),
        ([GATE, PERMIT], "holds both", True),
    ],
    ids=str,
)
def test_whoever_comes_is_let_in_by_each(kinds, who, comes):
    """A permit for one of two is not enough, and none opens what is closed."""
    held = {"holds both": ("a", "b"), "holds one": ("a",)}[who]
    here = [
        restriction(kind, name=name, permits=frozenset({"g"} if name in held else ()))
        for kind, name in zip(kinds, "ab", strict=True)
    ]
    assert all(admits(one, "g", east(2000)) for one in here) is comes


def test_a_gate_stays_a_gate_for_who_is_let_into_a_larger_area():
    """The yard of one block inside a sealed quarter: its neighbours hand over at its gate."""
    here = [restriction(INSIDE, 1000, name="quarter"), restriction(GATE, 100, name="yard")]
    assert at_the_gate(deciding(here, HOME), "g", east(500))
    assert not at_the_gate(deciding(here, HOME), "g", east(50))


def test_a_permit_leads_on_from_the_gate_to_the_door():
    """Otherwise nobody would be given one."""
    gate = restriction(GATE, permits=frozenset({"holder"}))
    assert at_the_gate([gate], "other", east(2000))
    assert not at_the_gate([gate], "holder", east(2000))


def test_only_what_holds_at_the_place_counts():
    """A cordon a kilometre away is somebody else's."""
    rule = restriction(CLOSED, metres=500)
    assert deciding([rule], east(499)) == (rule,)
    assert deciding([rule], east(501)) == ()


def test_a_hole_in_an_area_is_outside():
    """GeoJSON: the first ring and none of the others."""
    whole, hole = restriction(CLOSED, metres=500), restriction(CLOSED, metres=100)
    ring = type(whole)("r", CLOSED, (*whole.rings, *hole.rings))
    assert deciding([ring], HOME) == ()
    assert deciding([ring], east(200)) == (ring,)


MADE = st.lists(
    st.builds(
        restriction,
        st.sampled_from(RestrictionKind),
        st.sampled_from([100, 500, 2000]),
        st.sampled_from("abcde"),
        permits=st.sets(st.sampled_from(["g", "h"])).map(frozenset),
    ),
    max_size=4,
    unique_by=lambda one: one.id,
)
PLACES = st.sampled_from([east(metres) for metres in (0, 99, 101, 499, 501, 1999, 2001)])


def comes(made, group_id, place):
    """How near a group comes to a home: not at all, to the gate, to the door."""
    here = deciding(made, HOME)
    if not all(admits(one, group_id, place) for one in here):
        return 0
    return 1 if at_the_gate(here, group_id, place) else 2


@given(made=MADE, place=PLACES, random=st.randoms(use_true_random=False))
def test_the_order_in_which_restrictions_were_made_changes_nothing(made, place, random):
    """Nor does it change who is preferred."""
    other = random.sample(made, len(made))
    assert deciding(made, place) == deciding(other, place)
    assert comes(made, "g", place) == comes(other, "g", place)
    assert is_inside(deciding(made, HOME), place) == is_inside(deciding(other, HOME), place)


@given(made=MADE, place=PLACES)
def test_one_restriction_more_never_lets_anybody_come_nearer(made, place):
    """So whoever seals an area need not know of the others."""
    for count in range(len(made)):
        assert comes(made[: count + 1], "g", place) <= comes(made[:count], "g", place)


@given(made=MADE, place=PLACES)
def test_one_permit_more_never_keeps_anybody_out(made, place):
    """And where it is closed it helps nobody."""
    given_one = [replace(one, permits=one.permits | {"g"}) for one in made]
    assert comes(given_one, "g", place) >= comes(made, "g", place)
    if any(one.kind is CLOSED for one in made):
        assert comes(given_one, "g", place) == 0

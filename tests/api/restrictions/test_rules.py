"""One clear rule a kind; where several overlap, the strictest decides."""

import itertools

import pytest

from api.restrictions.rules import STRICTEST_FIRST, at_the_gate, deciding
from api.vocabulary import RestrictionKind
from tests.api.district import HOME
from tests.api.matching.sides import east, restriction

CLOSED, INSIDE, PERMIT, GATE = STRICTEST_FIRST


def test_every_kind_has_its_place_in_the_order():
    """A kind that is forgotten would crash the search for help."""
    assert sorted(STRICTEST_FIRST) == sorted(RestrictionKind)


@pytest.mark.parametrize(("strict", "mild"), list(itertools.combinations(STRICTEST_FIRST, 2)))
def test_of_restrictions_that_overlap_the_strictest_decides(strict, mild):
    """In whatever order they were made."""
    both = [restriction(strict, name="s"), restriction(mild, name="m")]
    for order in (both, both[::-1]):
        assert [one.id for one in deciding(order, HOME)] == ["s"]


def test_all_of_the_strictest_kind_decide():
    """Whoever comes needs a permit for each."""
    two = [restriction(PERMIT, name=name) for name in "ab"]
    assert deciding([*two, restriction(GATE, name="c")], HOME) == tuple(two)


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


def test_help_ends_at_the_gate_only_where_a_gate_drop_decides():
    """The offer says so, so that nobody is sent back."""
    assert at_the_gate(deciding([restriction(GATE)], HOME))
    assert not at_the_gate(deciding([restriction(GATE), restriction(PERMIT)], HOME))

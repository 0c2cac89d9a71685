"""Of the groups that fail by an accommodation: which one is lacking, and how often."""

from hypothesis import given
from hypothesis import strategies as st

from api.matching.rules import able as judged
from api.matching.rules import lacking, lacks, match
from api.vocabulary import ABLE_ACCOMMODATIONS, Accommodation, Leaf, Reason
from tests.api.matching.sides import NOW, able, wanted

SIGN, WHEELCHAIR, SLOW = (
    Accommodation.SIGN_LANGUAGE,
    Accommodation.WHEELCHAIR,
    Accommodation.SLOW,
)
BOTH = {"in_person": frozenset({Leaf.CHECK_IN}), "remote": frozenset({Leaf.CHECK_IN})}
NEEDS = frozenset({SIGN, WHEELCHAIR, SLOW})


def test_one_group_may_lack_two_and_each_is_counted():
    """What must only be heeded is lacking nowhere."""
    here = wanted(accommodations=NEEDS)
    groups = [
        able("neither", able=frozenset()),
        able("signs", able=frozenset({SIGN})),
        able("all"),
        able("elsewhere", able=frozenset(), in_person=frozenset({Leaf.WATER})),
    ]
    assert lacking(here, groups, NOW) == {WHEELCHAIR: 2, SIGN: 1}
    assert match(here, groups, NOW).rejected == {Reason.ACCOMMODATION: 2, Reason.LEAF: 1}


def test_of_two_ways_to_help_the_one_counts_in_which_least_is_lacking():
    """On the telephone nobody needs a ramp."""
    here = wanted(Leaf.CHECK_IN, accommodations=NEEDS)
    assert lacks(here, able(able=frozenset(), **BOTH)) == {SIGN}


@given(
    needs=st.frozensets(st.sampled_from(list(Accommodation))),
    gives=st.frozensets(st.sampled_from(list(Accommodation))),
    ways=st.sampled_from([{}, BOTH]),
)
def test_who_fails_by_an_accommodation_lacks_one_and_nobody_else_does(needs, gives, ways):
    """The count says what to look for: with it, this group would be able to talk and to come."""
    here = wanted(Leaf.CHECK_IN if ways else Leaf.GROCERIES, accommodations=needs)
    group = able(able=gives, **ways)
    counted = lacking(here, [group], NOW)
    assert (judged(here, group, NOW) is Reason.ACCOMMODATION) == bool(counted)
    assert set(counted) <= needs & ABLE_ACCOMMODATIONS - gives
    helped = able(able=gives | set(counted), **ways)
    assert judged(here, helped, NOW) is not Reason.ACCOMMODATION

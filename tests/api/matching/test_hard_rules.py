"""The hard rules: each keeps a group away by itself, in a fixed order, and is its reason."""

from datetime import timedelta

import pytest

from api.matching.rules import able as judged
from api.matching.rules import match, opening
from api.vocabulary import Accommodation, Leaf, Reason, RestrictionKind
from tests.api.matching.sides import NOW, able, restriction, square, wanted

MON, WED = 0, 2
HOUR = timedelta(hours=1)
SIGN, WHEELCHAIR = Accommodation.SIGN_LANGUAGE, Accommodation.WHEELCHAIR
AFAR = {"in_person": frozenset(), "remote": frozenset({Leaf.CHECK_IN})}

BREAKS = {
    Reason.LEAF: (wanted(Leaf.WATER), able()),
    Reason.MODE: (
        wanted(),
        able(in_person=frozenset(), remote=frozenset({Leaf.GROCERIES})),
    ),
    Reason.COMMUNICATION: (
        wanted(accommodations=frozenset({Accommodation.NO_PHONE_CALLS})),
        able(talks_by=frozenset({"voice"})),
    ),
    Reason.ACCOMMODATION: (
        wanted(accommodations=frozenset({WHEELCHAIR})),
        able(able=frozenset()),
    ),
    Reason.OPEN: (wanted(), able(hours=((MON, 0, 1440),))),
    Reason.CAPACITY: (wanted(), able(capacity=2, load=2)),
    Reason.COVERAGE: (wanted(), able(metres=5100)),
    Reason.RESTRICTION: (wanted(restrictions=(restriction(),)), able()),
    Reason.REFUSED: (wanted(refused=frozenset({"g"})), able()),
    Reason.BLOCKED: (wanted(blocked=frozenset({"g"})), able()),
}


def test_every_reason_is_a_rule_of_its_own():
    """None is forgotten, none is unused."""
    assert list(BREAKS) == list(Reason)


@pytest.mark.parametrize("reason", list(Reason))
def test_each_rule_keeps_a_group_away_by_itself(reason):
    """And is told as the reason; without it the group is able."""
    assert judged(*BREAKS[reason], NOW) is reason
    assert judged(wanted(), able(), NOW) is None


def test_of_several_rules_a_group_fails_the_first_is_its_reason():
    """In the order of the vocabulary: so a shortfall says what to change first."""
    here = wanted(
        refused=frozenset({"g"}), blocked=frozenset({"g"}), restrictions=(restriction(),)
    )
    full_and_far = able(metres=9000, capacity=1, load=1)
    assert judged(here, full_and_far, NOW) is Reason.CAPACITY
    assert judged(here, able(metres=9000), NOW) is Reason.COVERAGE
    assert judged(here, able(), NOW) is Reason.RESTRICTION


@pytest.mark.parametrize(
    ("needs", "by", "fits"),
    [
        (Accommodation.NO_PHONE_CALLS, "voice", False),
        (Accommodation.NO_PHONE_CALLS, "text", True),
        (Accommodation.NO_TEXT, "text", False),
        (Accommodation.NO_TEXT, "voice", True),
        (Accommodation.SLOW, "voice", True),
    ],
)
def test_both_must_be_able_to_talk_with_each_other(needs, by, fits):
    """Who must not be phoned is written to; who cannot read is spoken to."""
    here = wanted(accommodations=frozenset({needs}))
    found = judged(here, able(talks_by=frozenset({by})), NOW)
    assert found is (None if fits else Reason.COMMUNICATION)


def test_at_the_door_all_accommodations_count_from_afar_those_of_talking():
    """A ramp does not help on the telephone, sign language does."""
    afar = able(**AFAR, able=frozenset())
    assert judged(wanted(Leaf.CHECK_IN, accommodations=frozenset({WHEELCHAIR})), afar, NOW) is None
    signing = wanted(Leaf.CHECK_IN, accommodations=frozenset({SIGN}))
    assert judged(signing, afar, NOW) is Reason.ACCOMMODATION


def test_what_can_be_done_from_afar_needs_no_place_and_heeds_no_cordon():
    """Talk reaches behind every gate, and whoever said no place."""
    afar = able(metres=900_000, **AFAR)
    unknown = wanted(Leaf.CHECK_IN, point=None)
    cordoned = wanted(Leaf.CHECK_IN, restrictions=(restriction(),))
    assert judged(unknown, afar, NOW) is None
    assert judged(cordoned, afar, NOW) is None
    assert judged(wanted(point=None), able(), NOW) is Reason.COVERAGE


def test_who_does_a_leaf_both_ways_helps_from_afar_where_they_cannot_come():
    """In person before from afar, and the reason is that of the way that got furthest."""
    both = {"in_person": frozenset({Leaf.CHECK_IN}), "remote": frozenset({Leaf.CHECK_IN})}
    here = wanted(Leaf.CHECK_IN, accommodations=frozenset({SIGN}))
    assert judged(wanted(Leaf.CHECK_IN), able(metres=9000, **both), NOW) is None
    deaf = able(metres=9000, able=frozenset(), **both)
    assert judged(here, deaf, NOW) is Reason.ACCOMMODATION
    refused = wanted(Leaf.CHECK_IN, refused=frozenset({"g"}))
    assert judged(refused, able(metres=9000, **both), NOW) is Reason.REFUSED


def test_an_area_counts_instead_of_a_radius():
    """Inside it however far, outside it never."""
    assert judged(wanted(), able(metres=900, radius_m=0, area=(square(),)), NOW) is None
    outside = able(radius_m=90_000, area=(tuple((x + 1, y) for x, y in square()),))
    assert judged(wanted(), outside, NOW) is Reason.COVERAGE


def test_the_edge_of_a_radius_is_inside():
    """5000 m means 5000 m."""
    assert judged(wanted(), able(metres=4990), NOW) is None


def test_a_pause_ends_at_its_moment_and_hours_at_theirs():
    """The minute of closing is closed, the minute of opening is open."""
    assert judged(wanted(), able(paused_until=NOW), NOW) is None
    assert judged(wanted(), able(paused_until=NOW + HOUR), NOW) is Reason.OPEN
    assert judged(wanted(), able(hours=((WED, 720, 780),)), NOW) is None
    assert judged(wanted(), able(hours=((WED, 600, 720),)), NOW) is Reason.OPEN


def test_a_day_unlike_the_week_is_closed_or_open_by_itself():
    """Whatever the hours of the week say of it; and it is waited for like they are."""
    closed = able(exceptions=((NOW.date(), ()),))
    assert judged(wanted(), closed, NOW) is Reason.OPEN
    assert judged(wanted(), closed, NOW + 12 * HOUR) is None
    assert opening(wanted(), [closed], NOW) == NOW + 12 * HOUR
    holiday = able(hours=((MON, 0, 60),), exceptions=((NOW.date(), ((660, 780),)),))
    assert judged(wanted(), holiday, NOW) is None


def test_hours_are_those_of_the_groups_own_place():
    """Noon in Greenwich is evening in Shanghai."""
    evening = ((WED, 1200, 1260),)
    assert judged(wanted(), able(hours=evening, time_zone="Asia/Shanghai"), NOW) is None
    assert judged(wanted(), able(hours=evening), NOW) is Reason.OPEN


@pytest.mark.parametrize(
    ("kind", "inside", "permitted", "outside"),
    [
        (RestrictionKind.CLOSED, False, False, False),
        (RestrictionKind.INSIDE_ONLY, True, False, False),
        (RestrictionKind.PERMIT, True, True, False),
        (RestrictionKind.GATE_DROP, True, True, True),
    ],
)
def test_a_restriction_admits_whom_its_kind_says(kind, inside, permitted, outside):
    """A neighbour inside, one outside with a permit, one without."""
    here = wanted(restrictions=(restriction(kind, permits=frozenset({"holder"})),))
    groups = [able("in"), able("holder", metres=3000), able("out", metres=3000)]
    admitted = [judged(here, one, NOW) is None for one in groups]
    assert admitted == [inside, permitted, outside]


def test_what_keeps_the_others_is_counted():
    """How many failed which rule first; able groups are in no count."""
    groups = [group for _, group in BREAKS.values()]
    found = match(wanted(), [*groups, able("near")], NOW).rejected
    assert found == {
        Reason.MODE: 1,
        Reason.OPEN: 1,
        Reason.CAPACITY: 1,
        Reason.COVERAGE: 1,
    }
    assert sum(match(wanted(Leaf.WATER), groups, NOW).rejected.values()) == len(groups)

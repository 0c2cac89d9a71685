"""The rank of those who are able: language, inside, band, load, fairness, continuity, distance."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.matching.rules import cover, match, opening
from api.vocabulary import Leaf, Mode, Reason, RestrictionKind
from tests.api.matching.sides import NOW, able, east, restriction, wanted

HOUR = timedelta(hours=1)
A, B, C = Leaf.WATER, Leaf.MEDICINE, Leaf.ERRAND
WED, THU = 2, 3


def order(groups, here=None, **changed):
    """The ids of those chosen, best first."""
    return [one.group_id for one in match(here or wanted(), groups, NOW, **changed).chosen]


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        pytest.param(
            able("z", 4000, load=3),
            able("a", languages=frozenset({"zh"})),
            id="a shared language before the nearest",
        ),
        pytest.param(able("z", 240, load=3), able("a", 260), id="the nearer band before load"),
        pytest.param(
            able("z", 200, load=1, asked_at=NOW), able("a", 0, load=2), id="load before fairness"
        ),
        pytest.param(
            able("z", 200, load=2, capacity=9), able("a", 0, load=1), id="load by places"
        ),
        pytest.param(
            able("z", 200, asked_at=NOW - HOUR),
            able("helped", 0, asked_at=NOW),
            id="who was asked longest ago before who helped",
        ),
        pytest.param(
            able("z", 200), able("a", 0, asked_at=NOW - HOUR), id="who was never asked first"
        ),
        pytest.param(able("helped", 200), able("a", 0), id="who helped before distance"),
        pytest.param(able("z", 100), able("a", 200), id="then the exact distance"),
        pytest.param(able("a", 100), able("b", 100), id="then the id: no two are equal"),
    ],
)
def test_who_stands_before_whom(better, worse):
    """Whatever order they are looked at in."""
    here = wanted(helped=frozenset({"helped"}))
    expected = [better.id, worse.id]
    assert order([better, worse], here) == order([worse, better], here) == expected


def test_a_language_nobody_shares_leaves_nobody():
    """Such a group ranks last, marked: somebody must interpret."""
    groups = [able("zh", languages=frozenset({"zh"})), able("en", 900)]
    both = match(wanted(), groups, NOW).chosen
    assert [(one.group_id, one.interpreter_needed) for one in both] == [
        ("en", False),
        ("zh", True),
    ]
    assert order(groups, wanted(language="ar")) == ["zh", "en"]


@pytest.mark.parametrize("language", ["en", "en-GB", "EN"])
def test_people_who_share_a_language_understand_each_other(language):
    """Whatever country and script it is written for."""
    [one] = match(wanted(language=language), [able()], NOW).chosen
    assert not one.interpreter_needed


def test_why_a_group_stands_where_it_stands_is_told():
    """Its mode, distance, load, fairness and what its help is limited to."""
    gate = wanted(restrictions=(restriction(RestrictionKind.GATE_DROP),), helped=frozenset({"g"}))
    [one] = match(gate, [able(metres=1000, load=1, asked_at=NOW)], NOW).chosen
    assert one.mode is Mode.IN_PERSON
    assert one.distance_m == pytest.approx(1000, abs=5)
    assert (one.load, one.asked_at) == (0.25, NOW)
    assert one.helped_before
    assert one.gate_only


@pytest.mark.parametrize("kind", [k for k in RestrictionKind if k is not RestrictionKind.CLOSED])
def test_who_is_inside_comes_before_a_nearer_group_outside(kind):
    """They pass no gate; only a language that is shared counts for more."""
    groups = [
        able("inside", 900, load=3),
        able("speaks", 700, languages=frozenset({"zh"})),
        able("outside", 1100),
    ]
    edge = wanted(
        point=east(990), restrictions=(restriction(kind, permits=frozenset({"outside"})),)
    )
    expected = ["inside", "speaks"] if kind is RestrictionKind.INSIDE_ONLY else EDGE
    assert order(groups, edge) == expected
    assert order(groups, wanted(point=east(990))) == ["outside", "inside", "speaks"]


EDGE = ["inside", "outside", "speaks"]


def test_inside_is_inside_all_that_restricts():
    """A smaller area within a larger one has a gate of its own."""
    two = (
        restriction(RestrictionKind.GATE_DROP, 300, name="small"),
        restriction(RestrictionKind.INSIDE_ONLY, 1000, name="large"),
    )
    both = match(wanted(restrictions=two), [able("a", 200), able("b", 400)], NOW).chosen
    assert [(one.group_id, one.inside, one.gate_only) for one in both] == [
        ("a", True, False),
        ("b", False, True),
    ]


def test_who_stays_at_a_gate_does_nothing_that_is_done_in_a_home():
    """A tap is not mended at a gate, and nobody is washed there; a neighbour inside can."""
    both = frozenset({Leaf.GROCERIES, Leaf.REPAIR})
    gate = restriction(RestrictionKind.GATE_DROP, permits=frozenset({"holder"}))
    groups = [able(name, metres, in_person=both) for name, metres in AROUND]
    indoors = match(wanted(*both, restrictions=(gate,)), groups, NOW)
    assert [one.group_id for one in indoors.chosen] == ["inside", "holder"]
    assert indoors.rejected == {Reason.RESTRICTION: 1}
    assert order(groups, wanted(restrictions=(gate,))) == ["inside", "holder", "outside"]


AROUND = [("inside", 0), ("outside", 1200), ("holder", 1200)]


def test_help_from_afar_ends_at_no_gate():
    """Nobody comes, so nothing is handed over."""
    gate = wanted(Leaf.CHECK_IN, restrictions=(restriction(RestrictionKind.GATE_DROP),))
    afar = able(in_person=frozenset(), remote=frozenset({Leaf.CHECK_IN}))
    [one] = match(gate, [afar], NOW).chosen
    assert (one.mode, one.gate_only) == (Mode.REMOTE, False)


def test_only_the_best_are_chosen_and_all_others_still_counted():
    """`k` of them; the counts are of those who are not able."""
    groups = [able(f"g{n}", n * 300) for n in range(5)] + [able("far", 9000)]
    found = match(wanted(), groups, NOW, k=2)
    assert [one.group_id for one in found.chosen] == ["g0", "g1"]
    assert sum(found.rejected.values()) == 1


def takers(**leaves):
    """Who takes what: a name and the leaves it does together."""
    return lambda wanted_ones: [name for name, does in leaves.items() if wanted_ones <= does]


def test_who_does_all_of_it_is_asked_for_all_of_it():
    """A resident rather meets one person than two."""
    shares, unmet = cover(frozenset({A, B}), takers(one={A}, both={A, B}))
    assert shares == [(frozenset({A, B}), ["both"])]
    assert unmet == frozenset()


def test_what_nobody_does_alone_is_shared_and_what_nobody_does_is_told():
    """No leaf is in two shares, none is lost."""
    shares, unmet = cover(frozenset({A, B, C}), takers(one={A}, two={B}))
    assert {leaves for leaves, _ in shares} == {frozenset({A}), frozenset({B})}
    assert unmet == {C}


def test_shares_are_as_large_as_somebody_can_take():
    """So that as few as possible come."""
    shares, _ = cover(frozenset({A, B, C}), takers(one={A, B}, two={C}))
    assert sorted(len(leaves) for leaves, _ in shares) == [1, 2]


def test_who_opens_first_is_waited_for_if_nothing_else_keeps_them():
    """A group that is closed and too far away never comes."""
    closed = able("closed", hours=((WED, 840, 900),))
    later = able("later", hours=((THU, 600, 700),))
    far = able("far", 9000, hours=((WED, 780, 900),))
    assert opening(wanted(), [later, closed, far], NOW) == NOW + 2 * HOUR
    assert opening(wanted(), [far, able("open")], NOW) is None


def test_a_pause_is_waited_for_like_hours():
    """Until it ends, and then until they open."""
    paused = able(paused_until=NOW + 3 * HOUR)
    both = able(paused_until=NOW + 3 * HOUR, hours=((WED, 600, 840), (THU, 600, 700)))
    assert opening(wanted(), [paused], NOW) == NOW + 3 * HOUR
    assert opening(wanted(), [both], NOW) == NOW + 22 * HOUR


@given(st.lists(st.sets(st.sampled_from(list(Leaf)[:5])), max_size=4))
def test_whoever_does_what_no_need_is_shared_twice_and_none_is_lost(does):
    """Unmet is exactly what nobody does; each share has somebody who does all of it."""
    whole = frozenset(list(Leaf)[:5])
    shares, unmet = cover(whole, lambda leaves: [one for one in does if leaves <= one])
    parts = [leaf for leaves, _ in shares for leaf in leaves]
    assert sorted([*parts, *unmet]) == sorted(whole)
    assert unmet == whole - set().union(*does)
    assert all(found and all(leaves <= one for one in found) for leaves, found in shares)

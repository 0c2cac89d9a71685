"""Coverage is what brute force finds, however it is staged; gaps stand first, none is hidden."""

from datetime import timedelta
from functools import partial
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from api.matching.rules import match
from api.vocabulary import Accommodation, Cover, Leaf, Mode, WeekPart
from api.watch.rules.covering import (
    CAP,
    COVERS,
    FAR_M,
    NONE,
    Figures,
    Line,
    figures_of,
    fits,
    look,
    standing,
)
from api.watch.rules.week import PARTS, moments
from tests.api.matching.sides import NOW, able, wanted

LEAVES = (Leaf.GROCERIES, Leaf.CHECK_IN)
NEEDS = (Accommodation.WHEELCHAIR, Accommodation.SIGN_LANGUAGE)
LANGUAGES = ("en", "zh")
HOURS = moments(NOW, "Asia/Shanghai")


def some(values, **bounds):
    """Some of a few values, as a set."""
    return st.sets(st.sampled_from(values), **bounds).map(frozenset)


GROUPS = st.lists(
    st.builds(
        able,
        st.sampled_from("abcdefghijklmnop"),
        st.sampled_from([0, 240, 260, 1900, 2100, 6000]),
        in_person=some(LEAVES),
        remote=some(LEAVES),
        languages=some(LANGUAGES, min_size=1),
        able=some(NEEDS),
        capacity=st.integers(1, 2),
        load=st.integers(0, 1),
        hours=st.sampled_from([(), tuple((day, 480, 1200) for day in range(5)), ((6, 0, 1440),)]),
        time_zone=st.sampled_from(["Asia/Shanghai", "UTC"]),
        paused_until=st.sampled_from([None, NOW + timedelta(days=2)]),
    ),
    max_size=14,
    unique_by=lambda group: group.id,
)


def brute(groups, leaf, accommodation, language, part):
    """What matching says of one combination at its moment."""
    accommodations = frozenset({accommodation} if accommodation else ())
    asked = wanted(leaf, accommodations=accommodations, language=language)
    return match(asked, groups, HOURS[part], CAP).chosen


def looked(groups):
    """The lines of a small world."""
    return list(look(partial(brute, groups), LEAVES, PARTS, NEEDS, LANGUAGES))


def told(lines, leaf, accommodation, language, part):
    """What the lines say of one combination: its own, or what is so for everybody."""
    of_it = [one for one in lines if one.leaf is leaf and part in one.parts]
    own = [one for one in of_it if (one.accommodation, one.language) == (accommodation, language)]
    everybody = [one for one in of_it if one.accommodation is None and not one.language]
    (line,) = own or everybody
    return line.figures


@settings(max_examples=60)
@given(GROUPS)
def test_the_stages_say_what_brute_force_says_of_the_whole_product(groups):
    """For each leaf, each hour, and each accommodation and language beside none."""
    lines = looked(groups)
    narrow = [(None, ""), *((one, "") for one in NEEDS), *((None, one) for one in LANGUAGES)]
    for leaf, (accommodation, language), part in product(LEAVES, narrow, PARTS):
        found = figures_of(brute(groups, leaf, accommodation, language, part))
        assert told(lines, leaf, accommodation, language, part) == found


@settings(max_examples=60)
@given(GROUPS, st.sampled_from([None, *NEEDS]), st.sampled_from(["", *LANGUAGES]))
def test_no_gap_is_hidden_by_a_filter(groups, accommodation, language):
    """Who asks narrowly sees each hour at which nobody can help them."""
    lines = [one for one in looked(groups) if fits(one, accommodation, language)]
    for leaf, part in product(LEAVES, PARTS):
        if not brute(groups, leaf, accommodation, language, part):
            shown = [one for one in lines if one.leaf is leaf and part in one.parts]
            assert any(one.cover is Cover.NOBODY for one in shown)


FIGURES = st.builds(
    lambda able_, come, share, metres: Figures(
        able_, min(come, able_), min(share, able_), metres if come and able_ else None
    ),
    st.integers(0, CAP),
    st.integers(0, CAP),
    st.integers(0, CAP),
    st.sampled_from([0, FAR_M, FAR_M + 1, 30_000, 200_000]),
)
LINES = st.builds(
    Line,
    st.sampled_from(Leaf),
    st.sampled_from([None, *NEEDS]),
    st.sampled_from(["", "en"]),
    st.lists(st.sampled_from(WeekPart), min_size=1, unique=True).map(tuple),
    FIGURES,
)


@given(LINES, LINES, st.integers(0, 2_000_000), st.integers(0, 2_000_000))
def test_gaps_stand_before_what_is_asked_for_more(one, other, asked, more):
    """First how bad it is, then how often it was asked for; always as many digits."""
    first, second = standing(one, asked), standing(other, more)
    assert len(first) == len(second)
    assert first.isdigit()
    if one.cover is not other.cover:
        assert (first < second) == (COVERS.index(one.cover) < COVERS.index(other.cover))
    elif min(asked, 999_999) != min(more, 999_999):
        assert (first < second) == (asked > more)


@given(LINES)
def test_each_line_is_called_by_the_worst_that_is_true_of_it(line):
    """In the order nobody, one, an interpreter, far."""
    figures = line.figures
    true = {
        Cover.NOBODY: figures.able == 0,
        Cover.ONE: figures.able == 1,
        Cover.INTERPRETER: bool(line.language) and figures.sharing == 0,
        Cover.FAR: figures.able == figures.in_person and (figures.nearest_m or 0) > FAR_M,
        Cover.COVERED: True,
    }
    assert line.cover is next(cover for cover in COVERS if true[cover])


def test_distances_are_of_those_who_come():
    """Who helps by telephone is near to everybody."""
    groups = [
        able("a", 900, in_person=frozenset(), remote=frozenset({Leaf.CHECK_IN})),
        *(
            able(name, metres, in_person=frozenset({Leaf.CHECK_IN}))
            for name, metres in FAR.items()
        ),
    ]
    chosen = match(wanted(Leaf.CHECK_IN), groups, NOW).chosen
    found = figures_of(chosen)
    assert [one.mode for one in chosen].count(Mode.REMOTE) == 1
    assert (found.able, found.in_person) == (4, 3)
    assert abs(found.nearest_m - 1000) < 5
    assert abs(found.third_m - 3000) < 9
    assert figures_of([]) == NONE


FAR = {"b": 1000, "c": 2000, "d": 3000}

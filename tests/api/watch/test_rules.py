"""Areas, hours, canaries, alarms and fairness: each rule in plain words."""

from datetime import UTC, datetime, timedelta
from itertools import product
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.places.rules import cell, cell_name
from api.vocabulary import Leaf, Loss, OfferStatus, Reason, Urgency, WeekPart
from api.watch.rules.alarms import OFFERS, REQUESTS, grouped, unanswered
from api.watch.rules.areas import areas, point_of
from api.watch.rules.canaries import COMMON, common, explained, holds, wishes
from api.watch.rules.covering import NONE, Figures, Line
from api.watch.rules.fairness import gini, highest_to_median
from api.watch.rules.week import PARTS, mask, moments, next_night, parts_of

ZONES = ["UTC", "Asia/Shanghai", "America/New_York", "Pacific/Apia", "Asia/Kathmandu"]
START = datetime(2024, 1, 1, tzinfo=UTC)
MOMENTS = st.integers(0, 4 * 366 * 24 * 60).map(lambda minutes: START + timedelta(minutes=minutes))
HERE = (31.2304, 121.4737)


# ---- hours


@given(MOMENTS, st.sampled_from(ZONES))
def test_each_part_of_the_week_has_a_moment_ahead_on_its_kind_of_day(now, zone):
    """Within nine days, by the clock of the district, also when the clocks change."""
    for part, at in moments(now, zone).items():
        there = at.astimezone(ZoneInfo(zone))
        assert timedelta() < at - now <= timedelta(days=9)
        assert (there.weekday() < 5) == part.startswith("workday")


@given(MOMENTS, st.sampled_from(ZONES), st.integers(0, 23))
def test_the_next_night_is_ahead_and_within_a_day(now, zone, hour):
    """An hour more where the clocks go back."""
    at = next_night(now, hour, zone)
    assert timedelta() < at - now <= timedelta(hours=25)
    assert next_night(at - timedelta(seconds=1), hour, zone) == at


@given(st.sets(st.sampled_from(WeekPart)))
def test_parts_of_the_week_and_their_bits_are_the_same(parts):
    """Both ways."""
    assert set(parts_of(mask(parts))) == parts


# ---- areas

POINTS = st.tuples(st.floats(-60, 60), st.floats(-170, 170))


@given(
    st.lists(st.tuples(st.sampled_from("abcdefgh"), POINTS), max_size=12),
    st.dictionaries(st.sampled_from("abcxyz"), st.integers(1, 9)),
    st.integers(0, 8),
)
def test_no_area_is_named_twice_and_none_is_beyond_the_most(places, asked, most):
    """And each is the middle of a cell."""
    found = areas(places, asked, lambda _: "", most)
    assert len(found) <= most
    assert len({one.name for one in found}) == len(found)
    assert all(cell(one.point) == one.point for one in found)


@given(POINTS)
def test_a_cell_that_is_called_by_its_numbers_is_found_again(point):
    """So a request from a nameless place counts for where it came from."""
    assert cell(point_of(cell_name(point))) == cell(point)


def test_where_requests_came_from_comes_first_though_no_place_is_there():
    """And a name that means nothing any more is passed over."""
    numbers = cell_name((31.5, 121.5))
    found = areas([("Elm", HERE)], {"gone": 9, numbers: 2}, lambda _: "Elm")
    assert [one.name for one in found] == [numbers, "Elm"]


# ---- canaries


@pytest.mark.parametrize("urgency", Urgency)
@given(st.sets(st.sampled_from(WeekPart)))
def test_what_is_urgent_must_find_somebody_at_every_hour(urgency, open_in):
    """What is for today, in some part of a working day; all else at some time of the week."""
    workday = {part for part in open_in if part.startswith("workday")}
    expected = {Urgency.NOW: len(open_in) == len(PARTS), Urgency.TODAY: bool(workday)}
    found = holds(urgency, lambda part: part in open_in)
    assert found == expected.get(urgency, bool(open_in))


@given(st.dictionaries(st.sampled_from(Leaf), st.integers(0, 9)))
def test_the_leaves_asked_for_most_are_watched_first(asked):
    """As many as there may be, each once."""
    found = common(asked)
    assert len(set(found)) == len(found) == COMMON
    often = [asked[leaf] for leaf in found if asked.get(leaf)]
    assert often == sorted(often, reverse=True)


@given(st.sets(st.sampled_from(WeekPart), min_size=1))
def test_an_automatic_canary_asks_for_no_more_than_was_there(parts):
    """So on the night it is made it matches."""
    served = Line(Leaf.MEAL, None, "", tuple(parts), Figures(1, 1, 1))
    rest = Line(Leaf.MEAL, None, "", tuple(set(PARTS) - parts), NONE)
    (wish,) = wishes("Elm", [served, rest], [Leaf.MEAL, Leaf.WATER])
    assert holds(wish.urgency, lambda part: part in parts)


def test_every_reason_of_matching_is_a_loss():
    """A new one would break the night."""
    assert {reason.value for reason in Reason} <= {loss.value for loss in Loss}


def test_a_loss_is_explained_by_those_who_came_nearest():
    """That a hundred others never did this explains nothing."""
    assert explained({Reason.LEAF: 100, Reason.OPEN: 2}) == {Loss.OPEN: 2}
    assert explained({Reason.LEAF: 3}) == {Loss.LEAF: 3}
    assert explained({}) == {}


# ---- alarms

ALARMS = st.lists(
    st.tuples(
        st.sampled_from([f"area {number}" for number in range(12)]),
        st.sampled_from([Leaf.MEAL, Leaf.WATER, Leaf.MONEY]),
        st.dictionaries(st.sampled_from([Loss.PAUSED, Loss.GONE]), st.integers(1, 3), max_size=1),
    ),
    unique_by=lambda alarm: alarm[:2],
)


@given(ALARMS)
def test_every_loss_is_told_in_exactly_one_line(alarms):
    """Whatever is grouped with whatever."""
    told = [pair for line in grouped(alarms) for pair in product(line.areas, line.leaves)]
    assert sorted(told) == sorted((area, leaf) for area, leaf, _ in alarms)


def test_when_all_groups_pause_it_is_one_line_and_not_five_hundred():
    """The same loss of twelve areas; who paused is counted for none of them."""
    areas_ = [f"area {number:02}" for number in range(12)]
    alarms = [
        (area, leaf, {Loss.PAUSED: 2}) for area in areas_ for leaf in (Leaf.MEAL, Leaf.WATER)
    ]
    (line,) = grouped(alarms)
    assert (len(line.areas), line.leaves) == (12, (Leaf.MEAL, Leaf.WATER))
    assert line.losses == {Loss.PAUSED: 0}


def test_a_single_loss_says_how_many_groups():
    """The only two are paused."""
    (line,) = grouped([("Elm", Leaf.MEAL, {Loss.PAUSED: 2})])
    assert line.losses == {Loss.PAUSED: 2}


STATUSES = st.sampled_from([one for one in OfferStatus if one is not OfferStatus.ACCEPTED])
MADE = st.lists(st.tuples(st.sampled_from("abcde"), STATUSES), max_size=12)


@given(MADE, MADE)
def test_one_yes_is_enough_that_an_area_answers(before, after):
    """Whenever it came."""
    assert not unanswered([*before, ("a", OfferStatus.ACCEPTED), *after])


@given(MADE, st.randoms())
def test_an_area_never_answers_only_after_enough_offers_over_enough_requests(made, chance):
    """Withdrawn and open ones count for nothing; the order for nothing either."""
    no = {OfferStatus.DECLINED, OfferStatus.EXPIRED}
    counted = [request for request, status in made if status in no]
    expected = len(counted) >= OFFERS and len(set(counted)) >= REQUESTS
    chance.shuffle(made)
    assert unanswered(made) is expected


@given(MADE, st.tuples(st.sampled_from("abcde"), STATUSES))
def test_one_more_offer_in_vain_never_makes_an_area_answer(made, more):
    """The rule is monotone."""
    assert unanswered([*made, more]) or not unanswered(made)


# ---- fairness

VALUES = st.lists(st.floats(0, 1000), min_size=1, max_size=20)


@given(VALUES, st.floats(0.01, 100))
def test_gini_is_between_0_and_1_and_knows_no_unit(values, factor):
    """Nobody is asked more fairly because more is asked."""
    found = gini(values)
    assert 0 <= found < 1
    assert gini([factor * value for value in values]) == pytest.approx(found, abs=1e-6)


@given(VALUES)
def test_gini_is_half_the_relative_mean_difference(values):
    """The definition, pair by pair."""
    total = sum(values)
    pairs = sum(abs(one - other) for one, other in product(values, values))
    expected = pairs / (2 * len(values) * total) if total else 0
    assert gini(values) == pytest.approx(expected, abs=1e-6)


def test_all_alike_is_0_and_one_for_all_is_nearly_1():
    """The two ends; and the highest against the middle one."""
    assert gini([3, 3, 3]) == pytest.approx(0)
    assert gini([0] * 99 + [5]) == pytest.approx(0.99)
    assert highest_to_median([1, 2, 8]) == 4
    assert highest_to_median([0, 0, 8]) is None
    assert highest_to_median([]) is None

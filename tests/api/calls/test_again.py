"""When somebody who was not reached is tried again: for any hours and any moment."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.calls.rules import OnDuty, Try, next_try, part_of, ring_at
from api.calls.rules.again import GAP, TRIES, UNREACHED, WITHIN
from api.vocabulary import CallOutcome, PartOfDay
from tests.api.calls.test_rules import ZONES, hours, moments

DAYTIME = OnDuty(8 * 60, 20 * 60, ZoneInfo("Asia/Shanghai"))
NOBODY_ANSWERED = CallOutcome.NO_ANSWER
lost = st.sampled_from(sorted(UNREACHED - {CallOutcome.CALL_LATER, CallOutcome.BUSY}))


def ladder(first, duty, when=(), outcome=NOBODY_ANSWERED):
    """All moments in which somebody who never answers is tried."""
    tries = [Try(outcome, first)]
    while (at := next_try(tries, duty, when)) is not None:
        tries.append(Try(outcome, at))
    return [one.at for one in tries]


def at(clock, day=2):
    """A moment of March 2026 by the clock in Shanghai."""
    return datetime.fromisoformat(f"2026-03-{day:02} {clock}").replace(tzinfo=DAYTIME.zone)


@given(moments)
def test_by_day_there_are_three_more_tries_at_different_times_within_a_day(first):
    """Whenever the first one was; then it is the coordinators'."""
    tried = ladder(first, DAYTIME)
    assert len(tried) == TRIES
    assert tried[-1] - first <= WITHIN
    assert all(DAYTIME.covers(moment) for moment in tried[1:])
    parts = [part_of(moment, DAYTIME) for moment in tried[1:]]
    assert len(set(parts)) == len(parts)


@given(hours, moments, st.sets(st.sampled_from(PartOfDay)), lost)
def test_no_ladder_is_endless_or_without_a_pause_or_outside_the_hours(duty, first, when, outcome):
    """Whatever the hours are, and whatever parts of the day the person named."""
    tried = ladder(first, duty, when, outcome)
    assert len(tried) <= TRIES
    for sooner, later in pairwise(tried):
        assert later - sooner >= GAP
        assert duty.covers(later)
        assert not when or part_of(later, duty) in when
    assert tried[-1] - first <= WITHIN


@given(hours, moments)
def test_nobody_is_rung_in_the_night_while_somebody_is_there_by_day(duty, first):
    """A telephone at three o'clock frightens a house."""
    tried = ladder(first, duty)[1:]
    by_night = [moment for moment in tried if part_of(moment, duty) is None]
    assert by_night in ([], tried)


@pytest.mark.parametrize(
    ("first", "then"),
    [
        (at("10:00"), [at("12:00"), at("17:00"), at("08:00", 3)]),
        (at("11:50"), [at("12:50"), at("17:05"), at("08:05", 3)]),
        (at("18:00"), [at("08:00", 3), at("12:00", 3), at("17:00", 3)]),
        (at("19:55"), [at("08:10", 3), at("12:10", 3), at("17:10", 3)]),
    ],
)
def test_tries_go_through_the_parts_of_the_day(first, then):
    """Morning, afternoon, evening, and the next morning."""
    assert ladder(first, DAYTIME)[1:] == then


def test_a_busy_line_is_tried_again_soon_but_once():
    """Somebody is at home; who is at the phone all day is tried at another part of it."""
    busy = Try(CallOutcome.BUSY, at("10:00"))
    soon = next_try([busy], DAYTIME)
    assert soon == at("10:15")
    again = Try(CallOutcome.BUSY, soon)
    assert part_of(next_try([busy, again], DAYTIME), DAYTIME) is PartOfDay.AFTERNOON


def test_who_was_spoken_with_is_tried_as_often_again():
    """Earlier tries no longer count once they answered and asked for another time."""
    lines = [Try(NOBODY_ANSWERED, at(clock)) for clock in ("08:00", "12:00", "17:00")]
    later = Try(CallOutcome.CALL_LATER, at("08:00", 3))
    assert next_try([*lines, later], DAYTIME) is not None
    assert next_try([*lines, later, Try(NOBODY_ANSWERED, at("12:00", 3))], DAYTIME) is not None


@given(st.sampled_from(ZONES), moments, st.sets(st.sampled_from(PartOfDay), min_size=1))
def test_who_named_parts_of_the_day_is_rung_in_them(zone, due, when):
    """Somebody else may be there at other times."""
    duty = OnDuty(0, 0, ZoneInfo(zone))
    first = ring_at(due, duty, when)
    assert part_of(first, duty) in when
    assert first - due <= WITHIN
    assert ring_at(due, duty, ()) == due


def test_hours_in_the_night_only_are_used():
    """Better by night than never, where nobody is there by day."""
    nights = OnDuty(22 * 60, 6 * 60, UTC)
    first = datetime(2026, 3, 2, 23, 0, tzinfo=UTC)
    assert len(ladder(first, nights)) > 1
    assert ladder(first, nights)[1] - first >= timedelta(hours=1)

"""Days on which a group's hours are not those of the week, and clocks that jump."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from api.groups.rules import is_open, opens_at

CHRISTMAS = date(2026, 12, 25)
"""A Friday."""
EVE, BOXING_DAY = CHRISTMAS - timedelta(1), CHRISTMAS + timedelta(1)
THU, FRI, SAT, SUN = 3, 4, 5, 6
NINE_TO_FIVE = [(day, 540, 1020) for day in range(7)]
NIGHTS = [(day, 1320, 360) for day in range(7)]
CLOSED = ((CHRISTMAS, ()),)
MORNING = ((CHRISTMAS, ((540, 720),)),)
QUARTER = timedelta(minutes=15)


def at(day, clock, zone="UTC", fold=0):
    """A moment that the clock on the wall of a zone shows."""
    there = datetime.combine(day, time.fromisoformat(clock), ZoneInfo(zone)).replace(fold=fold)
    return there.astimezone(UTC)


@pytest.mark.parametrize(
    ("hours", "exceptions", "day", "clock", "is_so"),
    [
        pytest.param(NINE_TO_FIVE, CLOSED, CHRISTMAS, "10:00", False, id="closed all day"),
        pytest.param(NINE_TO_FIVE, CLOSED, BOXING_DAY, "10:00", True, id="open the day after"),
        pytest.param(NINE_TO_FIVE, MORNING, CHRISTMAS, "11:59", True, id="open for a while"),
        pytest.param(NINE_TO_FIVE, MORNING, CHRISTMAS, "12:00", False, id="and no longer"),
        pytest.param([], CLOSED, CHRISTMAS, "10:00", False, id="always, but not that day"),
        pytest.param([], CLOSED, EVE, "23:59", True, id="always, until its midnight"),
        pytest.param([], CLOSED, BOXING_DAY, "00:00", True, id="always, from the next midnight"),
        pytest.param(
            [(SUN, 540, 1020)], MORNING, CHRISTMAS, "10:00", True, id="open on a day off"
        ),
        pytest.param(NIGHTS, CLOSED, CHRISTMAS, "05:59", True, id="what began the day before"),
        pytest.param(NIGHTS, CLOSED, CHRISTMAS, "22:00", False, id="nothing begins that day"),
        pytest.param(NIGHTS, CLOSED, BOXING_DAY, "05:59", False, id="so nothing goes on from it"),
        pytest.param(
            NINE_TO_FIVE,
            ((CHRISTMAS, ((1320, 120),)),),
            BOXING_DAY,
            "01:59",
            True,
            id="a span of the exception runs past its midnight",
        ),
        pytest.param(
            NIGHTS,
            ((EVE, ((1320, 1440),)), *CLOSED),
            CHRISTMAS,
            "00:00",
            False,
            id="who means midnight says so on the day before",
        ),
    ],
)
def test_on_a_day_with_an_exception_only_its_spans_begin(hours, exceptions, day, clock, is_so):
    """What began on the day before goes on by the hours of that day."""
    assert is_open(hours, "UTC", at(day, clock), exceptions) is is_so


def test_the_day_of_an_exception_is_the_groups_own():
    """Christmas begins in Shanghai while it is afternoon in London."""
    zone = "Asia/Shanghai"
    assert is_open([], zone, at(EVE, "15:59"), CLOSED)
    assert not is_open([], zone, at(EVE, "16:00"), CLOSED)
    assert is_open([], zone, at(CHRISTMAS, "16:00"), CLOSED)


def test_it_opens_again_after_days_that_are_closed():
    """Also after more than a week; who is closed for a year opens at no moment known."""
    days = tuple((CHRISTMAS + timedelta(n), ()) for n in range(10))
    assert opens_at(NINE_TO_FIVE, "UTC", at(CHRISTMAS, "10:00"), days) == at(
        date(2027, 1, 4), "09:00"
    )
    year = tuple((CHRISTMAS + timedelta(n), ()) for n in range(-1, 370))
    assert opens_at([], "UTC", at(CHRISTMAS, "10:00"), year) is None


BERLIN, KOLKATA, NUUK, HAVANA = "Europe/Berlin", "Asia/Kolkata", "America/Nuuk", "America/Havana"
SPRING, AUTUMN = date(2026, 3, 29), date(2026, 10, 25)
"""Sundays: in Berlin 2:00 becomes 3:00, and 3:00 becomes 2:00."""


def test_an_hour_that_summer_time_skips_is_nobodys():
    """Who opens in it opens when the clock jumps into their hours; who has it alone, next week."""
    opens = opens_at([(SUN, 150, 300)], BERLIN, at(SPRING, "01:30", BERLIN))
    assert opens == at(SPRING, "03:00", BERLIN)
    alone = [(SUN, 120, 180)]
    next_week = at(SPRING + timedelta(7), "02:00", BERLIN)
    assert opens_at(alone, BERLIN, at(SPRING, "01:30", BERLIN)) == next_week


def test_an_hour_that_winter_time_repeats_counts_twice():
    """The clock on the wall decides: open, closed, and open once more."""
    hours = [(SUN, 90, 150)]  # 1:30 to 2:30
    assert is_open(hours, BERLIN, at(AUTUMN, "02:29", BERLIN, fold=0))
    assert not is_open(hours, BERLIN, at(AUTUMN, "02:30", BERLIN, fold=0))
    assert is_open(hours, BERLIN, at(AUTUMN, "02:00", BERLIN, fold=1))
    between = at(AUTUMN, "02:45", BERLIN, fold=0)
    assert opens_at(hours, BERLIN, between) == at(AUTUMN, "02:00", BERLIN, fold=1)


def test_a_night_is_an_hour_shorter_in_spring_and_longer_in_autumn():
    """It ends at six on the wall, whatever was put in or left out."""
    saturday_night = [(SAT, 1320, 360)]
    for sunday, hours in ((SPRING, 7), (AUTUMN, 9)):
        begins = at(sunday - timedelta(1), "22:00", BERLIN)
        ends = begins + timedelta(hours=hours)
        assert is_open(saturday_night, BERLIN, ends - QUARTER)
        assert not is_open(saturday_night, BERLIN, ends)


def test_zones_with_half_hours_and_three_quarters_are_read_off_their_own_clock():
    """Nine in Kolkata is 3:30, nine in Kathmandu 3:15."""
    for zone, clock in ((KOLKATA, "03:30"), ("Asia/Kathmandu", "03:15")):
        assert is_open(NINE_TO_FIVE, zone, at(CHRISTMAS, clock))
        assert not is_open(NINE_TO_FIVE, zone, at(CHRISTMAS, clock) - timedelta(minutes=1))


# ---- the same in plain words, quarter by quarter -----------------------------------------------

HALVES = st.integers(0, 48).map(lambda half: half * 30)
SPANS = st.lists(st.tuples(HALVES, HALVES), max_size=2).map(tuple)
ZONES = ["UTC", BERLIN, KOLKATA, NUUK, HAVANA, "Australia/Lord_Howe", "Asia/Beirut"]
CHANGES = [
    SPRING,
    AUTUMN,
    date(2026, 3, 8),
    date(2026, 11, 1),
    date(2026, 4, 5),
    date(2026, 10, 4),
]


def open_by_the_wall(hours, exceptions, there):
    """Whether a span of today or of yesterday has in it what the clock on the wall shows."""
    minute = there.hour * 60 + there.minute
    for late in (0, 1):
        day = there.date() - timedelta(late)
        spans = dict(exceptions).get(day)
        if spans is None:
            spans = [span for on, *span in hours if on == day.weekday()] if hours else [(0, 1440)]
        for start, end in spans:
            length = end - start if end > start else 1440 - start + end
            if 0 <= minute + late * 1440 - start < length:
                return True
    return False


@settings(max_examples=150)
@given(
    hours=st.lists(st.tuples(st.integers(0, 6), HALVES, HALVES), max_size=4),
    near=st.sampled_from(CHANGES),
    exceptions=st.dictionaries(st.integers(-2, 4), SPANS, max_size=4),
    quarters=st.integers(-100, 200),
    zone=st.sampled_from(ZONES),
)
def test_it_opens_at_the_first_moment_that_is_open(hours, near, exceptions, quarters, zone):
    """In every zone, around its changes of the clock and around exceptions."""
    days = tuple((near + timedelta(late), spans) for late, spans in exceptions.items())
    now = datetime.combine(near, time(), UTC) + quarters * QUARTER
    found = opens_at(hours, zone, now, days)
    moment = now
    for _ in range(15 * 96):
        is_so = open_by_the_wall(hours, days, moment.astimezone(ZoneInfo(zone)))
        assert is_open(hours, zone, moment, days) is is_so
        if is_so:
            break
        moment += QUARTER
    else:
        moment = None
    assert found == moment

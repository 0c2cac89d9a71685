"""Hours of a group's own week, the spans of a volunteer, and how long a pause lasts."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.groups.rules import FOREVER, free_at, is_open, opens_at, paused_until

MON, SAT, SUN = 0, 5, 6
BERLIN = "Europe/Berlin"
HOUR = timedelta(hours=1)
WEEK = timedelta(days=7)
HOURS = st.lists(
    st.tuples(st.integers(0, 6), *[st.integers(0, 48).map(lambda half: half * 30)] * 2),
    max_size=4,
)
MOMENTS = st.datetimes(
    datetime(2026, 1, 1),  # noqa: DTZ001 - the strategy adds the zone
    datetime(2027, 1, 1),  # noqa: DTZ001
    timezones=st.just(UTC),
)


def at(day, clock, zone="UTC"):
    """A day of the week that begins on Monday, 2 March 2026."""
    hour, minute = map(int, clock.split(":"))
    return datetime(2026, 3, 2 + day, hour, minute, tzinfo=ZoneInfo(zone))


@pytest.mark.parametrize(
    ("hours", "moment", "is_so"),
    [
        ([], at(MON, "3:00"), True),
        ([(MON, 540, 1020)], at(MON, "9:00"), True),
        ([(MON, 540, 1020)], at(MON, "16:59"), True),
        ([(MON, 540, 1020)], at(MON, "17:00"), False),
        ([(MON, 540, 1020)], at(SUN, "10:00"), False),
        ([(MON, 1320, 360)], at(MON, "23:00"), True),
        ([(MON, 1320, 360)], at(MON + 1, "5:59"), True),
        ([(MON, 1320, 360)], at(MON, "5:59"), False),
        ([(SUN, 1320, 360)], at(MON, "5:59"), True),
        ([(MON, 0, 1440)], at(MON, "23:59"), True),
        ([(MON, 0, 0)], at(MON, "12:00"), True),
    ],
)
def test_a_span_may_run_past_midnight_and_past_the_end_of_the_week(hours, moment, is_so):
    """Its minute of opening is in it, its minute of closing is not."""
    assert is_open(hours, "UTC", moment) is is_so


def test_hours_are_read_off_the_clock_on_the_wall():
    """Nine in Berlin is nine in summer and in winter."""
    nine = [(day, 540, 600) for day in range(7)]
    winter, summer = (datetime(2026, month, 1, 9, tzinfo=ZoneInfo(BERLIN)) for month in (1, 7))
    assert is_open(nine, BERLIN, winter)
    assert is_open(nine, BERLIN, summer)
    assert winter.astimezone(UTC).hour != summer.astimezone(UTC).hour


@given(HOURS, MOMENTS, st.sampled_from(["UTC", BERLIN, "Asia/Shanghai"]))
def test_it_opens_next_within_a_week_at_a_moment_of_its_own_hours(hours, now, zone):
    """At once where it is open, or else when a span begins; hours that are empty are open."""
    moment = opens_at(hours, zone, now)
    if is_open(hours, zone, now):
        assert moment == now
    else:
        assert now < moment <= now + WEEK + HOUR  # an hour may be put in by the summer's end
        assert is_open(hours, zone, moment)


@pytest.mark.parametrize(
    ("spans", "clock", "free"),
    [
        ([], "3:00", True),
        (["any_time"], "3:00", True),
        (["mornings"], "6:00", True),
        (["mornings"], "12:00", False),
        (["mornings", "evenings"], "18:00", True),
        (["nights"], "23:00", True),
        (["nights"], "5:59", True),
        (["nights"], "6:00", False),
    ],
)
def test_a_volunteer_is_free_in_the_spans_they_named(spans, clock, free):
    """Nothing said means always."""
    assert free_at(spans, "UTC", at(MON, clock)) is free


def test_every_minute_of_a_day_is_in_exactly_one_span():
    """No volunteer falls between the evening and the night."""
    spans = ["mornings", "afternoons", "evenings", "nights"]
    minutes = [at(MON, "0:00") + timedelta(minutes=number) for number in range(1440)]
    assert {sum(free_at([span], "UTC", one) for span in spans) for one in minutes} == {1}


def test_a_pause_lasts_as_long_as_it_was_called():
    """Today: until midnight where the group is, and not where the server is."""
    now = at(MON, "23:30", "Asia/Shanghai")
    assert paused_until("today", "Asia/Shanghai", now) == now + HOUR / 2
    assert paused_until("week", "UTC", now) == now + WEEK
    assert paused_until("until_i_return", "UTC", now) == FOREVER

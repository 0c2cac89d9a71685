"""When a group or a volunteer is open: hours of the week in their own time zone, and exceptions.

What the clock on the wall shows decides: an hour that summer time skips is nobody's, one that it
repeats counts twice. On a day with an exception only its spans begin; what began on the day
before goes on past midnight by the hours of that day.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Literal
from zoneinfo import ZoneInfo

MINUTES_A_DAY = 1440
DAYS_A_WEEK = 7

Hours = Sequence[tuple[int, int, int]]
"""Spans of a week: weekday (0 is Monday), from and to in minutes of the day; empty = always.

A span whose end is not after its beginning runs past midnight.
"""
Exceptions = Sequence[tuple[date, Sequence[tuple[int, int]]]]
"""Days on which the hours are not those of the week: from and to as above; none = closed."""
ALL_DAY = ((0, MINUTES_A_DAY),)
A_DAY = timedelta(days=1)
A_MINUTE = timedelta(minutes=1)
LOOK_AHEAD_DAYS = 366
"""So far the next opening is looked for: a group with many exceptions may be closed for long."""
Span = Literal["mornings", "afternoons", "evenings", "nights", "any_time"]
SPANS: dict[str, tuple[int, int]] = {
    "mornings": (360, 720),
    "afternoons": (720, 1080),
    "evenings": (1080, 1320),
    "nights": (1320, 360),
    "any_time": (0, MINUTES_A_DAY),
}
"""What volunteers say of their hours, in minutes of the day: 6, 12, 18 and 22 o'clock."""

FOREVER = datetime(9999, 1, 1, tzinfo=UTC)
"""Until when a pause without an end lasts."""


@lru_cache(maxsize=256)
def local(now: datetime, time_zone: str) -> tuple[int, int]:
    """Weekday and minute of the day, there."""
    there = now.astimezone(ZoneInfo(time_zone))
    return there.weekday(), there.hour * 60 + there.minute


@lru_cache(maxsize=256)
def today_in(time_zone: str, now: datetime) -> date:
    """The day of the calendar, there."""
    return now.astimezone(ZoneInfo(time_zone)).date()


def is_open(hours: Hours, time_zone: str, now: datetime, exceptions: Exceptions = ()) -> bool:
    """Whether a moment falls into the hours."""
    if exceptions:
        return _is_open_by_the_day(hours, time_zone, now, exceptions)
    if not hours:
        return True
    today, minute = local(now, time_zone)
    yesterday = (today - 1) % DAYS_A_WEEK
    for day, start, end in hours:
        if start < end:
            if day == today and start <= minute < end:
                return True
        elif (day == today and minute >= start) or (day == yesterday and minute < end):
            return True
    return False


def _is_open_by_the_day(
    hours: Hours, time_zone: str, now: datetime, exceptions: Exceptions
) -> bool:
    today, (_, minute) = today_in(time_zone, now), local(now, time_zone)
    begun = spans_on(today, hours, exceptions)
    if any(start <= minute and (minute < end or end <= start) for start, end in begun):
        return True
    before = spans_on(today - A_DAY, hours, exceptions)
    return any(end <= start and minute < end for start, end in before)


def spans_on(day: date, hours: Hours, exceptions: Exceptions) -> Sequence[tuple[int, int]]:
    """The spans that begin on a day: those of its exception, or else of the week."""
    for on, spans in exceptions:
        if on == day:
            return spans
    weekday = day.weekday()
    return ALL_DAY if not hours else [(start, end) for on, start, end in hours if on == weekday]


def opens_at(
    hours: Hours, time_zone: str, now: datetime, exceptions: Exceptions = ()
) -> datetime | None:
    """The first moment from now on that is open; None if there is none within a year."""
    if is_open(hours, time_zone, now, exceptions):
        return now
    zone = ZoneInfo(time_zone)
    first = today_in(time_zone, now) - A_DAY  # a span may begin at 24:00
    for ahead in range(LOOK_AHEAD_DAYS):
        day = first + timedelta(days=ahead)
        for moment in sorted(_beginnings(day, zone, spans_on(day, hours, exceptions))):
            if moment > now and is_open(hours, time_zone, moment, exceptions):
                return moment
    return None


def _beginnings(day: date, zone: ZoneInfo, spans: Sequence[tuple[int, int]]) -> Iterator[datetime]:
    """When a span of the day may begin, also where the clock on the wall jumps into it."""
    for start, _ in spans:
        late, minute = divmod(start, MINUTES_A_DAY)
        wall = datetime.combine(day + late * A_DAY, time(minute // 60, minute % 60), zone)
        yield from (wall.replace(fold=fold).astimezone(UTC) for fold in (0, 1))
    midnight = datetime.combine(day, time(), zone)
    begin, end = midnight.astimezone(UTC), (midnight + A_DAY).astimezone(UTC)
    yield begin
    if end - begin != A_DAY:
        yield _jump(zone, begin, end)


def _jump(zone: ZoneInfo, before: datetime, after: datetime) -> datetime:
    """The minute in which the clock on the wall is changed, between two moments."""
    shows = before.astimezone(zone).utcoffset()
    while after - before > A_MINUTE:
        middle = before + (after - before) // A_MINUTE // 2 * A_MINUTE
        if middle.astimezone(zone).utcoffset() == shows:
            before = middle
        else:
            after = middle
    return after


def free_at(spans: Sequence[str], time_zone: str, now: datetime) -> bool:
    """Whether a volunteer with these hours is free at a moment; nothing said means always."""
    _, minute = local(now, time_zone)
    return not spans or any(_within(minute, *SPANS[span]) for span in spans)


def _within(minute: int, start: int, end: int) -> bool:
    return start <= minute < end if start < end else minute >= start or minute < end


def paused_until(
    how_long: Literal["today", "week", "until_i_return"], time_zone: str, now: datetime
) -> datetime:
    """When a pause ends: at the next midnight there, in seven days, or not by itself."""
    if how_long == "until_i_return":
        return FOREVER
    if how_long == "week":
        return now + timedelta(days=DAYS_A_WEEK)
    tomorrow = now.astimezone(ZoneInfo(time_zone)).date() + timedelta(days=1)
    return datetime.combine(tomorrow, time(), ZoneInfo(time_zone)).astimezone(UTC)

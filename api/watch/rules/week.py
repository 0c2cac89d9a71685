"""The hours at which is looked: one moment stands for each part of the week, and one for a night.

By the clock of the district. The moments lie ahead, so that a group's days unlike its week and
the end of its pause count as they will be.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from api.vocabulary import WeekPart

HOURS = {"morning": 9, "afternoon": 15, "evening": 20, "night": 2}
"""The middle of each part of the day that volunteers name, see `api.groups.rules.SPANS`."""
WORKDAYS = range(5)
"""Monday to Friday."""
PARTS = tuple(WeekPart)
ALL_PARTS = (1 << len(PARTS)) - 1


def moments(now: datetime, time_zone: str) -> dict[WeekPart, datetime]:
    """For each part of the week the first moment after `now` that stands for it, in UTC."""
    zone = ZoneInfo(time_zone)
    today = now.astimezone(zone).date()
    return {part: _next(part, now, today, zone) for part in PARTS}


def _next(part: WeekPart, now: datetime, today: date, zone: ZoneInfo) -> datetime:
    kind, _, of_day = part.partition("_")
    return next(
        moment
        for days in range(9)
        if ((day := today + timedelta(days=days)).weekday() in WORKDAYS) == (kind == "workday")
        and (moment := _at(day, HOURS[of_day], zone)) > now
    )


def next_night(after: datetime, hour: int, time_zone: str) -> datetime:
    """The first time after a moment that the district's clock strikes this hour, in UTC."""
    zone = ZoneInfo(time_zone)
    today = after.astimezone(zone).date()
    return next(
        moment for days in range(3) if (moment := _at(_day(today, days), hour, zone)) > after
    )


def _day(today: date, days: int) -> date:
    return today + timedelta(days=days)


def _at(day: date, hour: int, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(hour), zone).astimezone(ZoneInfo("UTC"))


def mask(parts: Iterable[WeekPart]) -> int:
    """Parts of the week as one number, a bit each."""
    return sum(1 << PARTS.index(part) for part in set(parts))


def parts_of(bits: int) -> tuple[WeekPart, ...]:
    """The parts of the week that a number has, in their order."""
    return tuple(part for at, part in enumerate(PARTS) if bits >> at & 1)

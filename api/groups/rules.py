"""When a group or a volunteer is open: hours of the week in their own time zone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta
from functools import lru_cache
from typing import Literal
from zoneinfo import ZoneInfo

MINUTES_A_DAY = 1440
DAYS_A_WEEK = 7

Hours = Sequence[tuple[int, int, int]]
"""Spans of a week: weekday (0 is Monday), from and to in minutes of the day; empty = always.

A span whose end is not after its beginning runs past midnight.
"""
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


def is_open(hours: Hours, time_zone: str, now: datetime) -> bool:
    """Whether a moment falls into the hours."""
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


def opens_at(hours: Hours, time_zone: str, now: datetime) -> datetime | None:
    """When it opens next after `now`, within a week; None for hours that are always open."""
    there = now.astimezone(ZoneInfo(time_zone))
    openings = [
        datetime.combine(
            there.date() + timedelta(days=(day - there.weekday()) % DAYS_A_WEEK + extra),
            time(start // 60, start % 60),
            there.tzinfo,
        ).astimezone(UTC)
        for day, start, _ in hours
        for extra in (0, DAYS_A_WEEK)
    ]
    return min((moment for moment in openings if moment > now), default=None)


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

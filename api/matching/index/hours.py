"""When groups are open, prepared: hours of the week in UTC as bits, and exact minutes.

An hour's bit is set if any minute of it may be open under any offset that the time zone has in a
year that was asked about: summer time changes nothing here but that hours are a little wider.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from api.groups.rules import DAYS_A_WEEK, MINUTES_A_DAY, Hours, is_open
from api.matching.rules import Able

WEEK = DAYS_A_WEEK * 24
ALWAYS = (1 << WEEK) - 1
HOUR_S, WEEK_MINUTES = 3600, DAYS_A_WEEK * MINUTES_A_DAY

Spans = tuple[tuple[int, int], ...]
"""From and to in minutes of the week, on the clock on the wall; none runs past Sunday."""


def spans_of(hours: Hours) -> Spans:
    """The hours of a week as spans that begin before they end."""
    found: list[tuple[int, int]] = []
    for day, start, end in hours:
        midnight = day * MINUTES_A_DAY
        if start < end:
            found.append((midnight + start, midnight + end))
        else:
            found.append((midnight + start, midnight + MINUTES_A_DAY))
            next_day = (midnight + MINUTES_A_DAY) % WEEK_MINUTES
            found.append((next_day, next_day + end))
    return tuple((start, end) for start, end in found if start < end)


def hours_of(spans: Spans, offsets: frozenset[int]) -> int:
    """The hours of the week in UTC that may be open; `offsets` in seconds east of it."""
    bits = 0
    for start, end in spans:
        for offset in offsets:
            first = (start * 60 - offset) // HOUR_S
            last = (end * 60 - offset - 1) // HOUR_S
            for hour in range(first, last + 1):
                bits |= 1 << hour % WEEK
    return bits


@lru_cache(maxsize=1024)
def offsets_in(time_zone: str, year: int) -> frozenset[int]:
    """Every offset that a zone has in a year; none lasts less than a day."""
    zone, day = ZoneInfo(time_zone), timedelta(days=1)
    begin = datetime(year, 1, 1, tzinfo=UTC) - (day if year > 1 else timedelta())
    found = set()
    for ahead in range(369):
        try:
            offset = (begin + ahead * day).astimezone(zone).utcoffset()
        except OverflowError:  # the end of all calendars
            break
        found.add(int((offset or timedelta()).total_seconds()))
    return frozenset(found)


@lru_cache(maxsize=1024)
def _likely(time_zone: str) -> frozenset[int]:
    """In winter and in summer: mostly all there are, before anybody asked about a year."""
    zone = ZoneInfo(time_zone)
    moments = (datetime(2026, month, 1, tzinfo=UTC).astimezone(zone) for month in (1, 7))
    return frozenset(int((one.utcoffset() or timedelta()).total_seconds()) for one in moments)


class Week:
    """The hours of groups as bits, for the years that were asked about so far."""

    always = ALWAYS

    def __init__(self) -> None:
        self._years: set[int] = set()
        self._zones: dict[str, frozenset[int]] = {}
        self._known: dict[tuple[object, ...], tuple[Spans | None, int]] = {}

    def covers(self, now: datetime) -> bool:
        """Whether the bits given so far hold in this year; if not, they are to be asked anew."""
        year = now.year
        if year in self._years:
            return True
        self._years.add(year)
        before = dict(self._zones)
        for zone in before:
            self._zones[zone] = self._offsets(zone)
        if before == self._zones:
            return True
        self._known.clear()
        return False

    def of(self, able: Able) -> tuple[Spans | None, int]:
        """A group's spans, None for always, and its hours as bits."""
        if not able.hours:
            return None, self.always
        key = (able.time_zone, *map(tuple, able.hours))
        found = self._known.get(key)
        if found is None:
            zone = able.time_zone
            if zone not in self._zones:
                self._zones[zone] = self._offsets(zone)
            spans = spans_of(able.hours)
            found = self._known[key] = spans, hours_of(spans, self._zones[zone])
        return found

    def _offsets(self, zone: str) -> frozenset[int]:
        return _likely(zone).union(*(offsets_in(zone, year) for year in self._years))


def open_on(able: Able, now: datetime) -> bool:
    """Whether a group is open that has days unlike its week: as the rules say."""
    return is_open(able.hours, able.time_zone, now, able.exceptions)

"""The hours in which somebody is on duty, and the promises that can be kept in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from itertools import count
from zoneinfo import ZoneInfo

from api.settings import Settings

DAY_MINUTES = 24 * 60
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class OnDuty:
    """Every day from `opens` until `closes`, in minutes of the local day.

    A `closes` that is not after `opens` is on the next day; equal means around the clock.
    ValueError for minutes that are no time of a day.
    """

    opens: int
    closes: int
    zone: tzinfo

    def __post_init__(self) -> None:
        if not (0 <= self.opens < DAY_MINUTES and 0 <= self.closes <= DAY_MINUTES):
            raise ValueError("on duty: minutes of the day, from 0 until 1440")

    @classmethod
    def of(cls, settings: Settings) -> OnDuty:
        """The hours of the settings."""
        return cls(*settings.on_duty, ZoneInfo(settings.time_zone))

    def covers(self, at: datetime) -> bool:
        """Whether somebody is on duty then; the closing minute still counts."""
        begin, _ = next(self._watches(at))
        return begin <= at

    def promise(self, now: datetime, due: datetime) -> datetime:
        """Until when something due can be done: waiting only passes while somebody is on duty.

        So what comes in at night is promised for after the next opening. Never before now.
        """
        left = max(due - now, timedelta())
        for begin, end in self._watches(now):
            start = max(begin, now)
            if left <= end - start:
                return start + left
            left -= end - start
        raise AssertionError("days do not end")

    def _watches(self, now: datetime) -> Iterator[tuple[datetime, datetime]]:
        """The hours on duty that are not over, in order; none that a clock change swallows."""
        yesterday = now.astimezone(self.zone).date() - DAY
        for days in count():
            begin, end = self._watch(yesterday + timedelta(days=days))
            if end > begin and end >= now:
                yield begin, end

    def _watch(self, day: date) -> tuple[datetime, datetime]:
        length = self.closes - self.opens
        closes = self.closes if length > 0 else self.closes + DAY_MINUTES
        return self._moment(day, self.opens), self._moment(day, closes)

    def _moment(self, day: date, minutes: int) -> datetime:
        days, minute = divmod(minutes, DAY_MINUTES)
        local = datetime(day.year, day.month, day.day, minute // 60, minute % 60, tzinfo=self.zone)
        # Adding days keeps the time on the clock, whatever the clock did in between.
        return (local + timedelta(days=days)).astimezone(UTC)

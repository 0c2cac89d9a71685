"""Who gives no answer three times is left alone for a minute, so that nobody waits for it."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import cache

FAILURES = 3
REST = timedelta(minutes=1)


class Breaker:
    """The failures of one geocoder in a row, in this process."""

    def __init__(self) -> None:
        self._failures = 0
        self._rests_until: datetime | None = None

    def rests(self, now: datetime) -> bool:
        """Whether it is not to be asked now; after its rest one failure more is enough."""
        return self._rests_until is not None and now < self._rests_until

    def failed(self, now: datetime) -> None:
        """It gave no answer."""
        self._failures += 1
        if self._failures >= FAILURES:
            self._rests_until = now + REST

    def answered(self) -> None:
        """It gave one, even if it knew no place."""
        self._failures = 0
        self._rests_until = None


@cache
def breaker_of(url: str) -> Breaker:
    """The one breaker of a geocoder."""
    del url
    return Breaker()

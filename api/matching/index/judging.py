"""What no bit can tell of a group: minutes, metres, polygons, pauses, and who may come in."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from api.groups.rules import MINUTES_A_DAY, local
from api.matching.index.hours import open_on
from api.matching.index.slots import Slots
from api.matching.rules import Able, Wanted
from api.matching.rules.able import is_let_in
from api.places.rules import inside


class Judge:
    """Judges, in one mode, whom the bits let through; the likeliest to fail comes first."""

    def __init__(self, kept: Slots, wanted: Wanted, now: datetime, *, comes: bool) -> None:
        self._kept, self._wanted, self._now = kept, wanted, now
        self._bits, self._ables, self._odd = kept.bits, kept.ables, kept.odd
        self._paused, self._spans = kept.paused, kept.spans
        self._minutes: dict[str, int] = {}
        self._comes = comes
        self._more = bool(kept.odd)
        self._mixed = self._lacking = 0
        self._out: tuple[Collection[int], ...] = ()
        self._among: Collection[int] | None = None
        self._let_in: Collection[int] | None = None

    def need(self, mixed: int, lacking: int) -> None:
        """At least one of the bits `mixed`, and not the bit `lacking`."""
        self._mixed, self._lacking = mixed, lacking
        self._more |= bool(mixed or lacking)

    def leave_out(self, *out: Collection[int]) -> None:
        """None of these."""
        self._out += tuple(one for one in out if one)
        self._more |= bool(self._out)

    def restrict(self, among: Collection[int] | None, let_in: Collection[int]) -> None:
        """Only these; who is known to be let in may come, the others are judged."""
        self._among, self._let_in, self._more = among, let_in, True

    def passes(self, slot: int, metres: float) -> bool:  # noqa: C901 - as few calls as can be
        """Whether a group whose bits fit is able, so far away."""
        able = self._ables[slot]
        if able is None:
            return False
        if self._comes:
            if able.area is None:
                if metres > able.radius_m:
                    return False
            elif self._wanted.point is None or not inside(self._wanted.point, able.area):
                return False
        until = self._paused[slot]
        if until is not None and until > self._now:
            return False
        hours = self._spans[slot]
        if hours is not None:
            minute = self._minutes.get(able.time_zone) or self._minute(able.time_zone)
            for start, end in hours:
                if start <= minute < end:
                    break
            else:
                return False
        return not self._more or self._is_able(slot, able)

    def _minute(self, time_zone: str) -> int:
        """The minute of the week on the clock on the wall there."""
        day, minute = local(self._now, time_zone)
        found = self._minutes[time_zone] = day * MINUTES_A_DAY + minute
        return found

    def _is_able(self, slot: int, able: Able) -> bool:
        bits = self._bits[slot]
        return (
            not bits & self._lacking
            and (not self._mixed or bits & self._mixed != 0)
            and not any(slot in out for out in self._out)
            and (self._among is None or slot in self._among)
            and (slot not in self._odd or open_on(able, self._now))
            and (self._let_in is None or slot in self._let_in or is_let_in(self._wanted, able))
        )

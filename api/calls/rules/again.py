"""When somebody who was not reached is tried again: at another part of the day, not for ever."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from itertools import takewhile

from api.calls.rules.duty import OnDuty
from api.vocabulary import CallOutcome, PartOfDay

PARTS = {
    PartOfDay.MORNING: (time(8), time(12)),
    PartOfDay.AFTERNOON: (time(12), time(17)),
    PartOfDay.EVENING: (time(17), time(21)),
}
"""From and until, of the clock on the wall; in the night nobody is rung."""

UNREACHED = frozenset(
    {CallOutcome.CALL_LATER, CallOutcome.NO_ANSWER, CallOutcome.BUSY, CallOutcome.VOICEMAIL}
)
"""Outcomes after which the call is tried again."""

WRONG = frozenset({CallOutcome.WRONG_NUMBER, CallOutcome.NUMBER_DEAD})
"""Outcomes after which this number is never rung again."""

BUSY_RETRY = timedelta(minutes=15)
GAP = timedelta(minutes=60)
SAME_PART_GAP = timedelta(minutes=120)
STEP = timedelta(minutes=15)
WITHIN = timedelta(hours=24)
TRIES = 4
"""The first and three more; then a coordinator thinks of another way."""


@dataclass(frozen=True, slots=True)
class Try:
    """When somebody was tried, and what came of it."""

    outcome: CallOutcome
    at: datetime


def part_of(at: datetime, duty: OnDuty) -> PartOfDay | None:
    """The part of the day, by the clock where Linli is; None in the night."""
    clock = at.astimezone(duty.zone).time()
    return next((part for part, (start, end) in PARTS.items() if start <= clock < end), None)


def next_try(
    tries: Sequence[Try], duty: OnDuty, when: Collection[PartOfDay] = ()
) -> datetime | None:
    """When to try again after the last of these, oldest first; None: the coordinators' now.

    At most four tries within a day that reach nobody. A busy line is tried again soon, once; else
    at a part of the day not tried yet, then at another one than just now, then later. Only in the
    hours on duty, in no night, and in the parts that the person named (`when`).
    """
    run = _run(tries)
    last = run[-1]
    if len(run) >= TRIES:
        return None
    fits = list(_moments(last.at, run[0].at + WITHIN, duty, when))
    if last.outcome is CallOutcome.BUSY and CallOutcome.BUSY not in {
        one.outcome for one in run[:-1]
    }:
        return next(iter(fits), None)
    tried = {part_of(one.at, duty) for one in run}
    now_part = part_of(last.at, duty)
    wishes = (
        (at for at in fits if at >= last.at + GAP and part_of(at, duty) not in tried),
        (at for at in fits if at >= last.at + GAP and part_of(at, duty) is not now_part),
        (at for at in fits if at >= last.at + SAME_PART_GAP),
    )
    return next((at for wish in wishes for at in wish), None)


def ring_at(due: datetime, duty: OnDuty, when: Collection[PartOfDay]) -> datetime:
    """The first moment from then on in which somebody may be rung who named parts of the day."""
    if not when or part_of(due, duty) in when:
        return due
    later = _moments(due, due + WITHIN, duty, when)
    return next(later, due)


def ripe_at(due: datetime, duty: OnDuty, when: Collection[PartOfDay], now: datetime) -> datetime:
    """The first moment from now on in which a call due then can be made: on duty, and as named."""
    at = ring_at(max(due, now), duty, when)
    return duty.promise(at, at)


def _run(tries: Sequence[Try]) -> list[Try]:
    """The tries since somebody was last spoken with; who asked to be called later was."""
    since = list(
        takewhile(lambda one: one.outcome in UNREACHED - {CallOutcome.CALL_LATER}, tries[::-1])
    )
    return since[::-1] or [tries[-1]]


def _moments(
    after: datetime, until: datetime, duty: OnDuty, when: Collection[PartOfDay]
) -> Iterator[datetime]:
    """Moments in which they may be rung; of a watch that is in the night only, all of it."""
    steps = [after + STEP * n for n in range(1, int((until - after) / STEP) + 1)]
    covered = [at for at in steps if duty.covers(at)]
    allowed = set(when or PartOfDay)
    by_day = [at for at in covered if part_of(at, duty) in allowed]
    return iter(by_day if by_day or when else covered)

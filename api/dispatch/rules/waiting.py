"""Waiting in line: how many could help, how soon to look again, when to say that it lasts.

Room to ask: a group is asked for at most `asks_a_place` requests for each place it has free, not
counting what is less urgent. Of alerted volunteers 17-47 % respond (decision 31), so three asks
for a place fill it about once, and nobody of the group is asked in vain by the dozen.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from api.matching.rules import Able, Wanted, able
from api.settings import Settings
from api.vocabulary import Leaf, Reason, Urgency

SLOWEST = 8
"""The time from look to look grows to at most so many times what was set..."""
A_DAY = timedelta(days=1)
"""... and to a day, unless more was set. Nobody is told more often that they wait."""
PATIENT = (Urgency.WEEK, Urgency.LATER)
"""Requests that may wait in line before a person is asked to call."""


@dataclass(frozen=True, slots=True)
class Prospects:
    """How many groups could do the rarest need if all were open and had room; who has none now.

    `busy`: some of them are closed, paused or full, so that it is worth to wait for them.
    """

    rarity: int
    busy: bool = False


def room(capacity: int, load: int, asks: int, settings: Settings) -> int:
    """For how many more requests a group may be asked; `asks`: for how many it is."""
    return settings.asks_a_place * max(0, capacity - load) - asks


def as_urgent(urgency: Urgency) -> list[Urgency]:
    """Urgencies that are not less urgent than this one."""
    order = list(Urgency)
    return order[: order.index(urgency) + 1]


def prospects(
    wanted: Wanted, leaves: Iterable[Leaf], groups: Iterable[Able], now: datetime, most: int
) -> Prospects:
    """Who could do the rarest of these leaves, counted up to `most`."""
    known = list(groups)
    found = [
        _for_leaf(replace(wanted, leaves=frozenset({leaf})), known, now, most) for leaf in leaves
    ]
    return min(found, key=lambda one: one.rarity, default=Prospects(0))


def _for_leaf(wanted: Wanted, groups: Iterable[Able], now: datetime, most: int) -> Prospects:
    rarity, busy = 0, False
    for group in groups:
        reason = able(wanted, group, now)
        waits = reason in {Reason.OPEN, Reason.CAPACITY}
        if reason is None or (waits and able(wanted, _at_leisure(group), now) is None):
            rarity, busy = rarity + 1, busy or waits
        if rarity == most:
            break
    return Prospects(rarity, busy)


def _at_leisure(group: Able) -> Able:
    """The group as it is when it is open and has nothing to do."""
    return replace(group, load=0, hours=(), exceptions=(), paused_until=None)


def next_look(urgency: Urgency, looks: int, now: datetime, settings: Settings) -> datetime:
    """When to look again after so many looks in vain: twice as late each time, up to a bound.

    What is urgent now is looked for as often as was set, however often it was in vain.
    """
    first = settings.look_again_after[urgency]
    if urgency is Urgency.NOW:
        return now + first
    times = min(1 << min(looks - 1, SLOWEST), SLOWEST)
    return now + max(first, min(times * first, A_DAY))


def in_line(urgency: Urgency, found: Prospects, waited: timedelta, settings: Settings) -> bool:
    """Whether to wait is all there is to do: not urgent, and somebody will have room in time."""
    return urgency in PATIENT and found.busy and waited <= settings.usual_wait[urgency]


def says_it_waits(
    urgency: Urgency, told: datetime | None, since: datetime, now: datetime, settings: Settings
) -> bool:
    """Whether it is time to say that nobody is free yet: after the usual wait, once a day at most.

    `told`: when that was last said; `since`: when anything was, or when they asked.
    """
    if told is not None and now - told < A_DAY:
        return False
    return now - max(since, told or since) >= settings.usual_wait[urgency]

"""Canaries: requests nobody made that must find somebody. When one does, and which are made.

`now`: help must be found in every part of the week. `today`: in some part of a working day.
`week` and `later`: in some part of the week.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from api.vocabulary import Leaf, Loss, Reason, Urgency, WeekPart
from api.watch.rules.covering import Line
from api.watch.rules.week import PARTS

COMMON = 6
"""So many leaves an area are watched: more would repeat one loss in many lines."""
USUAL = (
    Leaf.GROCERIES,
    Leaf.MEDICINE,
    Leaf.MEAL,
    Leaf.CHECK_IN,
    Leaf.PROTECTIVE_SUPPLIES,
    Leaf.ERRAND,
)
"""What is watched while little was asked for: some of each type of service."""
WORKDAY = tuple(part for part in PARTS if part.startswith("workday"))
EVERY_HOUR: Mapping[Urgency, bool] = {one: one is Urgency.NOW for one in Urgency}
HOURS: Mapping[Urgency, Sequence[WeekPart]] = {
    Urgency.NOW: PARTS,
    Urgency.TODAY: WORKDAY,
    Urgency.WEEK: PARTS,
    Urgency.LATER: PARTS,
}
"""The parts of the week in which a canary is tried."""

KEPT_OUT = (Reason.LEAF, Reason.MODE, Reason.COVERAGE)
"""Groups that never could: they explain a loss only if nothing else does."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A canary that should be there because last night somebody was able."""

    area: str
    leaf: Leaf
    urgency: Urgency


def holds(urgency: Urgency, matches: Callable[[WeekPart], bool]) -> bool:
    """Whether a canary of this urgency finds somebody; asks no more hours than it needs."""
    tried = map(matches, HOURS[urgency])
    return all(tried) if EVERY_HOUR[urgency] else any(tried)


def common(asked: Mapping[Leaf, int]) -> tuple[Leaf, ...]:
    """The leaves that are watched: asked for most lately, then the usual ones."""
    most = sorted((leaf for leaf in Leaf if asked.get(leaf)), key=lambda leaf: -asked[leaf])
    return tuple(dict.fromkeys((*most, *USUAL)))[:COMMON]


def wishes(area: str, lines: Iterable[Line], leaves: Iterable[Leaf]) -> list[Wish]:
    """A canary for each of these leaves that somebody was able to do in an area."""
    served: dict[Leaf, set[WeekPart]] = {}
    for line in lines:
        if line.accommodation is None and not line.language and line.figures.able:
            served.setdefault(line.leaf, set()).update(line.parts)
    return [
        Wish(area, leaf, Urgency.TODAY if served[leaf] & set(WORKDAY) else Urgency.WEEK)
        for leaf in leaves
        if leaf in served
    ]


def explained(rejected: Mapping[Reason, int]) -> dict[Loss, int]:
    """Why nobody is able, where nobody is known who was: the nearest reasons only."""
    near = {reason: count for reason, count in rejected.items() if reason not in KEPT_OUT}
    told = near or dict(rejected)
    return {Loss(reason.value): told[reason] for reason in Reason if told.get(reason)}

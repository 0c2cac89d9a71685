"""The rank of those who are able, and how needs are shared out when nobody does all of them.

Rank: a shared language first, then who comes from inside, then the distance band, load, fairness,
continuity, exact distance, id. A language nobody shares leaves nobody: those groups are
`interpreter_needed`. Inside counts where restrictions hold: a group whose own place is inside all
of their areas passes no gate, so it comes before a nearer one outside.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TypeVar

from api.groups.rules import opens_at
from api.matching.rules.able import able, judge
from api.matching.rules.wanted import Able, Wanted, metres, speaks
from api.places.rules import Ruler
from api.restrictions.rules import at_the_gate, is_inside
from api.vocabulary import Accommodation, Leaf, Mode, Reason

T = TypeVar("T")

BAND_M = 250
"""Groups this near to each other are equally near: what is fair decides among them."""
NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Chosen:
    """A group able to help, and why it stands where it stands. Distance in metres, if known.

    `inside`: it comes in person, from inside every area that restricts help there.
    """

    group_id: str
    mode: Mode
    distance_m: float | None
    load: float
    asked_at: datetime | None
    helped_before: bool
    interpreter_needed: bool
    gate_only: bool
    inside: bool = False

    @property
    def band(self) -> tuple[bool, bool, int]:
        """What comes before all that is fair: groups alike in this are equally near."""
        near = int((self.distance_m or 0.0) // BAND_M)
        return self.interpreter_needed, not self.inside, near

    @property
    def rank(self) -> tuple[bool, bool, int, float, datetime, bool, float, str]:
        """What groups are ordered by, the smallest first; no two groups are equal."""
        return (
            *self.band,
            self.load,
            self.asked_at or NEVER,
            not self.helped_before,
            self.distance_m or 0.0,
            self.group_id,
        )


@dataclass(frozen=True, slots=True)
class Matches:
    """The groups chosen, best first, and how many others failed which rule first.

    `lacking`: of those that failed by an accommodation, how many lack which; only where a match
    is explained.
    """

    chosen: tuple[Chosen, ...] = ()
    rejected: Mapping[Reason, int] = field(default_factory=dict)
    lacking: Mapping[Accommodation, int] = field(default_factory=dict)


def match(wanted: Wanted, groups: Iterable[Able], now: datetime, k: int | None = None) -> Matches:
    """The best `k` able groups (all, for None) in their order, and counts of the others."""
    ruler = None if wanted.point is None else Ruler(wanted.point[0])
    chosen: list[Chosen] = []
    rejected: Counter[Reason] = Counter()
    unlike = 0
    for group in groups:
        if not group.does(wanted.leaves):  # most groups end here, before anything is measured
            unlike += 1
            continue
        distance = metres(wanted, group, ruler)
        found = judge(wanted, group, now, distance)
        if isinstance(found, Reason):
            rejected[found] += 1
        else:
            chosen.append(_choose(wanted, group, found, distance))
    if unlike:
        rejected[Reason.LEAF] = unlike
    chosen.sort(key=lambda one: one.rank)
    return Matches(tuple(chosen[:k]), dict(rejected))


def _choose(wanted: Wanted, group: Able, mode: Mode, distance: float | None) -> Chosen:
    here = wanted.restrictions
    comes = mode is Mode.IN_PERSON
    return Chosen(
        group.id,
        mode,
        distance,
        load=group.load / group.capacity,
        asked_at=group.asked_at,
        helped_before=group.id in wanted.helped,
        interpreter_needed=not speaks(group.languages, wanted.language),
        gate_only=comes and at_the_gate(here, group.id, group.point),
        inside=comes and is_inside(here, group.point),
    )


def opening(wanted: Wanted, groups: Iterable[Able], now: datetime) -> datetime | None:
    """When the first group opens that is able but for its hours or its pause; None for none."""
    moments = (
        moment
        for group in groups
        if able(wanted, group, now) is Reason.OPEN
        and (moment := _opens_at(group, now)) is not None
        and able(wanted, group, moment) is None
    )
    return min(moments, default=None)


def _opens_at(group: Able, now: datetime) -> datetime | None:
    back = max(now, group.paused_until or now)
    return opens_at(group.hours, group.time_zone, back, group.exceptions)


def cover(
    leaves: frozenset[Leaf], takers: Callable[[frozenset[Leaf]], Sequence[T]]
) -> tuple[list[tuple[frozenset[Leaf], Sequence[T]]], frozenset[Leaf]]:
    """Shares of the leaves with those who take them, and the leaves that nobody takes.

    One share when somebody takes all; otherwise each share is begun with the next leaf in the
    order of the vocabulary and holds what can be done together with it. No leaf is in two.
    """
    if whole := takers(leaves):
        return [(leaves, whole)], frozenset()
    shares: list[tuple[frozenset[Leaf], Sequence[T]]] = []
    left = [leaf for leaf in Leaf if leaf in leaves]
    unmet: set[Leaf] = set()
    while left:
        share, found = _largest(left, takers)
        if found:
            shares.append((share, found))
        else:
            unmet |= share
        left = [leaf for leaf in left if leaf not in share]
    return shares, frozenset(unmet)


def _largest(
    leaves: Sequence[Leaf], takers: Callable[[frozenset[Leaf]], Sequence[T]]
) -> tuple[frozenset[Leaf], Sequence[T]]:
    share = frozenset(leaves[:1])
    found = takers(share)
    for leaf in leaves[1:] if found else ():
        if more := takers(share | {leaf}):
            share, found = share | {leaf}, more
    return share, found

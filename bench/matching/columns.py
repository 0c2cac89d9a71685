"""What a group can do as bits, and what is wanted as the bits that are needed, for the peers."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import count

from api.groups.rules import Hours, is_open, local
from api.matching.rules import Able, Wanted, primary
from api.matching.rules.able import required
from api.places.rules import inside
from api.restrictions.rules import Restriction
from api.vocabulary import (
    ABLE_ACCOMMODATIONS,
    INDOOR_LEAVES,
    REMOTE_LEAVES,
    Accommodation,
    Leaf,
    Mode,
    RestrictionKind,
)
from bench.matching.world import LANGUAGES, TIME_ZONE

MONDAY = datetime(2026, 3, 1, 16, 0, tzinfo=UTC)
"""The first minute of a week, where the worlds are."""

WORD = 56
"""Hours in one column: three of them are a week, and a column has 63 bits to use."""

_NUMBERS = count()
HERE: Mapping[Leaf, int] = {leaf: 1 << next(_NUMBERS) for leaf in Leaf}
AFAR = {leaf: 1 << next(_NUMBERS) for leaf in Leaf if leaf in REMOTE_LEAVES}
CAN = {one: 1 << next(_NUMBERS) for one in Accommodation if one in ABLE_ACCOMMODATIONS}
TALKS = {way: 1 << next(_NUMBERS) for way in ("text", "voice")}
FREE = 1 << next(_NUMBERS)
TONGUES = {language: 1 << number for number, language in enumerate(LANGUAGES)}


def mask_of(group: Able) -> int:
    """All that a group can do, but for its languages and hours; and whether it has a place."""
    return (
        sum(HERE[leaf] for leaf in group.in_person)
        | sum(AFAR[leaf] for leaf in group.remote)
        | sum(CAN[one] for one in group.able if one in CAN)
        | sum(TALKS[way] for way in group.talks_by)
        | (FREE if group.load < group.capacity else 0)
    )


def languages_of(group: Able) -> int:
    """Its languages."""
    return sum(TONGUES[language] for language in group.languages)


def hours_of(group: Able) -> tuple[int, int, int]:
    """The hours of a week in which it is open; those of these worlds begin and end with hours."""
    return _hours(tuple(group.hours))


@cache
def _hours(hours: Hours) -> tuple[int, int, int]:
    first, second, third = (
        sum(1 << hour for hour in range(WORD) if _opens(hours, word * WORD + hour))
        for word in range(3)
    )
    return first, second, third


def _opens(hours: Hours, hour: int) -> bool:
    return is_open(hours, TIME_ZONE, MONDAY + timedelta(hours=hour))


def hour_at(now: datetime) -> tuple[int, int]:
    """The column of a moment's hour, and its bit there."""
    weekday, minute = local(now, TIME_ZONE)
    word, hour = divmod(weekday * 24 + minute // 60, WORD)
    return word, 1 << hour


def radius_of(group: Able) -> float:
    """How far it comes at most, in metres: its radius, or a circle around its square."""
    if group.area is None:
        return group.radius_m
    (west, south), _, (east, north), *_ = group.area[0]
    return 112_000 * max(north - south, east - west)


@dataclass(frozen=True, slots=True)
class Needed:
    """What a request needs of a group in one mode.

    `every`: all these bits; `some`: of each of these at least one bit.
    """

    every: int
    some: tuple[int, ...] = ()


def in_person(wanted: Wanted) -> Needed | None:
    """What is needed of who comes; None where nobody may."""
    here = wanted.restrictions
    if wanted.point is None or any(one.kind is RestrictionKind.CLOSED for one in here):
        return None
    leaves = wanted.leaves
    every = sum(HERE[leaf] for leaf in leaves - REMOTE_LEAVES)
    either = [HERE[leaf] | AFAR[leaf] for leaf in sorted(leaves & REMOTE_LEAVES)]
    if not every:  # at least one of them at the door
        either.append(sum(HERE[leaf] for leaf in leaves))
    return Needed(every | _needed(wanted, Mode.IN_PERSON), tuple(either))


def from_afar(wanted: Wanted) -> Needed | None:
    """What is needed of who helps from afar; None where that is not possible."""
    if not wanted.leaves <= REMOTE_LEAVES:
        return None
    return Needed(sum(AFAR[leaf] for leaf in wanted.leaves) | _needed(wanted, Mode.REMOTE))


def _needed(wanted: Wanted, mode: Mode) -> int:
    asked = wanted.accommodations
    bits = FREE | sum(CAN[one] for one in required(asked, mode))
    bits |= TALKS["text"] if Accommodation.NO_PHONE_CALLS in asked else 0
    return bits | (TALKS["voice"] if Accommodation.NO_TEXT in asked else 0)


def tongue(wanted: Wanted) -> int:
    """The bit of its language; 0 if it says none."""
    return TONGUES[primary(wanted.language)] if wanted.language else 0


@dataclass(frozen=True, slots=True)
class Gates:
    """The restrictions of a request by what they ask, as numbers of zones.

    `inside`: only who is inside; `passing`: who is inside or has a permit; `gates`: where others
    hand over; `afar`: the bits with which nobody need go in for what is done in a home, or None
    if somebody must.
    """

    every: tuple[int, ...]
    inside: tuple[int, ...]
    passing: tuple[int, ...]
    gates: tuple[int, ...]
    afar: int | None


def gates_of(wanted: Wanted, zones: Mapping[str, int]) -> Gates:
    """What the restrictions of a request ask of who comes."""
    by_kind: dict[RestrictionKind, list[int]] = {kind: [] for kind in RestrictionKind}
    for one in wanted.restrictions:
        by_kind[one.kind].append(zones[one.id])
    indoors = wanted.leaves & INDOOR_LEAVES
    return Gates(
        tuple(zones[one.id] for one in wanted.restrictions),
        tuple(by_kind[RestrictionKind.INSIDE_ONLY]),
        tuple(by_kind[RestrictionKind.PERMIT]),
        tuple(by_kind[RestrictionKind.GATE_DROP]),
        sum(AFAR[leaf] for leaf in indoors) if indoors <= REMOTE_LEAVES else None,
    )


def passes(
    zones: Sequence[Restriction], groups: Sequence[Able]
) -> Iterator[tuple[int, int, bool]]:
    """Who may pass where: the zone's number, the group's, and whether it is inside."""
    numbers = {group.id: number for number, group in enumerate(groups)}
    by_latitude = sorted(range(len(groups)), key=lambda number: groups[number].point[0])
    latitudes = [groups[number].point[0] for number in by_latitude]
    for zone, one in enumerate(zones):
        within = set(_within(one, groups, by_latitude, latitudes))
        yield from ((zone, number, True) for number in within)
        yield from ((zone, numbers[p], False) for p in one.permits if numbers[p] not in within)


def _within(
    one: Restriction, groups: Sequence[Able], by_latitude: list[int], latitudes: list[float]
) -> Iterator[int]:
    south, north = (pick(corner[1] for corner in one.rings[0]) for pick in (min, max))
    for number in by_latitude[bisect_left(latitudes, south) : bisect_left(latitudes, north)]:
        if inside(groups[number].point, one.rings):
            yield number

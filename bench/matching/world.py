"""Made-up worlds of groups, the same for the same seed: a district, a city, a region, a country.

Towns are heaps of groups on a plane; shares of services, languages and hours are made up, in the
proportions in which the practice district has them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from math import cos, radians
from random import Random

from api.groups.rules import Hours
from api.matching.rules import Able
from api.places.rules import Point, Ring
from api.restrictions.rules import Restriction
from api.vocabulary import REMOTE_LEAVES, Accommodation, Leaf, RestrictionKind

NOW = datetime(2026, 3, 4, 4, 0, tzinfo=UTC)
"""A Wednesday at noon, where the worlds are."""

TIME_ZONE = "Asia/Shanghai"
CENTRE: Point = (31.0, 121.0)
DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)

LEAVES = {
    Leaf.GROCERIES: 0.45, Leaf.MEAL: 0.3, Leaf.WATER: 0.15, Leaf.MEDICINE: 0.3,
    Leaf.DOCTOR_VISIT: 0.1, Leaf.MEDICAL_SUPPLIES: 0.05, Leaf.PROTECTIVE_SUPPLIES: 0.25,
    Leaf.HOUSEHOLD_GOODS: 0.25, Leaf.ERRAND: 0.35, Leaf.TRANSPORT: 0.2, Leaf.HOME_CARE: 0.05,
    Leaf.REPAIR: 0.1, Leaf.TECH_HELP: 0.12, Leaf.INFORMATION: 0.3, Leaf.CHECK_IN: 0.3,
    Leaf.COUNSELLING: 0.08, Leaf.INTERPRETING: 0.03, Leaf.MONEY: 0.06, Leaf.GOODS: 0.2,
    Leaf.OTHER: 0.1,
}  # fmt: skip
"""How likely a group does each; what can be done from afar it does so as often."""

ABLE = {
    Accommodation.SIGN_LANGUAGE: 0.05,
    Accommodation.INTERPRETER: 0.1,
    Accommodation.EASY_READ: 0.25,
    Accommodation.NO_STAIRS: 0.5,
    Accommodation.WHEELCHAIR: 0.25,
    Accommodation.ASSISTANCE_DOG: 0.4,
    Accommodation.WOMAN_ONLY: 0.3,
}
COMMON_LANGUAGE = "zh"
LANGUAGES = {COMMON_LANGUAGE: 0.95, "en": 0.15, "yue": 0.05, "ko": 0.005, "vi": 0.004, "ar": 0.003}
RARE_LANGUAGES = ("ko", "vi", "ar")

TALKS = (frozenset({"voice", "text"}), frozenset({"voice"}), frozenset({"text"}))
TALKS_SHARES = (80, 15, 5)
HOURS: tuple[Hours, ...] = (
    (),
    tuple((day, 9 * 60, 18 * 60) for day in range(5)),
    tuple((day, 18 * 60, 22 * 60) for day in range(7)),
    tuple((day, 22 * 60, 6 * 60) for day in range(7)),
    ((5, 0, 24 * 60), (6, 0, 24 * 60)),
)
HOURS_SHARES = (40, 40, 10, 5, 5)
RADIUS_M = (1500, 4000)
CAPACITY = (2, 8)
AREAS = 0.1
"""So many groups have a polygon instead of a radius."""

PAUSED = 0.03
FULL = 0.15
ASKED = 0.7
"""So many are paused, full, or were asked within the week."""

PROFILES = 20_000
"""So many kinds of groups at most: a country has many alike."""

SURGE = 0.95
"""So many groups are full when everybody needs help at once."""


@dataclass(frozen=True, slots=True)
class Size:
    """How many groups and towns, how far from the middle the towns lie and how wide they are."""

    groups: int
    towns: int
    half_degrees: float
    wide_degrees: float


DISTRICT = Size(318, 1, 0.0, 0.03)
METROPOLIS = Size(10_000, 12, 0.3, 0.06)
REGION = Size(100_000, 60, 1.5, 0.06)
COUNTRY = Size(1_000_000, 500, 9.0, 0.06)


@dataclass(frozen=True, slots=True)
class Kind:
    """What a group can do and when."""

    in_person: frozenset[Leaf]
    remote: frozenset[Leaf]
    languages: frozenset[str]
    able: frozenset[Accommodation]
    talks_by: frozenset[str]
    hours: Hours


@dataclass(frozen=True, slots=True)
class World:
    """Groups and the restrictions that are in force among them."""

    groups: Sequence[Able]
    zones: Sequence[Restriction]
    towns: int

    def neighbour(self, number: int, away: int) -> Able:
        """Another group of the same town as the group of this number."""
        return self.groups[(number + away * self.towns) % len(self.groups)]


def world(size: Size, seed: int = 1) -> World:
    """The world of a size and a seed."""
    chance = Random(seed)  # noqa: S311 - the same on every machine, and no secret
    towns = [_near(chance, CENTRE, size.half_degrees) for _ in range(size.towns)]
    kinds = [_kind(chance) for _ in range(min(size.groups, PROFILES))]
    groups = [
        _group(chance, number, chance.choice(kinds), towns[number % size.towns], size.wide_degrees)
        for number in range(size.groups)
    ]
    zones = [_zone(chance, number, groups) for number in range(max(6, size.groups // 200))]
    return World(groups, zones, size.towns)


def surge(calm: World, seed: int = 2) -> World:
    """The same world when most groups are full."""
    chance = Random(seed)  # noqa: S311 - as above
    full = set(chance.sample(range(len(calm.groups)), round(SURGE * len(calm.groups))))
    groups = [
        replace(one, load=one.capacity if number in full else min(one.load, one.capacity - 1))
        for number, one in enumerate(calm.groups)
    ]
    return replace(calm, groups=groups)


def _kind(chance: Random) -> Kind:
    """What a group can do; where it is comes after."""
    languages = {language for language, share in LANGUAGES.items() if chance.random() < share}
    leaves = {leaf for leaf, share in LEAVES.items() if chance.random() < share}
    afar = {leaf for leaf in Leaf if leaf in REMOTE_LEAVES and chance.random() < LEAVES[leaf]}
    return Kind(
        frozenset(leaves or {Leaf.ERRAND}),
        frozenset(afar),
        frozenset(languages or {COMMON_LANGUAGE}),
        frozenset(one for one, share in ABLE.items() if chance.random() < share),
        chance.choices(TALKS, TALKS_SHARES)[0],
        chance.choices(HOURS, HOURS_SHARES)[0],
    )


def _group(chance: Random, number: int, kind: Kind, town: Point, wide: float) -> Able:
    drawn = chance.random
    point = (chance.gauss(town[0], wide), chance.gauss(town[1], wide / cos(radians(town[0]))))
    capacity = CAPACITY[0] + int(drawn() * (1 + CAPACITY[1] - CAPACITY[0]))
    return Able(
        f"{number:07}",
        point,
        RADIUS_M[0] + int(drawn() * (RADIUS_M[1] - RADIUS_M[0])),
        kind.in_person,
        kind.remote,
        kind.languages,
        kind.able,
        kind.talks_by,
        capacity,
        load=capacity if drawn() < FULL else int(drawn() * capacity),
        area=_square(point, 0.01 + 0.02 * drawn()) if drawn() < AREAS else None,
        hours=kind.hours,
        time_zone=TIME_ZONE,
        paused_until=NOW + DAY if drawn() < PAUSED else None,
        asked_at=NOW - int(drawn() * 10_000) * MINUTE if drawn() < ASKED else None,
    )


def _zone(chance: Random, number: int, groups: Sequence[Able]) -> Restriction:
    """A block around some group that one may not simply enter; two other groups hold a permit."""
    kind = list(RestrictionKind)[number % len(RestrictionKind)]
    middle = chance.choice(groups).point
    permits = frozenset(one.id for one in chance.sample(groups, 2))
    given = permits if kind is RestrictionKind.PERMIT else frozenset[str]()
    return Restriction(f"z{number}", kind, _square(middle, chance.uniform(0.004, 0.01)), given)


def _square(middle: Point, half: float) -> tuple[Ring, ...]:
    south, north = middle[0] - half, middle[0] + half
    west, east = middle[1] - half, middle[1] + half
    corners = ((west, south), (east, south), (east, north), (west, north), (west, south))
    return (tuple(corners),)


def _near(chance: Random, point: Point, half: float) -> Point:
    return point[0] + chance.uniform(-half, half), point[1] + chance.uniform(-half, half)

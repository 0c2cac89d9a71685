"""What residents of a world want: the requests of each workload, the same for the same seed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random

from api.matching.rules import Able, Wanted
from api.places.rules import Point
from api.restrictions.rules import Restriction, deciding
from api.vocabulary import Accommodation, Leaf, RestrictionKind
from bench.matching.world import COMMON_LANGUAGE, LEAVES, RARE_LANGUAGES, World

COUNT = 400
"""So many requests a workload; more are the same ones again."""

BEST = 5
"""So many groups are wanted of each, as a wave of offers needs at most."""

NEAR_DEGREES = 0.005
"""Residents live where groups do, within some 500 m."""

COMMON = (Leaf.GROCERIES, Leaf.MEAL, Leaf.MEDICINE, Leaf.ERRAND)
RARE_AFAR = (Leaf.INTERPRETING, Leaf.COUNSELLING)
RARE_HERE = (Leaf.HOME_CARE, Leaf.MEDICAL_SUPPLIES)
AFAR_NEEDS = frozenset({Accommodation.SIGN_LANGUAGE, Accommodation.EASY_READ})
HERE_NEEDS = frozenset(
    {Accommodation.SIGN_LANGUAGE, Accommodation.WHEELCHAIR, Accommodation.WOMAN_ONLY}
)
TWO_LEAVES, WITH_NEEDS, ASKED_BEFORE, HELPED_BEFORE = 0.15, 0.35, 0.25, 0.2
LANGUAGES = {"zh-Hans": 85, "en": 8, "yue": 3, "ko": 2, "vi": 1, "ar": 1}
"""Shares among the mixed requests."""

STRICT = (RestrictionKind.INSIDE_ONLY, RestrictionKind.PERMIT)

Draw = Callable[[Random, World], Wanted]


def common(chance: Random, world: World) -> Wanted:
    """What most ask for, in the language that most speak."""
    point = _near(chance, _somebody(chance, world).point)
    return Wanted(frozenset({chance.choice(COMMON)}), language="zh-Hans", point=point)


def mixed(chance: Random, world: World) -> Wanted:
    """Everything by its share: needs, languages, restrictions, who said no and who helped."""
    at = chance.randrange(len(world.groups))
    point = _near(chance, world.groups[at].point)
    leaves = chance.choices(list(LEAVES), list(LEAVES.values()), k=_one_or_two(chance))
    return Wanted(
        frozenset(leaves),
        _needs(chance),
        chance.choices(list(LANGUAGES), list(LANGUAGES.values()))[0],
        point,
        restrictions=deciding(world.zones, point),
        refused=_neighbours(chance, world, at, ASKED_BEFORE),
        helped=_neighbours(chance, world, at, HELPED_BEFORE),
    )


def zone(chance: Random, world: World) -> Wanted:
    """What most ask for, where only some may come."""
    strict = [one for one in world.zones if one.kind in STRICT]
    point = _inside(chance, chance.choice(strict))
    leaves = frozenset({chance.choice(COMMON)})
    return Wanted(
        leaves, language="zh-Hans", point=point, restrictions=deciding(world.zones, point)
    )


def rare_remote(chance: Random, world: World) -> Wanted:
    """What one in a thousand does, from afar, with signs and easy words, in a language of few."""
    point = _near(chance, _somebody(chance, world).point)
    leaves = frozenset({chance.choice(RARE_AFAR)})
    return Wanted(leaves, AFAR_NEEDS, chance.choice(RARE_LANGUAGES), point)


def rare_in_person(chance: Random, world: World) -> Wanted:
    """What few do, at the door, for who needs three things that few can give; mostly nobody."""
    point = _near(chance, _somebody(chance, world).point)
    leaves = frozenset({chance.choice(RARE_HERE)})
    return Wanted(leaves, HERE_NEEDS, chance.choice((COMMON_LANGUAGE, *RARE_LANGUAGES)), point)


WORKLOADS: Mapping[str, Draw] = {
    "common": common,
    "mixed": mixed,
    "zone": zone,
    "rare remote": rare_remote,
    "rare in person": rare_in_person,
}


def requests(name: str, world: World, count: int = COUNT, seed: int = 3) -> list[Wanted]:
    """So many requests of a workload."""
    chance = Random(f"{name} {seed}")  # noqa: S311 - the same on every machine, and no secret
    return [WORKLOADS[name](chance, world) for _ in range(count)]


def _somebody(chance: Random, world: World) -> Able:
    return world.groups[int(chance.random() * len(world.groups))]


def _near(chance: Random, point: Point) -> Point:
    latitude, longitude = (one + chance.uniform(-NEAR_DEGREES, NEAR_DEGREES) for one in point)
    return latitude, longitude


def _inside(chance: Random, restriction: Restriction) -> Point:
    """A point in the block of a restriction, which is a square."""
    (west, south), _, (east, north), *_ = restriction.rings[0]
    return chance.uniform(south, north), chance.uniform(west, east)


def _one_or_two(chance: Random) -> int:
    return 2 if chance.random() < TWO_LEAVES else 1


def _needs(chance: Random) -> frozenset[Accommodation]:
    """One or two accommodations, for some."""
    if chance.random() > WITH_NEEDS:
        return frozenset()
    return frozenset(chance.choices(list(Accommodation), k=1 + chance.randrange(2)))


def _neighbours(chance: Random, world: World, at: int, share: float) -> frozenset[str]:
    """A few groups of the town, for a share of the requests."""
    if chance.random() > share:
        return frozenset()
    picked = (world.neighbour(at, chance.randrange(1, 30)) for _ in range(3))
    return frozenset(one.id for one in picked)

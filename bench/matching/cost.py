"""What the index costs by itself: its growth, a surge, a change, its making and its memory."""

from __future__ import annotations

import gc
import tracemalloc
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from itertools import cycle, islice
from time import process_time

from api.matching.index import Index
from api.matching.rules import Able
from bench.matching.taking import timed, worst
from bench.matching.workloads import requests
from bench.matching.world import COUNTRY, METROPOLIS, World, surge, world
from bench.measure import SLICES, Measure, ratios

MICROSECONDS = 1e6
KILOBYTE = 1024


async def growth(rounds: int, size: int) -> list[float]:
    """The p50 of common requests in a country divided by that in a metropolis."""
    city, country = world(METROPOLIS), world(COUNTRY)
    ours = timed(Index(country.groups), requests("common", country), size)
    peers = timed(Index(city.groups), requests("common", city), size)
    return await ratios(rounds, ours, peers, slices=SLICES)


async def surging(rounds: int, size: int) -> list[float]:
    """The p50 when most groups are full divided by that of a calm day; the worst workload."""
    calm = world(METROPOLIS)
    full = surge(calm)
    usual, busy = Index(calm.groups), Index(full.groups)
    found = {}
    for name in ("common", "mixed"):
        asked = requests(name, calm)
        ours, peers = timed(busy, asked, size), timed(usual, asked, size)
        found[name] = await ratios(rounds, ours, peers, slices=SLICES)
    return worst(found, greatest=True)


async def flips(rounds: int, size: int) -> list[float]:
    """Microseconds of CPU for a change of load, half of which fill a group or make it free."""
    city = world(METROPOLIS)
    index = Index(city.groups)
    changes = cycle(_changes(city))
    return [_each(index, [*islice(changes, size)]) * MICROSECONDS for _ in range(rounds)]


def _each(index: Index, changes: list[tuple[str, int]]) -> float:
    begun = process_time()
    for name, load in changes:
        index.set_load(name, load)
    return (process_time() - begun) / len(changes)


def _changes(city: World) -> Iterator[tuple[str, int]]:
    """Each group is filled, emptied, and given one task and one more, far from the one before."""
    for load in (None, 0, 1, 0):
        for number in range(len(city.groups)):
            group = city.groups[number * 7919 % len(city.groups)]  # a prime: each group comes once
            yield group.id, group.capacity if load is None else load


async def building(rounds: int, size: int) -> list[float]:
    """Seconds of CPU until an index over `size` groups is there."""
    groups = world(replace(METROPOLIS, groups=size)).groups
    return [_seconds(partial(Index, groups)) for _ in range(rounds)]


def _seconds(act: Callable[[], object]) -> float:
    gc.collect()
    begun = process_time()
    act()
    return process_time() - begun


async def memory(rounds: int, size: int) -> list[float]:
    """Kilobytes a group of all that the index keeps, by tracemalloc; the same in every round.

    The groups are given one by one, as if they had just been read: what they share, the index
    must find out, and what it does not keep is not counted.
    """
    del rounds
    groups = world(replace(METROPOLIS, groups=size)).groups
    gc.collect()
    tracemalloc.start()
    try:
        index = Index(_as_read(one) for one in groups)
        gc.collect()
        kept, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    del index
    return [kept / KILOBYTE / size]


def _as_read(group: Able) -> Able:
    """A group whose parts are nobody else's."""
    return replace(
        group,
        id=f"{group.id} "[:-1],
        in_person=frozenset([*group.in_person]),
        remote=frozenset([*group.remote]),
        languages=frozenset([*group.languages]),
        able=frozenset([*group.able]),
        talks_by=frozenset([*group.talks_by]),
        hours=tuple((day, start, end) for day, start, end in group.hours),
    )


COSTS = (
    Measure("match_surge_ratio", "ratio", "the same on a calm day", surging, 20, goal=1.6),
    Measure("match_flip_us", "µs", "nothing; CPU of a change of load", flips, 4000, goal=10),
    Measure("match_build_seconds", "s", "nothing; CPU", building, METROPOLIS.groups, goal=0.25),
    Measure("match_group_kb", "KB", "nothing; a group", memory, METROPOLIS.groups, goal=1),
)
LARGE_COSTS = (
    Measure(
        "match_growth_1e4_1e6",
        "ratio",
        "the same among 10,000",
        growth,
        50,
        goal=3,
        large=True,
    ),
)

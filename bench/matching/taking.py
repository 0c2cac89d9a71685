"""How a search is timed: the p50 of a slice of requests, ours and the peer's slices in turn.

The same requests are asked of both. Of several workloads the worst one counts; all of them are
told on standard error. A peer that does not give the same groups in the same order is refused.
"""

from __future__ import annotations

import statistics
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from itertools import cycle, islice
from time import perf_counter
from typing import Protocol

from api.matching.index import Index
from api.matching.rules import Chosen, Wanted, match
from bench.matching.workloads import BEST, WORKLOADS, requests
from bench.matching.world import NOW, World
from bench.measure import SLICES, Round, ratios

CHECKED = 5
"""So many requests of each workload are compared before anything is timed."""


class Peer(Protocol):
    """What answers the same requests: the ids of the best groups in their order."""

    async def best(self, wanted: Wanted, now: datetime, k: int) -> list[str]:
        """The best `k`."""
        ...


def timed(index: Index, asked: Iterable[Wanted], size: int) -> Round:
    """The p50 of our searches in seconds, `size` in each slice."""
    queue = cycle(asked)

    async def one() -> float:
        taken = []
        for wanted in islice(queue, size):
            begun = perf_counter()
            index.best(wanted, NOW, BEST)
            taken.append(perf_counter() - begun)
        return statistics.median(taken)

    return one


def timed_peer(peer: Peer, asked: Iterable[Wanted], size: int) -> Round:
    """The p50 of a peer's searches in seconds, `size` in each slice."""
    queue = cycle(asked)

    async def one() -> float:
        taken = []
        for wanted in islice(queue, size):
            begun = perf_counter()
            await peer.best(wanted, NOW, BEST)
            taken.append(perf_counter() - begun)
        return statistics.median(taken)

    return one


async def times_faster(
    world: World, peer: Peer, names: Sequence[str], rounds: int, size: int
) -> dict[str, list[float]]:
    """The peer's p50 divided by ours, round by round, for each workload."""
    index = Index(world.groups)
    await agree(world, index, peer, names)
    found = {}
    for name in names:
        asked = requests(name, world)
        ours, peers = timed(index, asked, size), timed_peer(peer, asked, size)
        found[name] = await ratios(rounds, ours=peers, peers=ours, slices=SLICES)
    return found


async def agree(
    world: World, index: Index, peer: Peer, names: Iterable[str] = WORKLOADS, count: int = CHECKED
) -> None:
    """Whether ours and the peer's are what the rules say; RuntimeError where they are not."""
    for name in names:
        for wanted in requests(name, world, count):
            expected = ids(match(wanted, world.groups, NOW, BEST).chosen)
            if ids(index.best(wanted, NOW, BEST)) != expected:
                raise RuntimeError(f"{name}: the index differs from the rules for {wanted}")
            if await peer.best(wanted, NOW, BEST) != expected:
                raise RuntimeError(f"{name}: the peer differs from the rules for {wanted}")


def ids(chosen: Iterable[Chosen]) -> list[str]:
    """The ids of groups in their order."""
    return [one.group_id for one in chosen]


def worst(found: Mapping[str, list[float]], *, greatest: bool) -> list[float]:
    """The rounds of the workload with the greatest or the least median, whichever is bad."""
    medians = {name: statistics.median(taken) for name, taken in found.items()}
    sys.stderr.write("  ".join(f"{name} {value:.2f}" for name, value in medians.items()) + "\n")
    order = sorted(found, key=medians.__getitem__)
    return found[order[-1 if greatest else 0]]

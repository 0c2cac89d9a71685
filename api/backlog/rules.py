"""Who could do what of a backlog, all at once: weights, and the cheapest flow by a library.

A request left out costs its weight, a request served costs its distance and the group's load.
Every weight is larger than any ten distances, so that as many are served as can be; among
those, each level of urgency outweighs all of rarity, as in `requests.rules.drain`, and rarity
outweighs nearness: whoever only looks at distance abandons rare needs.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from api.requests.rules import LEVEL, RARITY_CAP

SERVED = 1000
"""What anybody weighs who is left out: more than ten times the most a group can cost."""
STEP = 200
"""What one level of urgency adds; RARITY_CAP steps of rarity are less."""
RARER = 9
"""What each able group fewer adds."""
BAND_M = 250
"""Metres that cost 1, as groups this near to each other are equally near (`matching.rules`)."""
FARTHEST = 80
"""The most that distance costs: beyond 20 km, or where it is not known."""
LOADED = 15
"""What a group costs that is full; one with nothing to do costs nothing."""


@dataclass(frozen=True, slots=True)
class Want:
    """A request or a share of one: what leaving it out costs, and what each able group costs."""

    weight: int
    costs: Mapping[str, int]

    @property
    def kind(self) -> Hashable:
        """What wants have in common that make no difference to the search."""
        return self.weight, frozenset(self.costs.items())


def weight(level: int, rarity: int) -> int:
    """What it costs to leave out a request of this level with so many able groups."""
    last = max(LEVEL.values())
    return SERVED + STEP * (last - level) + RARER * (RARITY_CAP - min(rarity, RARITY_CAP))


def cost(metres: float | None, load: float, *, afar: bool) -> int:
    """What it costs that a group takes a request; help from afar has no way to go."""
    way = 0 if afar else FARTHEST if metres is None else min(FARTHEST, int(metres // BAND_M))
    return way + round(LOADED * min(1.0, load))


@dataclass(frozen=True, slots=True)
class Graph:
    """A problem without repetitions: what is alike is one node, of as many as are alike.

    `kinds`: the places in the list of wants alike in weight and costs; `pools`: the groups that
    cost the same to each kind; `edges`: a kind, a pool, and what one costs the other.
    """

    kinds: Sequence[Sequence[int]]
    pools: Sequence[Sequence[str]]
    edges: Sequence[tuple[int, int, int]]


def graph(wants: Sequence[Want], places: Mapping[str, int]) -> Graph:
    """The problem, as small as it can be told: a house full of requests is a handful of kinds."""
    kinds: defaultdict[object, list[int]] = defaultdict(list)
    for position, want in enumerate(wants):
        kinds[want.kind].append(position)
    columns: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, alike in enumerate(kinds.values()):
        for group, price in wants[alike[0]].costs.items():
            if places[group] > 0:
                columns[group].append((number, price))
    pools: defaultdict[tuple[tuple[int, int], ...], list[str]] = defaultdict(list)
    for group, column in columns.items():
        pools[tuple(column)].append(group)
    edges = [(kind, pool, price) for pool, column in enumerate(pools) for kind, price in column]
    return Graph([*kinds.values()], [*pools.values()], edges)


def left(places: Mapping[str, int], found: Iterable[str | None]) -> dict[str, int]:
    """How many places each group has once these are given away."""
    taken = Counter(found)
    return {group: free - taken[group] for group, free in places.items()}


def size(wants: Iterable[Want]) -> int:
    """How many edges from kinds to groups a problem has at most, and so how long it takes."""
    return sum(len(one.costs) for one in {want.kind: want for want in wants}.values())


def assign(wants: Sequence[Want], places: Mapping[str, int]) -> list[str | None]:
    """The group for each want, None for nobody: the cheapest there is, no group beyond its places.

    Of wants that are alike the first are served. Network simplex of NetworkX, exact for whole
    numbers. It takes a second or two, so it is asked in a process of its own.
    """
    import networkx as nx  # noqa: PLC0415 - 30 MB that only who makes a plan needs

    small, flow = graph(wants, places), nx.DiGraph()
    flow.add_node("end", demand=len(wants))
    for kind, alike in enumerate(small.kinds):
        flow.add_node(kind, demand=-len(alike))
        flow.add_edge(kind, "end", weight=wants[alike[0]].weight)
    for pool, groups in enumerate(small.pools):
        room = sum(places[one] for one in groups)
        flow.add_edge(("pool", pool), "end", capacity=room, weight=0)
    for kind, pool, price in small.edges:
        flow.add_edge(kind, ("pool", pool), weight=price)
    _, goes = nx.network_simplex(flow)
    return _handed_out(small, places, len(wants), goes)


def _handed_out(
    small: Graph, places: Mapping[str, int], count: int, goes: Mapping[Any, Mapping[Any, int]]
) -> list[str | None]:
    """Who of those that are alike gets which of the groups that are alike: the first the first."""
    found: list[str | None] = [None] * count
    free = [iter([one for one in alike for _ in range(places[one])]) for alike in small.pools]
    next_of = [iter(alike) for alike in small.kinds]
    for kind, pool, _ in small.edges:
        for _ in range(goes[kind]["pool", pool]):
            found[next(next_of[kind])] = next(free[pool])
    return found

"""Who could do what of a backlog, all at once: weights, and the cheapest flow by a library.

A request left out costs its weight, a request served costs its distance and the group's load.
Every weight is larger than any ten distances, so that as many are served as can be; among
those, each level of urgency outweighs all of rarity, as in `requests.rules.drain`, and rarity
outweighs nearness: whoever only looks at distance abandons rare needs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

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


def weight(level: int, rarity: int) -> int:
    """What it costs to leave out a request of this level with so many able groups."""
    last = max(LEVEL.values())
    return SERVED + STEP * (last - level) + RARER * (RARITY_CAP - min(rarity, RARITY_CAP))


def cost(metres: float | None, load: float, *, afar: bool) -> int:
    """What it costs that a group takes a request; help from afar has no way to go."""
    way = 0 if afar else FARTHEST if metres is None else min(FARTHEST, int(metres // BAND_M))
    return way + round(LOADED * min(1.0, load))


def assign(wants: Sequence[Want], places: Mapping[str, int]) -> list[str | None]:
    """The group for each want, None for nobody: the cheapest there is, no group beyond its places.

    Network simplex of NetworkX, exact for whole numbers. It takes seconds for thousands of
    wants, so it is asked in a process of its own.
    """
    import networkx as nx  # noqa: PLC0415 - 30 MB that only who makes a plan needs

    flow = nx.DiGraph()
    flow.add_node("end", demand=len(wants))
    for position, want in enumerate(wants):
        flow.add_node(position, demand=-1)
        flow.add_edge(position, "end", capacity=1, weight=want.weight)
        for group, price in want.costs.items():
            flow.add_edge(position, ("group", group), capacity=1, weight=price)
    for group, free in places.items():
        flow.add_edge(("group", group), "end", capacity=max(0, free), weight=0)
    _, goes = nx.network_simplex(flow)
    return [_group_of(goes[position]) for position in range(len(wants))]


def _group_of(goes: Mapping[str | tuple[str, str], int]) -> str | None:
    return next((to[1] for to, amount in goes.items() if amount and isinstance(to, tuple)), None)

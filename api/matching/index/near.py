"""The search for the nearest that fit: best branch first, to the end of the last hit's band.

Distances are those of the rules, by the same ruler, to the last bit. Branches are measured by the
same ruler too: a box is never farther than what lies in it, at the poles and wherever else,
because both count degrees of latitude and longitude and nothing is projected.
"""

from __future__ import annotations

import math
from bisect import insort
from collections.abc import Callable
from heapq import heappop, heappush
from math import hypot

from api.matching.index.tree import Tree
from api.matching.rules import BAND_M
from api.places.rules import Point, Ruler

HALF_ROUND = 180
SLACK = 1 + 1e-9
"""By so much a branch may seem farther than it is: floating point rounds."""
Passes = Callable[[int, float], bool]


class Hits:
    """Who fits, by slot, with the distance in metres; `k` of them are wanted, None for all."""

    __slots__ = ("_nearest", "end", "found", "k", "limit")

    def __init__(self, k: int | None) -> None:
        self.found: dict[int, float] = {}
        self.end = self.limit = math.inf
        self.k = k
        self._nearest: list[float] = []

    def add(self, slot: int, distance: float) -> None:
        """One more; `end` is where the distance band of the k-th ends, `limit` its square."""
        self.found[slot] = distance
        nearest, k = self._nearest, self.k
        if k is None or distance >= self.end:
            return
        insort(nearest, distance)
        if len(nearest) >= k:
            del nearest[k:]
            self.end = (nearest[-1] // BAND_M + 1) * BAND_M
            self.limit = self.end * self.end * SLACK


class Spot:
    """Where help is needed, and the ruler there; `numbers`: both, and metres a degree of each."""

    __slots__ = ("longitude", "metres", "numbers", "point")

    def __init__(self, point: Point) -> None:
        ruler = Ruler(point[0])
        self.point, self.metres = point, ruler.metres
        self.longitude = point[1]
        self.numbers = (*point, ruler.per_latitude, ruler.per_longitude)


def near(tree: Tree, need: int, spot: Spot, hits: Hits, passes: Passes, *, comes: bool) -> None:
    """Adds who has all the bits needed; `comes`: only as far as somebody comes."""
    _, _, west, east = tree.box[0]
    there = tree.east(spot.longitude)
    search(tree, need, (spot, there), hits, passes, comes=comes)
    if there - west > HALF_ROUND:  # the other way round is shorter
        search(tree, need, (spot, there - 360), hits, passes, comes=comes)
    if east - there > HALF_ROUND:
        search(tree, need, (spot, there + 360), hits, passes, comes=comes)


def search(  # noqa: C901, PLR0912, PLR0915 - the loop all else waits for: no calls in it
    tree: Tree, need: int, at: tuple[Spot, float], hits: Hits, passes: Passes, *, comes: bool
) -> None:
    """One way round the globe; `at`: the spot, and its longitude as the tree counts it."""
    spot, right = at
    lat, lon, per_lat, per_lon = spot.numbers
    bits, boxes, reach, free, first = tree.bits, tree.box, tree.reach, tree.free, tree.first
    heap, limit = [(0.0, 0)], hits.limit
    while heap:
        away, node = heappop(heap)
        if away > limit:
            return
        while node < first:
            child, node = 2 * node + 1, -1
            for child in (child, child + 1):  # noqa: B020 - both that are below
                if bits[child] & need != need:
                    continue
                south, north, west, east = boxes[child]
                up = south - lat if lat < south else lat - north if lat > north else 0.0
                side = west - right if right < west else right - east if right > east else 0.0
                up *= per_lat
                side *= per_lon
                far = up * up + side * side
                if far > limit or (comes and far > reach[child]):
                    continue
                if node >= 0:
                    heappush(heap, max((away, node), (far, child)))
                if node < 0 or far < away:
                    node, away = child, far
            if node < 0:
                break
        else:
            for mask, there, across, slot in free[node - first]:
                if mask & need == need:
                    over = (lon - across + 180) % 360 - 180
                    metres = hypot((lat - there) * per_lat, over * per_lon)
                    if metres < hits.end and slot not in hits.found and passes(slot, metres):
                        hits.add(slot, metres)
            limit = hits.limit

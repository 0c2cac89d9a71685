"""The search for the nearest that fit: best branch first, to the end of the last hit's band.

Distances are those of the rules, by the same ruler, to the last bit. Branches are measured by the
same ruler too: a box is never farther than what lies in it, at the poles and wherever else,
because both count degrees of latitude and longitude and nothing is projected.
"""

from __future__ import annotations

import math
from bisect import insort
from collections.abc import Callable, Iterable
from heapq import heappop, heappush
from math import hypot

from api.matching.index.tree import Tree
from api.matching.rules import BAND_M
from api.places.rules import Point, Ruler

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


def near(tree: Tree, need: int, point: Point, hits: Hits, passes: Passes, *, comes: bool) -> None:
    """Adds who has all the bits needed; `comes`: only as far as somebody comes."""
    east, box = tree.east(point[1]), tree.box[0]
    if box[0] > box[1]:
        return
    search(tree, need, (point, east), hits, passes, comes=comes)
    if east - box[2] > 180:  # noqa: PLR2004 - half way round: the other way is shorter
        search(tree, need, (point, east - 360), hits, passes, comes=comes)
    if box[3] - east > 180:  # noqa: PLR2004 - as above
        search(tree, need, (point, east + 360), hits, passes, comes=comes)


def search(  # noqa: C901, PLR0912, PLR0915 - the loop all else waits for: no calls in it
    tree: Tree, need: int, at: tuple[Point, float], hits: Hits, passes: Passes, *, comes: bool
) -> None:
    """One way round the globe; `at`: the point and its longitude as the tree counts it."""
    (lat, lon), right = at
    ruler = Ruler(lat)
    per_lat, per_lon = ruler.per_latitude, ruler.per_longitude
    bits, boxes, reach, free, first = tree.bits, tree.box, tree.reach, tree.free, tree.first
    heap = [(0.0, 0)] if bits[0] & need == need else []
    while heap:
        away, node = heappop(heap)
        if away > hits.limit:
            return
        while node < first:
            best = -1
            for child in (2 * node + 1, 2 * node + 2):
                if bits[child] & need != need:
                    continue
                south, north, west, east = boxes[child]
                up = south - lat if lat < south else lat - north if lat > north else 0.0
                side = west - right if right < west else right - east if right > east else 0.0
                far = (up * per_lat) ** 2 + (side * per_lon) ** 2
                if far > hits.limit or (comes and far > reach[child]):
                    continue
                if best < 0:
                    best, away = child, far
                elif far < away:
                    heappush(heap, (away, best))
                    best, away = child, far
                else:
                    heappush(heap, (far, child))
            if best < 0:
                break
            node = best
        else:
            for mask, there, across, slot in free[node - first]:
                if mask & need != need:
                    continue
                metres = hypot(
                    (lat - there) * per_lat, ((lon - across + 180) % 360 - 180) * per_lon
                )
                if metres < hits.end and slot not in hits.found and passes(slot, metres):
                    hits.add(slot, metres)


def scan(
    slots: Iterable[int],
    need: int,
    masks: list[int],
    metres: Callable[[int], float],
    hits: Hits,
    passes: Passes,
) -> None:
    """The same among a few, one by one; `masks` are 0 for who is not free."""
    for slot in slots:
        if masks[slot] & need == need and slot not in hits.found:
            distance = metres(slot)
            if distance < hits.end and passes(slot, distance):
                hits.add(slot, distance)

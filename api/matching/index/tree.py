"""A tree of places whose every branch knows what the free groups in it can do, joined.

It halves the groups by latitude or longitude until a dozen are left. A branch holds the box
around its groups, their bits joined, and how far the farthest of them comes. Nothing but groups
that are free and not paused is in the joined bits, so a city that is full is passed over. When
one group becomes free or full, only the branches above it are mended.

Longitudes are counted from a seam in the widest gap between groups, eastwards: inside the tree
the date line is nowhere.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

Box = tuple[float, float, float, float]
"""South, north, west, east."""
Entry = tuple[int, float, float, int]
"""Bits, latitude, longitude and slot of a group that is free."""

LEAF = 12
"""So many groups a leaf holds when the tree is built."""
OVERFULL = 48
"""With so many it is built anew."""
NOWHERE: Box = (math.inf, -math.inf, math.inf, -math.inf)


def seam_of(longitudes: Iterable[float]) -> float:
    """A longitude in the middle of the widest gap."""
    around = sorted({longitude % 360 for longitude in longitudes})
    if not around:
        return 0.0
    after = [*around[1:], around[0] + 360]
    width, west = max((east - west, west) for west, east in zip(around, after, strict=True))
    return (west + width / 2) % 360


class Tree:
    """Nodes in one list: the two below node `i` are `2i + 1` and `2i + 2`; `first`: of leaves."""

    def __init__(self, places: Sequence[tuple[float, float] | None]) -> None:
        """`places` by slot; None for a slot that is empty."""
        slots = [slot for slot, place in enumerate(places) if place is not None]
        known = [place for place in places if place is not None]
        self.seam = seam_of(longitude for _, longitude in known)
        depth = max(0, math.ceil(math.log2(max(1, len(slots)) / LEAF)))
        self.first = (1 << depth) - 1
        nodes = 2 * self.first + 1
        self.box = [NOWHERE] * nodes
        self.bits, self.reach = [0] * nodes, [0.0] * nodes
        self.free: list[list[Entry]] = [[] for _ in range(self.first + 1)]
        self._held = [0] * (self.first + 1)
        self._split: list[tuple[int, float]] = [(0, 0.0)] * self.first
        self.leaf = [-1] * len(places)
        at = [(0.0, 0.0) if one is None else (one[0], self.east(one[1])) for one in places]
        self._halve(0, slots, at)
        for node in range(self.first - 1, -1, -1):
            self.box[node] = _around(self.box[2 * node + 1], self.box[2 * node + 2])

    def east(self, longitude: float) -> float:
        """A longitude counted from the seam."""
        return (longitude - self.seam) % 360

    def _halve(self, node: int, slots: list[int], at: Sequence[tuple[float, float]]) -> None:
        if node >= self.first:
            self._held[node - self.first] = len(slots)
            for slot in slots:
                self.leaf[slot] = node
            if slots:
                self.box[node] = _box([at[slot] for slot in slots])
            return
        if slots:
            south, north, west, east = _box([at[slot] for slot in slots])
            narrow = math.cos(math.radians((south + north) / 2))
            axis = int((east - west) * narrow > north - south)
            slots.sort(key=lambda slot: at[slot][axis])
            self._split[node] = axis, at[slots[len(slots) // 2]][axis]
        middle = len(slots) // 2
        self._halve(2 * node + 1, slots[:middle], at)
        self._halve(2 * node + 2, slots[middle:], at)

    def add(self, slot: int, place: tuple[float, float]) -> bool:
        """A group more, not free yet; False if the tree is to be built anew."""
        at, node = (place[0], self.east(place[1])), 0
        while node < self.first:
            axis, value = self._split[node]
            node = 2 * node + 1 + (at[axis] >= value)
        self._held[node - self.first] += 1
        held = self._held[node - self.first]
        self.leaf.extend([-1] * (slot + 1 - len(self.leaf)))
        self.leaf[slot] = node
        box = _box([at])
        while node >= 0:
            self.box[node] = _around(self.box[node], box)
            node = (node - 1) >> 1
        return held <= OVERFULL

    def drop(self, slot: int) -> None:
        """A group less, which is not free any more; boxes stay as wide as they were."""
        self._held[self.leaf[slot] - self.first] -= 1
        self.leaf[slot] = -1

    def show(self, entry: Entry, reach: float) -> None:
        """A group of the tree is free; `reach` is the square of how far it comes, in metres."""
        node, joined = self.leaf[entry[3]], entry[0]
        self.free[node - self.first].append(entry)
        bits, reaches = self.bits, self.reach
        while node >= 0:
            if bits[node] | joined == bits[node] and reach <= reaches[node]:
                return
            bits[node] |= joined
            reaches[node] = max(reaches[node], reach)
            node = (node - 1) >> 1

    def hide(self, slot: int, reach: Sequence[float]) -> None:
        """A group is not free any more; `reach` of all, by slot."""
        node = self.leaf[slot]
        entries = self.free[node - self.first]
        joined, far = 0, 0.0
        kept = []
        for entry in entries:
            if entry[3] != slot:
                kept.append(entry)
                joined |= entry[0]
                far = max(far, reach[entry[3]])
        entries[:] = kept
        bits, reaches = self.bits, self.reach
        while bits[node] != joined or reaches[node] != far:
            bits[node], reaches[node] = joined, far
            if not node:
                return
            node = (node - 1) >> 1
            left, right = 2 * node + 1, 2 * node + 2
            joined, far = bits[left] | bits[right], max(reaches[left], reaches[right])


def _box(at: Sequence[tuple[float, float]]) -> Box:
    ups, rights = [one[0] for one in at], [one[1] for one in at]
    return min(ups), max(ups), min(rights), max(rights)


def _around(one: Box, other: Box) -> Box:
    return (
        min(one[0], other[0]),
        max(one[1], other[1]),
        min(one[2], other[2]),
        max(one[3], other[3]),
    )

"""Who has their place inside the area of a restriction, found once and kept up to date."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from api.matching.rules import Able
from api.places.rules import Point, Ring, inside
from api.restrictions.rules import Restriction
from api.vocabulary import RestrictionKind

KEPT = 256
"""Areas remembered; then all are forgotten, for a network seldom has as many at a time."""


class Areas:
    """Slots by restriction. An area is known by its id; another one under the same id is new."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[Sequence[Ring], set[int]]] = {}

    def within(self, restriction: Restriction, ables: Sequence[Able | None]) -> set[int]:
        """The groups whose own place is inside."""
        known = self._known.get(restriction.id)
        if known is not None and (known[0] is restriction.rings or known[0] == restriction.rings):
            return known[1]
        found = _inside(restriction.rings, ables)
        if len(self._known) >= KEPT:
            self._known.clear()
        self._known[restriction.id] = restriction.rings, found
        return found

    def put(self, slot: int, point: Point | None) -> None:
        """A group has its place here now; None for a group that is gone."""
        for rings, found in self._known.values():
            if point is not None and inside(point, rings):
                found.add(slot)
            else:
                found.discard(slot)

    def let_in(
        self,
        restrictions: Sequence[Restriction],
        ables: Sequence[Able | None],
        slots: Mapping[str, int],
        *,
        indoors: bool,
    ) -> set[int] | None:
        """Among whom all must be who may come; None for everybody. What they let in is judged."""
        among: set[int] | None = None
        for one in restrictions:
            if one.kind is RestrictionKind.CLOSED:
                return set()
            if one.kind is RestrictionKind.GATE_DROP and not indoors:
                continue
            found = self.within(one, ables)
            if one.permits:  # more than may come, where the kind heeds no permit
                found = found | {slots[name] for name in one.permits if name in slots}
            among = found if among is None else among & found
        return among


def _inside(rings: Sequence[Ring], ables: Sequence[Able | None]) -> set[int]:
    """A box before the polygon; a little wider, for the polygon's own arithmetic rounds."""
    ups, rights = [corner[1] for corner in rings[0]], [corner[0] for corner in rings[0]]
    wider = 1e-9
    south, north, west, east = (
        min(ups) - wider,
        max(ups) + wider,
        min(rights) - wider,
        max(rights) + wider,
    )
    return {
        slot
        for slot, able in enumerate(ables)
        if able is not None
        and south <= able.point[0] <= north
        and west <= able.point[1] <= east
        and inside(able.point, rings)
    }

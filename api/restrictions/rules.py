"""What a restriction means for help in person: one clear rule a kind, and the strictest wins.

- closed: nobody comes, from inside or outside.
- inside_only: only a group whose own place is inside the same area.
- permit: only a group that holds a permit for it, or whose own place is inside.
- gate_drop: everybody may come, but only to the gate; the offer says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from api.places.rules import Point, Ring, inside
from api.vocabulary import RestrictionKind

STRICTEST_FIRST = (
    RestrictionKind.CLOSED,
    RestrictionKind.INSIDE_ONLY,
    RestrictionKind.PERMIT,
    RestrictionKind.GATE_DROP,
)


@dataclass(frozen=True, slots=True)
class Restriction:
    """A rule in an area; `rings` as in a GeoJSON polygon, `permits` the groups that hold one."""

    id: str
    kind: RestrictionKind
    rings: Sequence[Ring]
    permits: frozenset[str] = field(default_factory=frozenset)


def deciding(restrictions: Iterable[Restriction], point: Point) -> tuple[Restriction, ...]:
    """The restrictions that decide at a point: of several that overlap, the strictest kind."""
    here = [one for one in restrictions if inside(point, one.rings)]
    if not here:
        return ()
    strictest = min((one.kind for one in here), key=STRICTEST_FIRST.index)
    return tuple(one for one in here if one.kind is strictest)


def admits(restriction: Restriction, group_id: str, place: Point) -> bool:
    """Whether a restriction lets this group come in person; `place` is where the group is."""
    match restriction.kind:
        case RestrictionKind.CLOSED:
            return False
        case RestrictionKind.INSIDE_ONLY:
            return inside(place, restriction.rings)
        case RestrictionKind.PERMIT:
            return group_id in restriction.permits or inside(place, restriction.rings)
        case RestrictionKind.GATE_DROP:
            return True


def at_the_gate(restrictions: Iterable[Restriction]) -> bool:
    """Whether help is handed over at the gate under these restrictions."""
    return any(one.kind is RestrictionKind.GATE_DROP for one in restrictions)

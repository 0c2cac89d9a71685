"""What a restriction means for help in person: one clear rule a kind, and all that hold count.

- closed: nobody comes, from inside or outside. Help from afar only.
- inside_only: only a group whose own place is inside the same area.
- permit: only a group that holds a permit for it, or whose own place is inside.
- gate_drop: everybody may come, but only to the gate. Whose own place is inside, or who holds a
  permit, goes on to the door; what is done inside a home, only they can do.

**Where several overlap, whoever comes must be let in by each of them, and the gate of any of them
stays a gate.** So closed wins over all; a permit for one of two is not enough; and one restriction
more never lets anybody in, nor nearer to the door. Each ends for itself: of two closed areas the
one that ends later decides when somebody may come again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from api.places.rules import Point, Ring, inside
from api.vocabulary import Access, RestrictionKind

STRICTEST_FIRST = (
    RestrictionKind.CLOSED,
    RestrictionKind.INSIDE_ONLY,
    RestrictionKind.PERMIT,
    RestrictionKind.GATE_DROP,
)


@dataclass(frozen=True, slots=True)
class Restriction:
    """A rule in an area; `rings` as in a GeoJSON polygon, `permits` the groups that hold one.

    `relay`: things are brought to the gate by one and carried on by another, who is inside.
    """

    id: str
    kind: RestrictionKind
    rings: Sequence[Ring]
    permits: frozenset[str] = field(default_factory=frozenset)
    relay: bool = False
    until_at: datetime | None = None


def deciding(restrictions: Iterable[Restriction], point: Point) -> tuple[Restriction, ...]:
    """The restrictions that decide at a point: all that hold there, the strictest kind first."""
    here = [one for one in restrictions if inside(point, one.rings)]
    return tuple(sorted(here, key=lambda one: (STRICTEST_FIRST.index(one.kind), one.id)))


def admits(restriction: Restriction, group_id: str, place: Point) -> bool:
    """Whether a restriction lets this group come in person; `place` is where the group is."""
    match restriction.kind:
        case RestrictionKind.CLOSED:
            return False
        case RestrictionKind.INSIDE_ONLY:
            return inside(place, restriction.rings)
        case RestrictionKind.PERMIT:
            return _passes(restriction, group_id, place)
        case RestrictionKind.GATE_DROP:
            return True


def at_the_gate(restrictions: Iterable[Restriction], group_id: str, place: Point) -> bool:
    """Whether this group's help is handed over at a gate under these restrictions."""
    return any(
        one.kind is RestrictionKind.GATE_DROP and not _passes(one, group_id, place)
        for one in restrictions
    )


def access_of(restrictions: Iterable[Restriction]) -> Access:
    """How near to a home somebody from outside may come, who is let in."""
    kinds = {one.kind for one in restrictions}
    if RestrictionKind.CLOSED in kinds:
        return Access.CLOSED
    return Access.GATE if RestrictionKind.GATE_DROP in kinds else Access.DOOR


def lasts_until(restrictions: Iterable[Restriction], access: Access) -> datetime | None:
    """Until when nobody comes nearer; None where that is not known, or nothing keeps them."""
    kind = {Access.CLOSED: RestrictionKind.CLOSED, Access.GATE: RestrictionKind.GATE_DROP}
    ends = [one.until_at for one in restrictions if one.kind is kind.get(access)]
    known = [end for end in ends if end is not None]
    return max(known) if known and len(known) == len(ends) else None


def is_inside(restrictions: Sequence[Restriction], place: Point) -> bool:
    """Whether a place is inside every one of these areas; where there is none, it is not."""
    return bool(restrictions) and all(inside(place, one.rings) for one in restrictions)


def _passes(restriction: Restriction, group_id: str, place: Point) -> bool:
    return group_id in restriction.permits or inside(place, restriction.rings)

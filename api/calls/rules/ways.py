"""The ways to somebody, the best first: when one fails, the next is tried.

Law: who needs no phone calls has no way by voice; and the last way is always a coordinator.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from api.calls.rules.way import can_be, ranked
from api.vocabulary import Accommodation, CallBy


class WayKind(StrEnum):
    """What is done on a way."""

    WRITE = "write"
    CALL = "call"
    HELPER = "helper"
    COORDINATOR = "coordinator"


@dataclass(frozen=True, slots=True)
class Way:
    """One way: words to an address, a call held in this way, their helper, or a coordinator."""

    kind: WayKind
    address_id: str = ""
    by: CallBy | None = None


@dataclass(frozen=True, slots=True)
class Reach:
    """What is known of how somebody can be reached.

    `written` are the addresses where words are safe, the one heard last first. `number`: we know
    a number that works; `may_ring`: it may ring unasked. `preferred` are the ways they like best.
    `helper`: somebody who helps them may be rung.
    """

    written: Sequence[str] = ()
    number: bool = False
    may_ring: bool = False
    accommodations: Collection[Accommodation] = ()
    preferred: Sequence[CallBy] = ()
    helper: bool = False


COORDINATOR = Way(WayKind.COORDINATOR)


def ways(reach: Reach) -> tuple[Way, ...]:
    """Every way, each once: as they like it, then as they need it, then whoever may help."""
    return tuple(dict.fromkeys(_ways(reach)))


def calls_first(found: Sequence[Way]) -> bool:
    """Whether they are rather talked with than written to, and can be."""
    return found[0].kind is WayKind.CALL


def _ways(reach: Reach) -> Iterator[Way]:
    needs = frozenset(reach.accommodations)
    possible = can_be(
        needs, reach.preferred, has_number=reach.number, can_write=bool(reach.written)
    )
    may_ring = reach.may_ring or not reach.written
    for by in ranked(needs, reach.preferred, may_ring=may_ring):
        if by is CallBy.TEXT:
            yield from (Way(WayKind.WRITE, address_id) for address_id in reach.written)
        elif by in possible:
            yield Way(WayKind.CALL, by=by)
    if reach.helper:
        yield Way(WayKind.HELPER)
    yield COORDINATOR

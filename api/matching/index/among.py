"""Where restrictions let in only a few: each of them is judged, and put in its order, once.

Most of a city is left out before anything is measured; the classes of a look would go over the
same few again and again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime
from operator import attrgetter

from api.matching.index.bits import hour_bit, needed
from api.matching.index.judging import Judge
from api.matching.index.rare import FEW
from api.matching.index.slots import Slots
from api.matching.rules import Able, Chosen, Wanted
from api.places.rules import Ruler
from api.restrictions.rules import at_the_gate
from api.vocabulary import INDOOR_LEAVES, REMOTE_LEAVES, Mode

Slot = int
ONLY_INSIDE = INDOOR_LEAVES - REMOTE_LEAVES
"""Nobody does these at a gate; the others of a home somebody at the gate may do from afar."""
by_rank = attrgetter("rank")


def let_in(kept: Slots, wanted: Wanted) -> tuple[Collection[Slot] | None, Collection[Slot]]:
    """Among whom all who may come are, None for everybody; and who is inside all areas."""
    here, areas = wanted.restrictions, kept.areas
    indoors = not wanted.leaves.isdisjoint(ONLY_INSIDE)
    among = areas.let_in(here, kept.ables, kept.slots, indoors=indoors)
    inner = areas.within(here[0], kept.ables)
    for one in here[1:]:
        inner = inner & areas.within(one, kept.ables)
    return among, inner


def among_few(
    kept: Slots, wanted: Wanted, now: datetime, without: Iterable[str] = ()
) -> list[Chosen] | None:
    """All who are able, in the order of the rules; None where more than a few might be."""
    comes, afar = needed(wanted.leaves, wanted.accommodations)
    if afar is not None or comes is None or wanted.point is None:
        return None
    few, inner = let_in(kept, wanted)
    if few is None or len(few) > FEW:
        return None
    bits, masks = comes.bits | hour_bit(now), kept.masks
    fit = [slot for slot in few if masks[slot] & bits == bits]
    if not fit:
        return []
    judge = Judge(kept, wanted, now, comes=True)
    judge.need(comes.mixed, 0)
    judge.restrict(None, inner)
    if wanted.refused or wanted.blocked or without:
        judge.leave_out(kept.known(*wanted.refused, *wanted.blocked, *without))
    measure, found = Ruler(wanted.point[0]).metres, []
    for slot in fit:
        able = kept.ables[slot]
        if able is not None and judge.passes(slot, metres := measure(wanted.point, able.point)):
            found.append(_chosen(kept, wanted, slot, able, metres, inside=slot in inner))
    if len(found) > 1:
        found.sort(key=by_rank)
    return found


def _chosen(
    kept: Slots, wanted: Wanted, slot: Slot, able: Able, metres: float, *, inside: bool
) -> Chosen:
    spoken = kept.names.spoken(wanted.language)
    return Chosen(
        able.id,
        Mode.IN_PERSON,
        metres,
        kept.loads[slot] / able.capacity,
        kept.asked[slot],
        able.id in wanted.helped,
        spoken is None or kept.bits[slot] & spoken != spoken,
        not inside and at_the_gate(wanted.restrictions, able.id, able.point),
        inside,
    )

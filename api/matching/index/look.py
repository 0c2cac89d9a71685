"""One look for the best groups: whom to search, in which order, and what they are chosen by.

Rank begins with two yes or no questions: is a language shared, and, where restrictions hold, does
help come from inside. So those who answer yes are searched first and alone, and the others only
if that was not enough. Within, the search ends with the distance band of the last one needed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime

from api.matching.index.bits import COMES, needed, pairs_wanted
from api.matching.index.hours import open_now, open_on
from api.matching.index.near import Hits, Passes, near, scan
from api.matching.index.rare import FEW
from api.matching.index.slots import NEVER, Slots
from api.matching.rules import BAND_M, Able, Chosen, Wanted
from api.matching.rules.able import is_let_in, required
from api.places.rules import Ruler, inside
from api.restrictions.rules import at_the_gate
from api.vocabulary import INDOOR_LEAVES, Mode

Slot = int


class Look:
    """What is wanted, prepared to be held against many groups."""

    def __init__(
        self, kept: Slots, wanted: Wanted, now: datetime, without: Collection[str] = ()
    ) -> None:
        kept.at(now)
        self._kept, self._wanted, self._now = kept, wanted, now
        self._comes = needed(wanted, Mode.IN_PERSON, now)
        self._afar = needed(wanted, Mode.REMOTE, now)
        left_out = (*wanted.refused, *wanted.blocked, *without)
        self._out = {kept.slots[one] for one in left_out if one in kept.slots}
        leaves = wanted.leaves
        self._mixed = sum(COMES[leaf] for leaf in leaves) if len(leaves) > 1 else 0
        self._inner: set[Slot] | None = None
        self._let_in: set[Slot] | None = None
        if wanted.restrictions and self._comes is not None:
            self._restrict()
        ruler = None if wanted.point is None else Ruler(wanted.point[0])
        self._measure = None if ruler is None else ruler.metres

    def _restrict(self) -> None:
        kept, here = self._kept, self._wanted.restrictions
        indoors = bool(self._wanted.leaves & INDOOR_LEAVES)
        self._let_in = kept.areas.let_in(here, kept.ables, kept.slots, indoors=indoors)
        self._inner = set[Slot].intersection(*(kept.areas.within(one, kept.ables) for one in here))
        if self._let_in is not None:
            self._inner = self._inner & self._let_in

    def best(self, k: int | None) -> list[Chosen]:
        """The best `k`, or all: class by class of the rank, as long as more are wanted."""
        chosen: list[Chosen] = []
        for having, lacking, stranger in self._classes():
            done: set[Slot] = set()
            for from_inside in (True, False) if self._inner else (False,):
                left = None if k is None else k - len(chosen)
                if left is not None and left <= 0:
                    return chosen
                hits = Hits(left)
                came = self._fill(hits, having, lacking, done, from_inside=from_inside)
                done |= hits.found.keys()
                chosen += self._ranked(hits, came, stranger=stranger, from_inside=from_inside)
        return chosen

    def _classes(self) -> Iterator[tuple[int, int, bool]]:
        """Bits of a language that must be there, or must not; whether an interpreter is needed."""
        spoken = self._kept.names.spoken(self._wanted)
        if spoken is not None:
            yield spoken, 0, False
        if spoken != 0:
            yield 0, spoken or 0, True

    def _fill(
        self, hits: Hits, having: int, lacking: int, done: set[Slot], *, from_inside: bool
    ) -> frozenset[Slot]:
        """Searches in person, then from afar; those who come in person."""
        if self._comes is not None:
            among = self._inner if from_inside else self._let_in
            without = done if from_inside or self._inner is None else done | self._inner
            passes = self._passes(lacking, without, among, comes=True, inner=from_inside)
            self._part(hits, Mode.IN_PERSON, having, passes, among)
        came = frozenset(hits.found)
        if self._afar is not None and not from_inside:
            self._part(
                hits, Mode.REMOTE, having, self._passes(lacking, done, None, comes=False), None
            )
        return came

    def _part(
        self,
        hits: Hits,
        mode: Mode,
        having: int,
        passes: Passes,
        among: set[Slot] | None,
    ) -> None:
        wanted, kept = self._wanted, self._kept
        comes = mode is Mode.IN_PERSON
        need = (self._comes if comes else self._afar) or 0
        few: Iterable[Slot] | None = among if among is not None and len(among) <= FEW else None
        if few is None:
            asked = required(wanted.accommodations, mode)
            few = kept.rare.shortest(pairs_wanted(wanted.leaves, asked, mode, having))
        if few is None and wanted.point is None:
            few = range(len(kept.masks))
        if few is not None:
            scan(few, need | having, kept.masks, self._metres, hits, passes)
        elif wanted.point is not None:
            near(kept.tree, need | having, wanted.point, hits, passes, comes=comes)

    def _metres(self, slot: Slot) -> float:
        able = self._kept.ables[slot]
        point = self._wanted.point
        if self._measure is None or point is None or able is None:
            return 0.0
        return self._measure(point, able.point)

    def _passes(
        self,
        lacking: int,
        without: set[Slot],
        among: set[Slot] | None,
        *,
        comes: bool,
        inner: bool = False,
    ) -> Passes:
        """Judges whom the bits let through; the cheapest and the likeliest to fail come first."""
        kept, wanted = self._kept, self._wanted
        ables, bits, is_open = kept.ables, kept.bits, self._is_open
        out, mixed = self._out, self._mixed if comes else 0
        judged = comes and bool(wanted.restrictions) and not inner

        def passes(slot: Slot, metres: float) -> bool:
            able = ables[slot]
            return (
                able is not None
                and slot not in out
                and slot not in without
                and not bits[slot] & lacking
                and (not comes or _covers(able, wanted, metres))
                and (among is None or slot in among)
                and (not mixed or bits[slot] & mixed != 0)
                and is_open(slot, able)
                and (not judged or is_let_in(wanted, able))
            )

        return passes

    def _is_open(self, slot: Slot, able: Able) -> bool:
        """Neither paused nor closed, to the minute."""
        kept, now = self._kept, self._now
        until, hours = kept.paused[slot], kept.spans[slot]
        if until is not None and until > now:
            return False
        if hours is not None:
            return open_now(hours, able.time_zone, now)
        return slot not in kept.odd or open_on(able, now)

    def _ranked(
        self, hits: Hits, came: frozenset[Slot], *, stranger: bool, from_inside: bool
    ) -> list[Chosen]:
        """The order of `Chosen.rank` among those who are alike in what it begins with."""
        kept, helped = self._kept, self._wanted.helped
        keys = []
        for slot, metres in hits.found.items():
            able = kept.ables[slot]
            if able is None or metres >= hits.end:
                continue
            load = kept.loads[slot] / able.capacity
            since = kept.asked[slot] or NEVER
            new = able.id not in helped
            keys.append((metres // BAND_M, load, since, new, metres, able.id, slot))
        keys.sort()
        known = self._wanted.point is not None
        return [
            Chosen(
                name,
                Mode.IN_PERSON if slot in came else Mode.REMOTE,
                metres if known else None,
                load,
                kept.asked[slot],
                helped_before=not new,
                interpreter_needed=stranger,
                gate_only=slot in came and self._ends_at_a_gate(slot),
                inside=from_inside,
            )
            for _, load, _, new, metres, name, slot in keys[: hits.k]
        ]

    def _ends_at_a_gate(self, slot: Slot) -> bool:
        here, able = self._wanted.restrictions, self._kept.ables[slot]
        return bool(here) and able is not None and at_the_gate(here, able.id, able.point)


def _covers(able: Able, wanted: Wanted, metres: float) -> bool:
    if able.area is None:
        return metres <= able.radius_m
    return wanted.point is not None and inside(wanted.point, able.area)

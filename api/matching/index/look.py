"""One look for the best groups: whom to search, in which order, and what they are chosen by.

Rank begins with two yes or no questions: is a language shared, and, where restrictions hold, does
help come from inside. So those who answer yes are searched first and alone, and the others only
if that was not enough. Within, the search ends with the distance band of the last one needed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from api.matching.index.among import let_in
from api.matching.index.bits import Need, hour_bit, needed
from api.matching.index.judging import Judge
from api.matching.index.near import Hits, Spot, near
from api.matching.index.rare import FEW, FEW_NEAR
from api.matching.index.slots import NEVER, Slots
from api.matching.rules import BAND_M, Chosen, Wanted
from api.restrictions.rules import at_the_gate
from api.vocabulary import Mode

Slot = int
NOBODY: frozenset[Slot] = frozenset()


@dataclass(frozen=True, slots=True)
class Class:
    """Groups alike in how their rank begins: `having` one bit of a language, `lacking` another.

    `inside`: only who comes from inside all areas; `done`: who was found in a class before.
    """

    having: int
    lacking: int
    inside: bool
    stranger: bool
    done: Collection[Slot]


class Look:
    """What is wanted, prepared to be held against many groups."""

    def __init__(
        self, kept: Slots, wanted: Wanted, now: datetime, without: Iterable[str] = ()
    ) -> None:
        self._kept, self._wanted, self._now = kept, wanted, now
        comes, self._afar = needed(wanted.leaves, wanted.accommodations)
        self._comes = comes if wanted.point is not None else None
        self._hour = hour_bit(now)
        self._spot = None if wanted.point is None else Spot(wanted.point)
        self._out = kept.known(*wanted.refused, *wanted.blocked, *without)
        self._inner: Collection[Slot] = NOBODY
        self._let_in: Collection[Slot] | None = None
        if wanted.restrictions and self._comes is not None:
            self._restrict()

    def _restrict(self) -> None:
        """Who comes from inside, and among whom all are that come."""
        self._let_in, self._inner = let_in(self._kept, self._wanted)
        if self._let_in is not None and not self._let_in:
            self._comes, self._inner = None, NOBODY

    def best(self, k: int | None) -> list[Chosen]:
        """The best `k`, or all: class by class of the rank, as long as more are wanted."""
        chosen: list[Chosen] = []
        spoken = self._kept.names.spoken(self._wanted.language)
        languages = [(spoken, 0, False)] if spoken is not None else []
        if spoken != 0:
            languages.append((self._kept.names.lacks(self._wanted.language), spoken or 0, True))
        for having, lacking, stranger in languages:
            done: Collection[Slot] = NOBODY
            for inside in (True, False) if self._inner else (False,):
                hits = Hits(None if k is None else k - len(chosen))
                came = self._fill(hits, Class(having, lacking, inside, stranger, done))
                if hits.found:
                    done = hits.found
                    chosen += self._ranked(hits, came, inside=inside, stranger=stranger)
                if k is not None and len(chosen) >= k:
                    return chosen
        return chosen

    def _fill(self, hits: Hits, like: Class) -> Collection[Slot]:
        """Searches in person, then from afar; those who come in person."""
        if self._comes is not None:
            among = self._inner if like.inside else self._let_in
            self._part(hits, self._comes, like, among, comes=True)
        came = hits.found
        if self._afar is not None and not like.inside:
            came = dict(came)
            self._part(hits, self._afar, like, None, comes=False)
        return came

    def _part(
        self,
        hits: Hits,
        need: Need,
        like: Class,
        among: Collection[Slot] | None,
        *,
        comes: bool,
    ) -> None:
        kept, spot = self._kept, self._spot
        tree, masks = kept.tree, kept.masks
        bits = need.bits | self._hour | like.having
        if tree.bits[0] & bits != bits:
            return
        few: Iterable[Slot] | None = among if among is not None and len(among) <= FEW else None
        if few is None:
            few = kept.rare.shortest(need.spoken(like.having), FEW_NEAR if comes else FEW)
        if few is None and spot is None:
            few = range(len(masks))
        if few is not None:
            fit = [slot for slot in few if masks[slot] & bits == bits]
            if fit:
                self._scan(fit, hits, self._judge(need, like, among, comes=comes))
        elif spot is not None:
            near(
                tree,
                bits,
                spot,
                hits,
                self._judge(need, like, among, comes=comes).passes,
                comes=comes,
            )

    def _judge(
        self, need: Need, like: Class, among: Collection[Slot] | None, *, comes: bool
    ) -> Judge:
        judge = Judge(self._kept, self._wanted, self._now, comes=comes)
        judge.need(need.mixed, like.lacking)
        judge.leave_out(self._out, like.done)
        if comes and self._wanted.restrictions:
            judge.restrict(among, self._inner)
            if not like.inside:
                judge.leave_out(self._inner)
        return judge

    def _scan(self, slots: Iterable[Slot], hits: Hits, judge: Judge) -> None:
        """Looks through a few, one by one."""
        ables, spot = self._kept.ables, self._spot
        for slot in slots:
            able = ables[slot]
            if able is not None and slot not in hits.found:
                metres = 0.0 if spot is None else spot.metres(spot.point, able.point)
                if metres < hits.end and judge.passes(slot, metres):
                    hits.add(slot, metres)

    def _ranked(
        self, hits: Hits, came: Collection[Slot], *, inside: bool, stranger: bool
    ) -> list[Chosen]:
        """The order of `Chosen.rank` among those who are alike in how it begins."""
        kept, helped, end = self._kept, self._wanted.helped, hits.end
        ables, loads, asked = kept.ables, kept.loads, kept.asked
        keys = []
        for slot, metres in hits.found.items():
            able = ables[slot]
            if able is not None and metres < end:
                load = loads[slot] / able.capacity
                since, new = asked[slot] or NEVER, able.id not in helped
                keys.append((metres // BAND_M, load, since, new, metres, able.id, slot))
        keys.sort()
        known, gates = self._spot is not None, self._gates if self._wanted.restrictions else None
        return [
            Chosen(
                name,
                Mode.IN_PERSON if slot in came else Mode.REMOTE,
                metres if known else None,
                load,
                asked[slot],
                not new,
                stranger,
                slot in came and gates is not None and gates(slot),
                inside,
            )
            for _, load, _, new, metres, name, slot in keys[: hits.k]
        ]

    def _gates(self, slot: Slot) -> bool:
        able = self._kept.ables[slot]
        return able is not None and at_the_gate(self._wanted.restrictions, able.id, able.point)

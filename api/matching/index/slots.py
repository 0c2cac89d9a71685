"""What the index keeps of every group, in lists by slot, and what each change mends.

A slot is the number of a group while it is here. `masks` holds the bits of who is free and not
paused, else 0. A pause ends by itself: the next look finds out, no event is needed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from heapq import heappop, heappush

from api.matching.index.alike import Alike
from api.matching.index.areas import Areas
from api.matching.index.bits import Bits
from api.matching.index.covers import reach_of
from api.matching.index.hours import Spans, Week
from api.matching.index.rare import Rare
from api.matching.index.tree import Tree
from api.matching.rules import Able

NEVER = datetime.min.replace(tzinfo=UTC)


class Slots:
    """Every group of the index."""

    def __init__(self, groups: Iterable[Able]) -> None:
        self.slots: dict[str, int] = {}
        self.ables: list[Able | None] = []
        self.bits: list[int] = []
        self.masks: list[int] = []
        self.spans: list[Spans | None] = []
        self.odd: set[int] = set()
        self.loads: list[int] = []
        self.paused: list[datetime | None] = []
        self.asked: list[datetime | None] = []
        self.reach: list[float] = []
        groups = list(groups)
        self.names = Bits(groups)
        self._alike = Alike()
        self.areas = Areas()
        self._week = Week()
        self._empty: list[int] = []
        self._pauses: list[tuple[datetime, int]] = []
        self._clock = NEVER
        for able in groups:
            self._fill(self._slot(able.id), able)
        self._build()

    def _slot(self, group_id: str) -> int:
        """The slot of a group, a new one if it is new."""
        slot = self.slots.get(group_id)
        if slot is None:
            slot = self._empty.pop() if self._empty else len(self.ables)
            self.slots[group_id] = slot
            if slot == len(self.ables):
                self._lengthen()
        return slot

    def _lengthen(self) -> None:
        self.ables.append(None)
        self.bits.append(0)
        self.masks.append(0)
        self.spans.append(None)
        self.loads.append(0)
        self.paused.append(None)
        self.asked.append(None)
        self.reach.append(0.0)

    def _fill(self, slot: int, able: Able) -> None:
        """What is known of a group by itself."""
        self._alike.share(able)
        if able.exceptions:
            self.odd.add(slot)
            spans, hours = None, self._week.always
        else:
            self.odd.discard(slot)
            spans, hours = self._week.of(able)
        self.ables[slot] = able
        self.bits[slot] = self.names.of(able, hours)
        self.spans[slot] = spans
        self.loads[slot] = able.load
        self._pause(slot, able.paused_until)
        self.asked[slot] = able.asked_at
        self.reach[slot] = reach_of(able)

    def _build(self) -> None:
        """The tree and the short lists, of all that is known."""
        self.tree = Tree([None if able is None else able.point for able in self.ables])
        self.rare = Rare(
            [0 if able is None else bits for able, bits in zip(self.ables, self.bits, strict=True)]
        )
        for slot, able in enumerate(self.ables):
            self.masks[slot] = 0
            if able is not None:
                self._settle(slot, able)

    def put(self, able: Able) -> None:
        """A group as it is now, new or known."""
        slot = self.slots.get(able.id)
        known = None if slot is None else self.ables[slot]
        if slot is not None and known is not None:
            if known.point == able.point:
                self.rare.drop(slot, self.bits[slot])
                self._hide(slot)
                self._fill(slot, able)
                self.rare.add(slot, self.bits[slot])
                self._settle(slot, able)
                return
            self._take_out(slot)
        slot = self._slot(able.id)
        self._fill(slot, able)
        self.areas.put(slot, able.point)
        if not self.tree.add(slot, able.point):
            self._build()
            return
        self.rare.add(slot, self.bits[slot])
        self._settle(slot, able)

    def remove(self, group_id: str) -> None:
        """A group is gone; nothing happens if it was not here."""
        slot = self.slots.pop(group_id, None)
        if slot is None:
            return
        self._take_out(slot)
        self.areas.put(slot, None)
        self.odd.discard(slot)
        self.ables[slot] = None
        self._empty.append(slot)

    def _take_out(self, slot: int) -> None:
        self._hide(slot)
        self.rare.drop(slot, self.bits[slot])
        self.tree.drop(slot)

    def set_load(self, group_id: str, load: int) -> None:
        """So many tasks are under way."""
        slot = self.slots[group_id]
        able = self.ables[slot]
        self.loads[slot] = load
        if able is not None:
            self._settle(slot, able)

    def set_paused(self, group_id: str, until: datetime | None) -> None:
        """A group rests until then."""
        slot = self.slots[group_id]
        able = self.ables[slot]
        self._pause(slot, until)
        if able is not None:
            self._settle(slot, able)

    def _pause(self, slot: int, until: datetime | None) -> None:
        self.paused[slot] = until
        if until is not None and until > self._clock:
            heappush(self._pauses, (until, slot))

    def set_asked(self, group_id: str, at: datetime | None) -> None:
        """An offer went to the group."""
        self.asked[self.slots[group_id]] = at

    def _settle(self, slot: int, able: Able) -> None:
        """In the joined bits while it is free and not paused, else not."""
        until = self.paused[slot]
        rests = until is not None and until > self._clock
        if rests or self.loads[slot] >= able.capacity:
            self._hide(slot)
        elif not self.masks[slot]:
            self.masks[slot] = bits = self.bits[slot]
            self.tree.show((bits, *able.point, slot), self.reach[slot])

    def _hide(self, slot: int) -> None:
        if self.masks[slot]:
            self.masks[slot] = 0
            self.tree.hide(slot, self.reach)

    def at(self, now: datetime) -> None:
        """Before each look: pauses that ended, and years whose summer time nobody asked about."""
        if self._pauses and self._pauses[0][0] <= now:
            self._clock = max(now, self._clock)
            self._end_pauses()
        if not self._week.covers(now):
            for slot, able in enumerate(self.ables):
                if able is not None:
                    self._refill(slot, able)
            self._build()

    def _refill(self, slot: int, able: Able) -> None:
        spans, hours = self._week.of(able)
        if slot not in self.odd:
            self.bits[slot] = self.names.of(able, hours)
            self.spans[slot] = spans

    def _end_pauses(self) -> None:
        while self._pauses and self._pauses[0][0] <= self._clock:
            _, slot = heappop(self._pauses)
            able = self.ables[slot]
            if able is not None:
                self._settle(slot, able)

    def known(self, *group_ids: str) -> set[int]:
        """The slots of those of these groups that are here."""
        slots = self.slots
        return {slots[one] for one in group_ids if one in slots}

    def able(self, slot: int) -> Able | None:
        """A group as it is now."""
        able = self.ables[slot]
        if able is None:
            return None
        now = self.loads[slot], self.paused[slot], self.asked[slot]
        if (able.load, able.paused_until, able.asked_at) != now:
            able = replace(able, load=now[0], paused_until=now[1], asked_at=now[2])
            self.ables[slot] = able
        return able

"""The best able groups without looking at all of them: exact, in memory, mended change by change.

It answers what `rules.match` answers, in ids and order, and knows nothing of databases. Why others
were not chosen is counted by the rules, over all who do a leaf of it (`doing`): only where a wave
is kept or somebody asks, never to find the best.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime

from api.matching.index.among import among_few
from api.matching.index.look import Look
from api.matching.index.slots import Slots
from api.matching.rules import Able, Chosen, Wanted
from api.vocabulary import Leaf

__all__ = ["Index"]


class Index:
    """Groups, to be asked who of them is best. One thread at a time may use it."""

    def __init__(self, groups: Iterable[Able] = ()) -> None:
        self._kept = Slots(groups)
        self.put = self._kept.put
        self.remove = self._kept.remove
        self.set_load = self._kept.set_load
        self.set_paused = self._kept.set_paused
        self.set_asked = self._kept.set_asked

    def __len__(self) -> int:
        return len(self._kept.slots)

    def best(
        self,
        wanted: Wanted,
        now: datetime,
        k: int | None = None,
        *,
        without: Collection[str] = (),
    ) -> list[Chosen]:
        """What `match(wanted, groups, now, k).chosen` is; `without` these groups."""
        self._kept.at(now)
        if wanted.restrictions:
            few = among_few(self._kept, wanted, now, without)
            if few is not None:
                return few[:k]
        return Look(self._kept, wanted, now, without).best(k)

    def doing(
        self, leaves: frozenset[Leaf], without: Collection[str] = ()
    ) -> tuple[list[Able], int]:
        """The groups that do any of these leaves; how many of those `without` are here."""
        kept = self._kept
        out = {kept.slots[one] for one in without if one in kept.slots}
        ables = (kept.able(slot) for slot in kept.slots.values() if slot not in out)
        found = (one for one in ables if one is not None)
        doing = [one for one in found if leaves & one.in_person or leaves & one.remote]
        return doing, len(out)

    def everybody(self, without: Collection[str] = ()) -> list[Able]:
        """Every group as it is now, but `without` these."""
        left = (
            self._kept.able(slot) for name, slot in self._kept.slots.items() if name not in without
        )
        return [one for one in left if one is not None]

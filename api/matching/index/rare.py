"""Those who do what few do: short lists that are looked through one by one.

A list is kept of every service joined with an accommodation or a language, as long as it is
short; what many do is found in the tree.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import reduce
from operator import or_

from api.matching.index.bits import halves, pairs

FEW = 200
"""Lists are kept up to this: the tree would go far to find the nearest of so few."""
FEW_NEAR = 40
"""So many are looked at one by one as fast as the tree finds those who come near enough."""


class Rare:
    """Slots by pairs of bits."""

    def __init__(self, bits: Sequence[int] = ()) -> None:
        """Of all groups at once, by slot: pairs are counted a column of all groups at a time."""
        self._lists: dict[int, set[int] | None] = {}
        services, others = halves(reduce(or_, bits, 0))
        does = {one: _column(bits, one) for one in services}
        for other in others:
            column = _column(bits, other)
            for service, doing in does.items():
                if both := column & doing:
                    few = both.bit_count() <= FEW
                    found = set(_slots(both, len(bits))) if few else None
                    self._lists[service | other] = found

    def add(self, slot: int, bits: int) -> None:
        """A group that can do this."""
        lists = self._lists
        for pair in pairs(bits):
            known = lists.get(pair, ())
            if known is None:
                continue
            if isinstance(known, set):
                known.add(slot)
                if len(known) > FEW:
                    lists[pair] = None
            else:
                lists[pair] = {slot}

    def drop(self, slot: int, bits: int) -> None:
        """A group that could do this; what many did stays common until all is built anew."""
        for pair in pairs(bits):
            known = self._lists.get(pair)
            if known is not None:
                known.discard(slot)

    def shortest(self, wanted: Iterable[Iterable[int]], few: int) -> Iterable[int] | None:
        """Among whom all must be that fit, if they are `few`; None if nothing wanted is rare."""
        shortest: Iterable[int] | None = None
        least, lists = few + 1, self._lists
        for ways in wanted:
            joined: Collection[int] | None = ()
            for pair in ways:
                known = lists.get(pair, ())
                if known is None:
                    joined = None
                    break
                joined = {*joined, *known} if joined and known else joined or known
            if joined is not None and len(joined) < least:
                shortest, least = joined, len(joined)
        return shortest


def _column(bits: Sequence[int], one: int) -> int:
    """A byte for each slot: 1 if it has the bit."""
    return int.from_bytes(bytes([1 if each & one else 0 for each in bits]), "little")


def _slots(column: int, size: int) -> Iterator[int]:
    """The slots whose byte is 1."""
    written = column.to_bytes(size, "little")
    at = written.find(1)
    while at >= 0:
        yield at
        at = written.find(1, at + 1)

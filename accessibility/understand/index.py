"""Which patterns may be in a text: found by one word each, so that few are searched for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Generic, TypeVar

from accessibility.understand.parts import BETWEEN, Keys
from accessibility.understand.patterns import EDGES
from accessibility.understand.said import Said
from accessibility.understand.spelling import COMMA

T = TypeVar("T")


class Index(Generic[T]):
    """Things by keys: where a text may say a thing, it has one of each of the thing's keys."""

    def __init__(self, things: Iterable[tuple[T, Keys]] = ()) -> None:
        self.things = list(things)
        self.by_key: dict[str, list[int]] = {}
        self.always = [number for number, (_, keys) in enumerate(self.things) if not keys]
        for number, (_, keys) in enumerate(self.things):
            for key in keys[0] if keys else ():
                self.by_key.setdefault(key, []).append(number)
        every = {key for _, keys in self.things for one in keys for key in one}
        self.beginnings = sorted({len(key) - 1 for key in every if key.endswith("*")})

    def candidates(self, said: Said) -> Iterator[T]:
        """Everything the text may say, in the order in which it was listed."""
        has = set(said.keys(self.beginnings))
        chosen = set(self.always)
        for key in has & self.by_key.keys():
            chosen.update(self.by_key[key])
        for number in sorted(chosen):
            thing, keys = self.things[number]
            if not any(has.isdisjoint(one) for one in keys):
                yield thing


def searched(regex: str, said: Said) -> Iterator[re.Match[str]]:
    """Wherever a pattern's expression is found; groups are to be read by their place.

    Where no clause begins or ends in it, a comma is a space like any other.
    """
    edged, compiled = _compiled(regex)
    return compiled.finditer(said.text if edged else said.text.replace(COMMA, " "))


@lru_cache(maxsize=1 << 14)
def _compiled(regex: str) -> tuple[bool, re.Pattern[str]]:
    """An expression when it is first needed, and whether it has edges; kept from then on.

    Fewer places than patterns would have each compiled anew: a text needs a few of thousands. A
    space is compiled in half the time of a choice of two signs after every word.
    """
    edged = any(edge in regex for edge in EDGES.values())
    return edged, re.compile(regex if edged else regex.replace(BETWEEN, " "))

"""Which patterns may be in a text: found by one word each, so that few are searched for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Generic, TypeVar

from accessibility.understand.said import Said

T = TypeVar("T")


class Index(Generic[T]):
    """Things by keys of which a text has at least one where it may say the thing."""

    def __init__(self, things: Iterable[tuple[T, frozenset[str]]] = ()) -> None:
        self.by_key: dict[str, list[int]] = {}
        self.always: list[int] = []
        self.things: list[T] = []
        for number, (thing, keys) in enumerate(things):
            self.things.append(thing)
            for key in keys:
                self.by_key.setdefault(key, []).append(number)
            if not keys:
                self.always.append(number)
        self.beginnings = sorted({len(key) - 1 for key in self.by_key if key.endswith("*")})

    def candidates(self, said: Said) -> Iterator[T]:
        """Everything the text may say, in the order in which it was listed."""
        chosen = set(self.always)
        for key in said.keys(self.beginnings):
            if key in self.by_key:
                chosen.update(self.by_key[key])
        return (self.things[number] for number in sorted(chosen))


@lru_cache(maxsize=1 << 14)
def searched(regex: str) -> re.Pattern[str]:
    """A regular expression, compiled when it is first needed, and kept.

    Fewer places than patterns would have each compiled anew: a text needs a few of thousands.
    """
    return re.compile(regex)

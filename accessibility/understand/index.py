"""Which patterns may be in a text: found by one word each, so that few are searched for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType
from typing import Generic, TypeVar

from accessibility.understand.parts import Keys
from accessibility.understand.patterns import Pattern
from accessibility.understand.said import Said
from accessibility.understand.walking import search

T = TypeVar("T")
NOTHING: Mapping[str, int] = MappingProxyType({})


def counted(texts: Iterable[Sequence[str]]) -> Counter[str]:
    """How often words, and pairs of them, are in some texts, such as the examples of rules."""
    told = Counter[str]()
    for words in texts:
        told.update(words)
        told.update(map(" ".join, pairwise(words)))
    return told


class Index(Generic[T]):
    """Things by keys: where a text may say a thing, it has one of each of the thing's keys.

    A thing is looked up by the rarest of them; `common` is how often keys are in some texts.
    """

    def __init__(
        self, things: Iterable[tuple[T, Keys]] = (), common: Mapping[str, int] = NOTHING
    ) -> None:
        listed = list(things)
        costs = {
            one: sum(1 + common.get(key, 0) for key in one) for _, keys in listed for one in keys
        }
        self.things = [(thing, sorted(keys, key=costs.__getitem__)) for thing, keys in listed]
        self.by_key: dict[str, list[int]] = {}
        self.always = [number for number, (_, keys) in enumerate(self.things) if not keys]
        for number, (_, keys) in enumerate(self.things):
            for key in keys[0] if keys else ():
                self.by_key.setdefault(key, []).append(number)
        every = {key for one in costs for key in one}
        self.beginnings = tuple(sorted({len(key) - 1 for key in every if key.endswith("*")}))

    def candidates(self, said: Said) -> Iterator[T]:
        """Everything the text may say, in the order in which it was listed."""
        has = said.keys(self.beginnings)
        chosen = set(self.always)
        for key in has & self.by_key.keys():
            chosen.update(self.by_key[key])
        for number in sorted(chosen):
            thing, keys = self.things[number]
            for one in keys[1:]:  # the first was how it was chosen
                if has.isdisjoint(one):
                    break
            else:
                yield thing


Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Match:
    """Where a pattern is in a text, and which words stand in its gaps."""

    span: Span
    gaps: tuple[Span, ...]


def searched(pattern: Pattern, said: Said) -> Iterator[Match]:
    """Wherever a pattern is in a text."""
    starts = said.spoken.starts
    for found in search(pattern.step, said.spoken):
        gaps = tuple((starts[one], starts[other]) for one, other in found.gaps)
        yield Match((starts[found.start], starts[found.end]), gaps)

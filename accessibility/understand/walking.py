"""Patterns as they are walked over the words of a text, one part after another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from accessibility.understand.steps import NOWHERE, Edge, End, Gap, Gaps, OneOf, Spoken, Step


class Either(Step):
    """One of several parts, in their order; `may_lack`: or none of them."""

    __slots__ = ("may_lack",)

    def __init__(self, ways: Sequence[Step], *, may_lack: bool) -> None:
        super().__init__(ways)
        self.may_lack = may_lack

    def ends(self, text: Spoken, at: int) -> Sequence[End]:
        """The ends of each."""
        ends: list[End] = []
        for way in self.within:
            ends += way.ends(text, at)
        if self.may_lack:
            ends.append((at, ()))
        return ends


class InTurn(Step):
    """Parts one after another."""

    __slots__ = ("_plan",)

    def __init__(self, parts: Sequence[Step]) -> None:
        super().__init__(parts)
        self._plan: list[tuple[Step, frozenset[str] | None]] | None = None

    def ends(self, text: Spoken, at: int) -> Sequence[End]:
        """The ends of the last one."""
        ends: list[End] = [(at, ())]
        for part in self.within:
            ends = [
                (end, gaps + more) for begin, gaps in ends for end, more in part.ends(text, begin)
            ]
            if not ends:
                break
        return ends

    def first(self, text: Spoken, at: int, number: int = 0) -> End | None:
        """The first way in which they stand one after another from a word on."""
        plan = self._plan or self._planned()
        passed: Gaps = ()
        for part, begins in plan[number:]:
            number += 1
            if begins is None:
                ends = part.ends(text, at)
            else:  # a gap: it ends before a word with which the next part may begin
                ends = [one for one in part.ends(text, at) if text.words[one[0]] in begins]
            if not ends:
                return None
            if len(ends) > 1:
                for end, gaps in ends:
                    found = self.first(text, end, number)
                    if found is not None:
                        return found[0], passed + gaps + found[1]
                return None
            at, gaps = ends[0]
            passed += gaps
        return at, passed

    def _planned(self) -> list[tuple[Step, frozenset[str] | None]]:
        """The parts, a gap with the words with which the next one may begin, if they are known."""
        after = [None if _may_lack(one) else heads(one) for one in self.within[1:]]
        self._plan = [
            (one, begins if isinstance(one, Gap) else None)
            for one, begins in zip(self.within, [*after, None], strict=True)
        ]
        return self._plan


class Listed(Step):
    """A list that many patterns name: in a text it is looked for once from each word.

    `_begins`: the words with which it begins, None where it may begin with any, or be left out.
    """

    __slots__ = ("_begins", "_is_known")

    def __init__(self, step: Step) -> None:
        super().__init__((step,))
        self._begins: frozenset[str] | None = None
        self._is_known = False

    def ends(self, text: Spoken, at: int) -> Sequence[End]:
        """The ends of what is listed."""
        if not self._is_known:
            self._begins = None if _may_lack(self) else heads(self)
            self._is_known = True
        if self._begins is not None and text.words[at] not in self._begins:
            return NOWHERE
        ends = text.known.get((self, at))
        if ends is None:
            ends = text.known[self, at] = self.within[0].ends(text, at)
        return ends


@dataclass(frozen=True, slots=True)
class Found:
    """Words from one to before another that a part says, and what its gaps passed over."""

    start: int
    end: int
    gaps: Gaps


def search(step: InTurn, text: Spoken) -> Iterator[Found]:
    """Wherever parts are in a text, the first way they are there; none of them overlap."""
    begins, least = heads(step), 0
    for at, word in enumerate(text.words[:-1]):
        if at < least or (begins is not None and word not in begins):
            continue
        found = step.first(text, at)
        if found is not None:
            yield Found(at, *found)
            least = max(found[0], at + 1)


@lru_cache(maxsize=1 << 15)
def heads(step: Step) -> frozenset[str] | None:
    """The words with which a part may begin, None where these are not known."""
    if isinstance(step, OneOf):
        return frozenset(run[0] for run in step.runs)
    if isinstance(step, Edge):
        return frozenset()
    found: list[frozenset[str] | None] = [None]
    if isinstance(step, Either):
        found = [heads(way) for way in step.within]
    elif isinstance(step, Listed):
        found = [heads(step.within[0])]
    elif isinstance(step, InTurn):
        through = next((n for n, one in enumerate(step.within) if not _may_lack(one)), None)
        if through is not None:
            found = [heads(one) for one in step.within[: through + 1]]
    known = [one for one in found if one is not None]
    return frozenset[str]().union(*known) if len(known) == len(found) else None


def _may_lack(step: Step) -> bool:
    """Whether a part may be there without a word of it."""
    if isinstance(step, Either):
        return step.may_lack or any(map(_may_lack, step.within))
    if isinstance(step, InTurn | Listed):
        return all(map(_may_lack, step.within))
    return isinstance(step, Gap | Edge)


def runs(steps: Iterable[Step]) -> Iterator[tuple[str, ...]]:
    """The words that parts name side by side; each part is looked at once."""
    seen, left = set[int](), list(steps)
    while left:
        step = left.pop()
        if id(step) not in seen:
            seen.add(id(step))
            left += step.within
            if isinstance(step, OneOf):
                yield from step.runs

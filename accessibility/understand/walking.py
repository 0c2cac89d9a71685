"""The parts of a pattern as they are walked over the words of a text, one word after another.

Words are looked up, never tried one by one, so a list may be as long as it likes. From each word a
part says where it may end, what is likelier first; a gap also says which words it passed over. All
gaps are bounded, and so is every walk.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

Gaps = tuple[tuple[int, int], ...]
"""From which word to which one gaps go."""

End = tuple[int, Gaps]
NOWHERE: tuple[End, ...] = ()
BREAK = "|"
"""The word between two sentences; nothing goes over it."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A text word by word, sentences parted by one of their own; an empty one is behind the last.

    `commas`: whether one follows; `starts`: where each word begins in the text.
    """

    words: tuple[str, ...]
    commas: tuple[bool, ...]
    starts: tuple[int, ...]


class Step(ABC):
    """A part: where it may end if it begins at a word, and the parts `within` it."""

    __slots__ = ("within",)

    def __init__(self, within: Sequence[Step] = ()) -> None:
        self.within = tuple(within)

    @abstractmethod
    def ends(self, text: Spoken, at: int) -> Iterable[End]:
        """The words behind its ends."""


class OneOf(Step):
    """One of some runs of words, the longest first.

    By its first word it is known what follows; but most of a book's parts are never looked for.
    """

    __slots__ = ("_heads", "runs")

    def __init__(self, runs: Collection[tuple[str, ...]]) -> None:
        super().__init__()
        self.runs = runs
        self._heads: dict[str, list[tuple[str, ...]]] | None = None

    def _by_head(self) -> dict[str, list[tuple[str, ...]]]:
        heads: dict[str, list[tuple[str, ...]]] = {}
        for run in sorted(self.runs, key=len, reverse=True):
            heads.setdefault(run[0], []).append(run[1:])
        self._heads = heads
        return heads

    def ends(self, text: Spoken, at: int) -> Iterable[End]:
        """Behind each run that is here."""
        tails = (self._heads or self._by_head()).get(text.words[at])
        if tails is None:
            return NOWHERE
        words, after = text.words, at + 1
        return [
            (after + len(tail), ())
            for tail in tails
            if not tail or words[after : after + len(tail)] == tail
        ]


class Begun(Step):
    """A word by its beginning."""

    __slots__ = ("beginning",)

    def __init__(self, beginning: str) -> None:
        super().__init__()
        self.beginning = beginning

    def ends(self, text: Spoken, at: int) -> Iterable[End]:
        """Behind the word."""
        return ((at + 1, ()),) if text.words[at].startswith(self.beginning) else NOWHERE


class Digits(Step):
    """A number in digits, any or one of some."""

    __slots__ = ("among",)

    def __init__(self, among: frozenset[str] | None) -> None:
        super().__init__()
        self.among = among

    def ends(self, text: Spoken, at: int) -> Iterable[End]:
        """Behind the number."""
        word = text.words[at]
        is_one = word.isdecimal() and len(word) <= MOST_DIGITS
        fits = word in self.among if self.among is not None else is_one
        return ((at + 1, ()),) if fits else NOWHERE


MOST_DIGITS = 6


class Edge(Step):
    """The beginning of a clause, or its end."""

    __slots__ = ("is_end",)

    def __init__(self, *, is_end: bool) -> None:
        super().__init__()
        self.is_end = is_end

    def ends(self, text: Spoken, at: int) -> Iterable[End]:
        """Where it begins, if a clause does or one ends there."""
        here = text.commas[at - 1] if at else not self.is_end
        return ((at, ()),) if here else NOWHERE


class Gap(Step):
    """Up to so many words, few rather than many, and never over the end of a sentence."""

    __slots__ = ("most",)

    def __init__(self, most: int) -> None:
        super().__init__()
        self.most = most

    def ends(self, text: Spoken, at: int) -> Iterable[End]:
        """Behind none of them, one, two and so on."""
        words = text.words
        for until in range(at, min(at + self.most, len(words) - 1) + 1):
            yield until, ((at, until),)
            if words[until] == BREAK:
                return


class Either(Step):
    """One of several parts, in their order; `may_lack`: or none of them."""

    __slots__ = ("may_lack",)

    def __init__(self, ways: Sequence[Step], *, may_lack: bool) -> None:
        super().__init__(ways)
        self.may_lack = may_lack

    def ends(self, text: Spoken, at: int) -> Iterable[End]:
        """The ends of each."""
        for way in self.within:
            yield from way.ends(text, at)
        if self.may_lack:
            yield at, ()


class InTurn(Step):
    """Parts one after another."""

    __slots__ = ()

    def ends(self, text: Spoken, at: int) -> Iterable[End]:
        """The ends of the last one."""
        return _walk(self.within, 0, text, at)


def _walk(parts: Sequence[Step], number: int, text: Spoken, at: int) -> Iterator[End]:
    if number + 1 == len(parts):
        yield from parts[number].ends(text, at)
        return
    for end, gaps in parts[number].ends(text, at):
        for last, more in _walk(parts, number + 1, text, end):
            yield last, gaps + more


@dataclass(frozen=True, slots=True)
class Found:
    """Words from one to before another that a part says, and what its gaps passed over."""

    start: int
    end: int
    gaps: Gaps


def search(step: Step, text: Spoken) -> Iterator[Found]:
    """Wherever a part is in a text, the first way it is there; none of them overlap."""
    begins, least = heads(step), 0
    for at, word in enumerate(text.words[:-1]):
        if at < least or (begins is not None and word not in begins):
            continue
        for end, gaps in step.ends(text, at):
            yield Found(at, end, gaps)
            least = max(end, at + 1)
            break


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
    elif isinstance(step, InTurn):
        through = next((n for n, one in enumerate(step.within) if not _may_lack(one)), None)
        found = [
            None if through is None else heads(one) for one in step.within[: (through or 0) + 1]
        ]
    known = [one for one in found if one is not None]
    return frozenset[str]().union(*known) if len(known) == len(found) else None


def _may_lack(step: Step) -> bool:
    """Whether a part may be there without a word of it."""
    if isinstance(step, Either):
        return step.may_lack or any(map(_may_lack, step.within))
    if isinstance(step, InTurn):
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

"""The smallest parts of a pattern: a word, a number, a gap, the edge of a clause.

Words are looked up, never tried one by one, so a list may be as long as it likes. From each word a
part says where it may end, what is likelier first; a gap also says which words it passed over. All
gaps are bounded, and so is every walk.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from accessibility.understand.spelling import BREAK

Gaps = tuple[tuple[int, int], ...]
"""From which word to which one gaps go."""

End = tuple[int, Gaps]
NOWHERE: tuple[End, ...] = ()
MOST_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Spoken:
    """A text word by word, sentences parted by one of their own; an empty one is behind the last.

    `commas`: whether one follows; `starts`: where each word begins in the text; `known`: where
    lists were found to end.
    """

    words: tuple[str, ...]
    commas: tuple[bool, ...]
    starts: tuple[int, ...]
    known: dict[tuple[Step, int], Sequence[End]] = field(default_factory=dict, compare=False)


class Step:
    """A part: where it may end if it begins at a word, and the parts `within` it."""

    __slots__ = ("within",)

    def __init__(self, within: Sequence[Step] = ()) -> None:
        self.within = tuple(within)

    def ends(self, text: Spoken, at: int) -> Sequence[End]:
        """The words behind its ends; every kind of part has its own way."""
        raise NotImplementedError


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

    def ends(self, text: Spoken, at: int) -> Sequence[End]:
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

    def ends(self, text: Spoken, at: int) -> Sequence[End]:
        """Behind the word."""
        return ((at + 1, ()),) if text.words[at].startswith(self.beginning) else NOWHERE


class Digits(Step):
    """A number in digits, any or one of some."""

    __slots__ = ("among",)

    def __init__(self, among: frozenset[str] | None) -> None:
        super().__init__()
        self.among = among

    def ends(self, text: Spoken, at: int) -> Sequence[End]:
        """Behind the number."""
        word = text.words[at]
        is_one = word.isdecimal() and len(word) <= MOST_DIGITS
        fits = word in self.among if self.among is not None else is_one
        return ((at + 1, ()),) if fits else NOWHERE


class Edge(Step):
    """The beginning of a clause, or its end."""

    __slots__ = ("is_end",)

    def __init__(self, *, is_end: bool) -> None:
        super().__init__()
        self.is_end = is_end

    def ends(self, text: Spoken, at: int) -> Sequence[End]:
        """Where it begins, if a clause does or one ends there."""
        here = text.commas[at - 1] if at else not self.is_end
        return ((at, ()),) if here else NOWHERE


class Gap(Step):
    """Up to so many words, few rather than many, and never over the end of a sentence."""

    __slots__ = ("most",)

    def __init__(self, most: int) -> None:
        super().__init__()
        self.most = most

    def ends(self, text: Spoken, at: int) -> Sequence[End]:
        """Behind none of them, one, two and so on."""
        words, ends = text.words, []
        for until in range(at, min(at + self.most, len(words) - 1) + 1):
            ends.append((until, ((at, until),)))
            if words[until] == BREAK:
                break
        return ends

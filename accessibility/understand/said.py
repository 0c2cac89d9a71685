"""A text in the form in which patterns are looked for: words, each with the sign that follows it.

A word is followed by a space, the last one of a clause by a comma; the word `|` stands between
sentences. So "I fell, but he is here. Help" is `i fell,but he is here,|,help,`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise

from accessibility.understand.spelling import BREAK, COMMA
from accessibility.understand.steps import Spoken


@dataclass(frozen=True, slots=True)
class Said:
    """What was said; `spoken` is what is searched, by `words` patterns are preselected."""

    text: str
    words: tuple[str, ...]
    spoken: Spoken
    known: dict[tuple[int, ...], frozenset[str]] = field(default_factory=dict, compare=False)

    def clause(self, start: int, end: int) -> tuple[int, int]:
        """Where the clauses begin and end that a piece of the text is in."""
        begin = self.text.rfind(COMMA, 0, start) + 1
        until = self.text.find(COMMA, max(start, end - 1)) + 1
        return begin, until or len(self.text)

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """Where the sentence begins and ends that a piece of the text is in."""
        begin = self.text.rfind(BREAK, 0, start) + 1
        until = self.text.find(BREAK, end)
        return begin, len(self.text) if until < 0 else until

    def keys(self, prefixes: tuple[int, ...]) -> frozenset[str]:
        """By what the patterns that may be in it are found: words, pairs of them, beginnings.

        `prefixes`: how long beginnings of words are, the shortest first.
        """
        if prefixes not in self.known:
            begun = (f"{word[:n]}*" for word in self.words for n in prefixes if n <= len(word))
            pairs = map(" ".join, pairwise(self.words))
            self.known[prefixes] = frozenset((*self.words, *pairs, *begun))
        return self.known[prefixes]


def said_of(marked: str, begins: frozenset[tuple[str, ...]]) -> Said:
    """A marked text as it is searched. At words that are in `begins` a new clause begins."""
    pieces: list[str] = []
    words: list[str] = []
    firsts = {one[0] for one in begins}
    spoken = marked.split()
    for at, word in enumerate(spoken):
        begun = word in firsts and any(tuple(spoken[at : at + len(one)]) == one for one in begins)
        if pieces and (begun or word in (COMMA, BREAK)):
            pieces[-1] = COMMA
        if word == BREAK and pieces:
            pieces += (BREAK, COMMA)
        elif word not in (COMMA, BREAK):
            pieces += (word, " ")
            words.append(word)
    if pieces:
        pieces[-1] = COMMA
    return Said("".join(pieces), tuple(words), _spoken(pieces))


def _spoken(pieces: Sequence[str]) -> Spoken:
    """Every other piece is a word, the others are what follows it."""
    starts = (0, *accumulate(len(one) + 1 for one in pieces[::2]))
    commas = tuple(sign == COMMA for sign in pieces[1::2])
    return Spoken((*pieces[::2], ""), commas, starts)

"""A text in the form in which patterns are looked for: words, each with the sign that follows it.

A word is followed by a space, the last one of a clause by a comma; the word `|` stands between
sentences. So "I fell, but he is here. Help" is `i fell,but he is here,|,help,`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from accessibility.understand.spelling import BREAK, COMMA, is_ideograph
from accessibility.understand.steps import Spoken


@dataclass(frozen=True, slots=True)
class Said:
    """What was said; `spoken` is what is searched, by `words` patterns are preselected."""

    text: str
    words: tuple[str, ...]
    spoken: Spoken

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

    def keys(self, prefixes: Sequence[int]) -> Iterator[str]:
        """By what the patterns that may be in it are found.

        `prefixes`: how long beginnings of words are, the shortest first.
        """
        yield from self.words
        for one, other in pairwise(self.words):
            if is_ideograph(one) and is_ideograph(other):
                yield f"{one}{other}"
        for word in self.words:
            for length in prefixes:
                if length > len(word):
                    break
                yield f"{word[:length]}*"


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

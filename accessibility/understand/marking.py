"""Where a reply says what the rules of answers find: "that is right", "over my dead body".

What is found becomes one word of the text, the code between signs that no word has: `<yes>`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from accessibility.understand.choice import YES_NO
from accessibility.understand.codes import ANSWER, NONE
from accessibility.understand.firing import Finding, matches
from accessibility.understand.patterns import Pattern
from accessibility.understand.rulebook import Rulebook
from accessibility.understand.said import Said
from accessibility.understand.surroundings import spans

BESIDE, AGAINST, TURNED = "<beside>", "<against>", "<turned>"
"""Besides options rules find words that may stand beside a yes, that undo a no or contradict any
answer, and that turn their clause away as a negation does."""

MARK = re.compile("<([^ ]+)>")
LONGEST = 40
"""The most words of a reply in which an answer is looked for."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A reply whose answers are marked; `codes` are those of the options in it.

    `doubtful`: it hedges or asks where no answer was found, or is too long.
    """

    text: str
    codes: frozenset[str]
    doubtful: bool

    @property
    def rest(self) -> str:
        """The words in which nothing was found."""
        return MARK.sub(",", self.text)


def marked(said: Said, book: Rulebook, offered: Collection[str]) -> Marked:
    """A reply with what it answers marked; of two findings that overlap the longer counts."""
    if len(said.words) > LONGEST:
        return Marked(said.text, frozenset(), doubtful=True)
    yes_no = set(offered) >= YES_NO
    wanted = {*map(mark, offered), AGAINST, TURNED} | ({BESIDE} if yes_no else set())
    listed = sorted(
        (
            one
            for one in matches(said, book, {ANSWER})
            if one.outcome != NONE and mark(one.rule.code) in wanted
        ),
        key=lambda one: (one.start - one.end, mark(one.rule.code) == BESIDE, one.start),
    )
    taken: list[Finding] = []
    for one in listed:
        if all(one.end <= other.start or other.end <= one.start for other in taken):
            taken.append(one)
    text = said.text
    for one in sorted(taken, key=lambda one: -one.start):
        text = f"{text[: one.start]}{mark(one.rule.code)}{text[one.end - 1 :]}"
    codes = frozenset(one.rule.code for one in taken).intersection(offered)
    doubts = book.doubts if yes_no else (*book.doubts, *book.several)
    return Marked(text, codes, _is_doubtful(said, doubts, taken))


def mark(code: str) -> str:
    """The word that stands for what was found."""
    return f"<{code}>"


def answer_of(phrase: str) -> str:
    """The option that a word stands for which was found, or ""."""
    found = MARK.fullmatch(phrase)
    return found[1] if found and phrase not in (BESIDE, AGAINST, TURNED) else ""


def _is_doubtful(said: Said, doubts: Iterable[Pattern], taken: list[Finding]) -> bool:
    """Whether a reply hedges outside of what was found."""
    return any(
        not any(one.start <= start and end <= one.end for one in taken)
        for start, end in spans(doubts, said)
    )

"""Patterns as a coordinator writes them: `{who} .. can not (breathe|get air)`; no expressions.

`(a|b c)` one of, `[a|b]` perhaps, `{list}` one of a list, `word*` any ending, `..` up to 3 words
between and `...` up to 6 (4 and 8 characters of Chinese), `<n>` a number, `<2-7>` one of these,
`^` and `$` the start and the end of a clause. Every gap is bounded, so every search is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import groupby

from accessibility.understand.parts import (
    MOST_WAYS,
    Keys,
    Part,
    PatternError,
    choice,
    joined,
    number,
    one_of_said,
    said,
)
from accessibility.understand.spelling import is_ideograph
from accessibility.understand.steps import Edge, Gap, OneOf
from accessibility.understand.walking import InTurn, Listed, runs

GAPS = {"..": (3, 4), "...": (6, 8)}
"""How many words may stand between; of a script that is written without spaces, characters."""

DEEPEST = 6
PIECE = re.compile(r"\.{2,}|<[^<>]*>|\{[^{}]*\}|[()\[\]|^$]|(?:(?!\.\.)[^\s()\[\]|^${}<>])+")
SIGNS = "()[]|^$.<{"
EMPTY = "a choice is empty: two bars side by side, or one at an edge"
CLOSING = {"(": ")", "[": "]"}
EDGES = {"^": Edge(is_end=False), "$": Edge(is_end=True)}


@dataclass(frozen=True, slots=True)
class Language:
    """What patterns need of a language: its spelling, its numbers, and the lists they name.

    `made` keeps what lists and words have become, for they are in many patterns.
    """

    plain: Callable[[str], str]
    numbers: Mapping[str, int] = field(default_factory=dict)
    lists: Mapping[str, str] = field(default_factory=dict)
    made: dict[tuple[str, bool], Part] = field(default_factory=dict)
    known: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def spelled(self, said: str) -> tuple[str, ...]:
        """Words in the spelling of the language."""
        words = self.known.get(said)
        if words is None:
            words = self.known[said] = tuple(self.plain(said).split())
            if not words:
                raise PatternError(f"'{said}' has neither letters nor digits")
        return words


@dataclass(frozen=True, slots=True, eq=False)
class Pattern:
    """A pattern, ready to be searched for; a text in which it is found has one of each `keys`."""

    step: InTurn
    keys: Keys = ()


def words_of(patterns: Iterable[Pattern]) -> Iterator[str]:
    """The words that patterns name, without those of which only the beginning is named."""
    for run in runs(one.step for one in patterns):
        yield from filter(str.isalpha, run)


def runs_of(patterns: Iterable[Pattern]) -> Iterator[str]:
    """The words that stand side by side in patterns, with a space between."""
    for run in runs(one.step for one in patterns):
        for are_words, words in groupby(run, str.isalpha):
            if are_words:
                yield " ".join(words)


def pattern_of(written: str, language: Language) -> Pattern:
    """Read a pattern; `PatternError` says what is wrong with it."""
    pieces = _pieces(written)
    ideographs = not written.isascii() and any(map(is_ideograph, written))
    reader = _Reader(pieces, language, ideographs=ideographs)
    part = reader.sequence()
    if reader.at < len(pieces):
        raise PatternError(f"'{pieces[reader.at]}' belongs in a choice: (a|b) or [a|b]")
    if not part.needed:
        raise PatternError("it has no word that must be there")
    if part.ways > MOST_WAYS:
        raise PatternError("it has too many gaps; use fewer '...', or two patterns")
    if part.step is None:
        raise PatternError("it has no word that must be there")
    step = part.step if isinstance(part.step, InTurn) else InTurn([part.step])
    return Pattern(step, tuple(dict.fromkeys(part.keys)))


def _pieces(written: str) -> list[str]:
    """The pieces of a pattern: words, signs and lists."""
    pieces = PIECE.findall(written)
    if "".join("".join(pieces).split()) != "".join(written.split()):
        raise PatternError(f"'{PIECE.sub('', written).strip()}' means nothing here")
    return pieces


class _Reader:
    """Reads the pieces of one pattern from left to right."""

    def __init__(
        self, pieces: list[str], language: Language, *, ideographs: bool, inside: int = 0
    ) -> None:
        self.pieces, self.language, self.ideographs = pieces, language, ideographs
        self.at, self.inside = 0, inside
        self.readers: dict[str, Callable[[str], Part]] = {
            "(": self.group,
            "[": self.group,
            ".": self.gap,
            "<": self.number,
            "{": self.listed,
        }

    def sequence(self) -> Part:
        """What stands one after another, up to a bar or the end of a group."""
        parts: list[Part] = []
        while self.at < len(self.pieces) and self.pieces[self.at] not in (")", "]", "|"):
            parts.append(self.part())
        return joined(parts)

    def part(self) -> Part:
        piece = self.pieces[self.at]
        if piece[0] not in SIGNS:
            return self.words()
        self.at += 1
        return Part(EDGES[piece]) if piece in EDGES else self.readers[piece[0]](piece)

    def group(self, opening: str) -> Part:
        """One of several; all of it may be left out where the brackets are square.

        Where it holds nothing but words it is read once, for it is in many patterns.
        """
        first, pieces = self.at, self.pieces
        last = first
        while last < len(pieces) and (pieces[last] == "|" or pieces[last][0] not in SIGNS):
            last += 1
        inside = " ".join(pieces[first:last])
        if pieces[last : last + 1] != [CLOSING[opening]] or "*" in inside:
            return self.choice(CLOSING[opening])
        self.at = last + 1
        key = (f"{opening}{inside}", self.ideographs)
        if key not in self.language.made:
            self.language.made[key] = self.spoken(inside, needed=opening == "(")
        return self.language.made[key]

    def spoken(self, inside: str, *, needed: bool) -> Part:
        """One of some words: most choices are nothing else."""
        ways = inside.split("|")
        if not all(map(str.strip, ways)):
            raise PatternError(EMPTY)
        said = [self.language.spelled(way.strip()) for way in ways]
        return one_of_said(said, max(map(len, ways)), needed=needed)

    def choice(self, closing: str) -> Part:
        """What stands between two brackets."""
        ways = [self.sequence()]
        while self.at < len(self.pieces) and self.pieces[self.at] == "|":
            self.at += 1
            ways.append(self.sequence())
        if self.at == len(self.pieces) or self.pieces[self.at] != closing:
            raise PatternError(f"a '{closing}' is missing")
        self.at += 1
        if not all(way.step for way in ways):
            raise PatternError(EMPTY)
        return choice(ways, needed=closing == ")")

    def number(self, piece: str) -> Part:
        return number(piece[1:-1].strip(), self.language.numbers)

    def listed(self, piece: str) -> Part:
        """One of a list."""
        name = piece[1:-1].strip()
        if name not in self.language.lists:
            raise PatternError(f"there is no list '{name}' in [lists]")
        if self.inside > DEEPEST:
            raise PatternError("its lists name one another without an end")
        key = (f"{{{name}}}", self.ideographs)
        if key not in self.language.made:
            pieces = ["(", *_pieces(self.language.lists[name]), ")"]
            reader = _Reader(
                pieces, self.language, ideographs=self.ideographs, inside=self.inside + 1
            )
            part = reader.part()
            if part.step is not None and not isinstance(part.step, OneOf):
                part = replace(part, step=Listed(part.step))
            self.language.made[key] = part
        return self.language.made[key]

    def gap(self, piece: str) -> Part:
        if piece not in GAPS:
            raise PatternError("a gap has two or three dots")
        if self.pieces[self.at : self.at + 1] and self.pieces[self.at].startswith("."):
            raise PatternError("two gaps stand side by side")
        most = GAPS[piece][self.ideographs]
        return Part(Gap(most), ways=most + 1)

    def words(self) -> Part:
        """A run of words in the spelling of the language; one that ends in * ends the run."""
        pieces, first = self.pieces, self.at
        self.at += 1
        while (
            self.at < len(pieces)
            and pieces[self.at][0] not in SIGNS
            and pieces[self.at - 1][-1] != "*"
        ):
            self.at += 1
        key = (" ".join(pieces[first : self.at]), self.ideographs)
        part = self.language.made.get(key)
        if part is None:
            part = self.language.made[key] = said(key[0], self.language.spelled)
        return part

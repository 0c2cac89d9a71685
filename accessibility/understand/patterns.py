"""Patterns as a coordinator writes them: `{who} .. can not (breathe|get air)`; no expressions.

`(a|b c)` one of, `[a|b]` perhaps, `{list}` one of a list, `word*` any ending, `..` up to 3 words
between and `...` up to 6 (4 and 8 characters of Chinese), `<n>` a number, `<2-7>` one of these,
`^` and `$` the start and the end of a clause. Every gap is bounded, so every search is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from accessibility.understand.spelling import is_ideograph

GAPS = {"..": (3, 4), "...": (6, 8)}
"""How many words may stand between; of a script that is written without spaces, characters."""

MOST_WAYS = 1000
"""In so many ways the gaps of one pattern may be filled; more would take long to search."""

DEEPEST = 6
PIECE = re.compile(r"\.{2,}|<[^<>]*>|\{[^{}]*\}|[()\[\]|^$]|(?:(?!\.\.)[^\s()\[\]|^${}<>])+")
BETWEEN = "[ ,]"
WORD = "[^ ,|]"
NAMED = re.compile(rf"([^\W\d_]+){re.escape(BETWEEN)}")


class PatternError(ValueError):
    """What is wrong with a pattern, in words for the person who wrote it."""


@dataclass(frozen=True, slots=True)
class Language:
    """What patterns need of a language: its spelling, its numbers, and the lists they name."""

    plain: Callable[[str], str]
    numbers: Mapping[str, int] = field(default_factory=dict)
    lists: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a pattern: its regular expression, its keys, and in how many ways it is filled.

    `words` is a run of plain words, which joins the run beside it.
    """

    regex: str
    keys: tuple[frozenset[str], ...] = ()
    ways: int = 1
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern, ready to be searched for. `keys` are choices of keys, one of them to be used."""

    written: str
    regex: str
    keys: tuple[frozenset[str], ...]

    @property
    def words(self) -> list[str]:
        """The words it names, without those of which only the beginning is named."""
        return NAMED.findall(self.regex)


def pattern_of(written: str, language: Language) -> Pattern:
    """Read a pattern; `PatternError` says what is wrong with it."""
    pieces = _pieces(written, language, 0)
    ideographs = any(map(is_ideograph, " ".join(pieces)))
    reader = _Reader(pieces, language, ideographs=ideographs)
    part = reader.sequence()
    if reader.at < len(pieces):
        raise PatternError(f"'{pieces[reader.at]}' belongs in a choice: (a|b) or [a|b]")
    if re.fullmatch(part.regex, ""):
        raise PatternError("it has no word that must be there")
    if part.ways > MOST_WAYS:
        raise PatternError("it has too many gaps; use fewer '...', or two patterns")
    return Pattern(written, rf"(?<![^ ,]){part.regex}", part.keys)


def _pieces(written: str, language: Language, depth: int) -> list[str]:
    """The pieces of a pattern, with lists written out."""
    if rest := PIECE.sub("", written).strip():
        raise PatternError(f"'{rest}' means nothing here")
    if depth > DEEPEST:
        raise PatternError("its lists name one another without an end")
    return [part for piece in PIECE.findall(written) for part in _listed(piece, language, depth)]


def _listed(piece: str, language: Language, depth: int) -> list[str]:
    if not piece.startswith("{"):
        return [piece]
    name = piece[1:-1].strip()
    if name not in language.lists:
        raise PatternError(f"there is no list '{name}' in [lists]")
    return ["(", *_pieces(language.lists[name], language, depth + 1), ")"]


class _Reader:
    """Reads the pieces of one pattern from left to right."""

    def __init__(self, pieces: list[str], language: Language, *, ideographs: bool) -> None:
        self.pieces, self.language, self.ideographs = pieces, language, ideographs
        self.at = 0

    def sequence(self) -> Part:
        """What stands one after another, up to a bar or the end of a group."""
        parts: list[Part] = []
        while self.at < len(self.pieces) and self.pieces[self.at] not in (")", "]", "|"):
            parts.append(self.part())
        return _joined(parts)

    def part(self) -> Part:
        piece = self.pieces[self.at]
        self.at += 1
        if piece in ("(", "["):
            return self.group(")" if piece == "(" else "]")
        if piece == "^":
            return Part("(?<![^,])")
        if piece == "$":
            return Part("(?<=,)")
        if piece.startswith("."):
            return self.gap(piece)
        if piece.startswith("<"):
            return _number(piece[1:-1].strip(), self.language)
        return self.words(piece)

    def group(self, closing: str) -> Part:
        """One of several; all of it may be left out where the brackets are square."""
        ways = [self.sequence()]
        while self.at < len(self.pieces) and self.pieces[self.at] == "|":
            self.at += 1
            ways.append(self.sequence())
        if self.at == len(self.pieces) or self.pieces[self.at] != closing:
            raise PatternError(f"a '{closing}' is missing")
        self.at += 1
        if not all(way.regex for way in ways):
            raise PatternError("a choice is empty: two bars side by side, or one at an edge")
        return _choice(ways, needed=closing == ")")

    def gap(self, piece: str) -> Part:
        if piece not in GAPS:
            raise PatternError("a gap has two or three dots")
        if self.pieces[self.at : self.at + 1] and self.pieces[self.at].startswith("."):
            raise PatternError("two gaps stand side by side")
        most = GAPS[piece][self.ideographs]
        return Part(f"((?:{WORD}+{BETWEEN}){{0,{most}}}?)", ways=most + 1)

    def words(self, first: str) -> Part:
        """A run of words in the spelling of the language; one that ends in * ends the run."""
        run = [first]
        while not run[-1].endswith("*") and self.at < len(self.pieces):
            if not PIECE.fullmatch(self.pieces[self.at]) or self.pieces[self.at][0] in "()[]|^$.<":
                break
            run.append(self.pieces[self.at])
            self.at += 1
        said = " ".join(run)
        plain = self.language.plain(said.rstrip("*")).split()
        if not plain:
            raise PatternError(f"'{said}' has neither letters nor digits")
        if not said.endswith("*"):
            return _literal(tuple(plain))
        head = _literal(tuple(plain[:-1]))
        begun = f"{re.escape(plain[-1])}{WORD}*{BETWEEN}"
        return Part(head.regex + begun, (*head.keys, frozenset({f"{plain[-1]}*"})))


def _literal(words: tuple[str, ...]) -> Part:
    regex = "".join(f"{re.escape(word)}{BETWEEN}" for word in words)
    return Part(regex, tuple(_keys(words)), words=words)


def _keys(words: tuple[str, ...]) -> Iterator[frozenset[str]]:
    """Each word by itself, and two ideographs side by side, which are rarer."""
    for word in words:
        yield frozenset({word})
    for one, other in pairwise(words):
        if is_ideograph(one) and is_ideograph(other):
            yield frozenset({f"{one}{other}"})


def _joined(parts: list[Part]) -> Part:
    """Parts one after another; words beside words become one run."""
    merged: list[Part] = []
    for part in parts:
        if part.words and merged and merged[-1].words:
            merged[-1] = _literal((*merged[-1].words, *part.words))
        else:
            merged.append(part)
    ways = 1
    for part in merged:
        ways *= part.ways
    keys = tuple(keys for part in merged for keys in part.keys)
    words = merged[0].words if len(merged) == 1 else ()
    return Part("".join(part.regex for part in merged), keys, ways, words)


def _choice(ways: list[Part], *, needed: bool) -> Part:
    """One of several parts; the longest is tried first. Its keys are those of all of them."""
    regex = "|".join(sorted({way.regex for way in ways}, key=len, reverse=True))
    keys = [min(way.keys, key=_commonness) if way.keys else None for way in ways]
    known = [one for one in keys if one is not None]
    every = (frozenset().union(*known),) if needed and len(known) == len(ways) else ()
    return Part(f"(?:{regex})" + ("" if needed else "?"), every, max(way.ways for way in ways))


def _commonness(keys: frozenset[str]) -> tuple[int, int]:
    """Few keys before many, long ones before short ones: words of few letters are everywhere."""
    return len(keys), -min(map(len, keys))


def _number(asked: str, language: Language) -> Part:
    """Any number, or one between two bounds, in digits or in words."""
    bounds = re.fullmatch(r"n|(\d+)\s*-\s*(\d+)", asked)
    if bounds is None:
        raise PatternError(f"'<{asked}>' is no number: write <n> or <2-7>")
    digits, wanted = r"\d{1,6}", range(10**6)
    if asked != "n":
        wanted = range(int(bounds[1]), int(bounds[2]) + 1)
        if not 0 < len(wanted) <= MOST_WAYS:
            raise PatternError(f"'<{asked}>' must go from a smaller to a larger number")
        digits = "|".join(map(str, reversed(wanted)))
    words = [word for word, value in language.numbers.items() if value in wanted]
    spelled = sorted({word for word in words if not word.isdecimal()}, key=len, reverse=True)
    said = "|".join([digits, *(BETWEEN.join(map(re.escape, w.split())) for w in spelled)])
    return Part(f"(?:(?:{said}){BETWEEN})")

"""The answer line of a paper script, as it is typed: `1=1 4=13 9="Garden Road 5" c=7`.

Lenient in how it is typed, strict in what it says: what is not a pair is a fault, never a guess.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

LONGEST = 4000
"""The most characters of a line."""

STEPS = 200
"""No form has so many steps."""

NOT_ANSWERED = "-"
DASHES = frozenset("-‐‑‒–—―−－﹣")
"""Every sign that somebody types where the paper has a dash."""

QUOTES = '"“”„‟＂〝〞〟'
CLOSED_BY = {"「": "」", "『": "』", "«": "»", "《": "》"}
BETWEEN = r"[\s,，、;；﹐]"
KEY = re.compile(rf"(?:(?<={BETWEEN})|(?<=[{QUOTES}」』»》])|^)([^\W_]{{1,3}})\s*[=＝﹦]\s*")
BEFORE_KEY = re.compile(rf"{BETWEEN}*(?:$|[^\W_]{{1,3}}\s*[=＝﹦])")
HEADS = {"c": "check", "f": "form", "v": "edition"}


class Fault(StrEnum):
    """Why a text is not an answer line."""

    EMPTY = "empty"
    NO_PAIR = "no_pair"
    NO_QUOTE = "no_quote"
    TWICE = "twice"
    TOO_LONG = "too_long"


@dataclass(frozen=True, slots=True)
class Faulty:
    """A fault, and the step it belongs to; 0 for the line as a whole. `said` is what was there."""

    fault: Fault
    step: int = 0
    said: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """An answer to a step: digits without spaces, or, `quoted`, words just as they were typed."""

    step: int
    said: str
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """A line, read. With `faults` its pairs are not to be used.

    `digits` are all digits of the line but those of `check`, from left to right, for the check
    digit. An empty cell (`4=`) is not on the line. `form`, `edition` and `check` are "" where
    the line does not give them.
    """

    pairs: tuple[Pair, ...] = ()
    form: str = ""
    edition: str = ""
    check: str = ""
    digits: str = ""
    faults: tuple[Faulty, ...] = ()


@dataclass(frozen=True, slots=True)
class _Part:
    key: str
    said: str
    quoted: bool = False
    closed: bool = True


def answer_line(text: str) -> AnswerLine:
    """Read a line; never raises."""
    if len(text) > LONGEST:
        return AnswerLine(faults=(Faulty(Fault.TOO_LONG),))
    first = KEY.search(text)
    if first is None:
        fault = Fault.NO_PAIR if text.strip() else Fault.EMPTY
        return AnswerLine(faults=(Faulty(fault, said=text.strip()),))
    parts = tuple(part for part in _parts(text, first.start()) if not _is_blank(part))
    pairs = tuple(Pair(int(p.key), p.said, p.quoted) for p in parts if p.key.isdecimal())
    heads = {HEADS[p.key]: p.said for p in parts if p.key in HEADS}
    digits = "".join(_counted(part) for part in parts if part.key != "c")
    faults = (*_before(text[: first.start()]), *_faults(parts))
    return AnswerLine(pairs, digits=digits, faults=faults, **heads)


def is_answer_line(text: str, *, checked: bool = True) -> bool:
    """Whether somebody means a text as a line: it begins with a pair and has a check digit.

    Not `checked`, two answers to steps are enough, where nothing else would be written so.
    """
    read = answer_line(text)
    begins = KEY.match(text.lstrip()) is not None
    whole = bool(read.check) and bool(read.pairs)
    return begins and (whole or (not checked and len(read.pairs) > 1))


def _parts(text: str, at: int) -> Iterator[_Part]:
    """The line in its parts; what follows a key up to the next one belongs to it."""
    while (key := KEY.match(text, at)) is not None or at < len(text):
        if key is None:  # only after a closing quote: nothing but separators are left
            return
        name, at = _plain(key[1]).casefold(), key.end()
        opened = text[at : at + 1]
        if (opened and opened in QUOTES) or opened in CLOSED_BY:
            end = _closing(text, at)
            said = _unquoted(text[at + 1 : end], opened)
            yield _Part(name, said, quoted=True, closed=end < len(text))
            at = end + 1
        else:
            following = KEY.search(text, at)
            end = following.start() if following else len(text)
            yield _Part(name, _bare(text[at:end]))
            at = end
        at = _next(text, at)


def _is_blank(part: _Part) -> bool:
    """Whether nothing was written in a cell of the paper; its step is then not on the line."""
    return not part.quoted and not part.said.strip("_")


def _next(text: str, at: int) -> int:
    """Where the next key begins, or the end."""
    following = KEY.search(text, at)
    return following.start() if following else len(text)


def _closing(text: str, opened: int) -> int:
    """Where words in quotes end: at a quote after which there is a pair, or nothing."""
    closers = CLOSED_BY.get(text[opened], QUOTES)
    at = opened + 1
    while at < len(text):
        if text[at] in closers:
            doubled = text[at + 1 : at + 2] == text[at]
            if not doubled and BEFORE_KEY.match(text, at + 1):
                return at
            at += 1 if doubled else 0
        at += 1
    return len(text)


def _unquoted(said: str, opened: str) -> str:
    """Words without their quotes; a quote that was doubled is one."""
    for quote in CLOSED_BY.get(opened, QUOTES):
        said = said.replace(quote * 2, quote)
    return said


def _bare(said: str) -> str:
    """An answer without quotes: digits of any script joined, a dash as `-`, else as it is."""
    bare = re.sub(rf"^{BETWEEN}+|{BETWEEN}+$", "", said)
    if bare in DASHES:
        return NOT_ANSWERED
    joined = _plain(re.sub(BETWEEN, "", bare))
    return joined if joined.isascii() and joined.isdecimal() else bare


def _plain(said: str) -> str:
    """Digits of every script as 0-9, letters in one width."""
    wide = unicodedata.normalize("NFKC", said)
    return "".join(_digit(sign) or sign for sign in wide)


def _digit(sign: str) -> str:
    value = unicodedata.decimal(sign, None)
    return "" if value is None else str(value)


def _counted(part: _Part) -> str:
    """The digits of a part that count for the check digit; a dash alone counts as 9."""
    if part.said == NOT_ANSWERED and not part.quoted:
        return f"{_digits(part.key)}9"
    return _digits(part.key) + _digits(part.said)


def _digits(said: str) -> str:
    return "".join(_digit(sign) for sign in unicodedata.normalize("NFKC", said))


def _before(text: str) -> Iterator[Faulty]:
    """What stands before the first pair belongs to nothing."""
    bare = _bare(text)
    if bare and bare != NOT_ANSWERED:
        yield Faulty(Fault.NO_PAIR, said=bare)


def _faults(parts: tuple[_Part, ...]) -> Iterator[Faulty]:
    seen: set[str] = set()
    for part in parts:
        step = int(part.key) if part.key.isdecimal() else 0
        name = str(step) if step else part.key
        if not (1 <= step <= STEPS or part.key in HEADS):
            yield Faulty(Fault.NO_PAIR, said=f"{part.key}=")
        elif name in seen:
            yield Faulty(Fault.TWICE, step, f"{name}=")
        if not part.closed:
            yield Faulty(Fault.NO_QUOTE, step, part.said)
        seen.add(name)

"""The parts of a pattern: words, choices and numbers, as the expressions that search for them."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise

from accessibility.understand.spelling import is_ideograph

MOST_WAYS = 1000
"""In so many ways the gaps of one pattern may be filled; more would take long to search."""

BETWEEN = "[ ,]"

WORD = "[^ ,|]"


class PatternError(ValueError):
    """What is wrong with a pattern, in words for the person who wrote it."""


Keys = tuple[Collection[str], ...]
"""Of each of these a text has one; a few are kept as a tuple, which is seven times smaller."""

FEW = 32


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a pattern: its regular expression, its keys, and in how many ways it is filled.

    `words` is a run of plain words, which joins the run beside it. `needed`: some word of it must
    be there.
    """

    regex: str
    keys: Keys = ()
    ways: int = 1
    words: tuple[str, ...] = ()
    needed: bool = False


def said(said: str, plain: Callable[[str], str]) -> Part:
    """Words in the spelling of the language; the last one with any ending where there is a *."""
    words = tuple(plain(said.rstrip("*")).split())
    if not words:
        raise PatternError(f"'{said}' has neither letters nor digits")
    if not said.endswith("*"):
        return literal(words)
    head = literal(words[:-1])
    begun = f"{re.escape(words[-1])}{WORD}*{BETWEEN}"
    return Part(head.regex + begun, (*head.keys, _key(f"{words[-1]}*")), needed=True)


def literal(words: tuple[str, ...]) -> Part:
    """Words side by side."""
    escaped = (word if word.isalnum() else re.escape(word) for word in words)
    regex = "".join(f"{word}{BETWEEN}" for word in escaped)
    return Part(regex, tuple(_keys(words)), words=words, needed=bool(words))


def _keys(words: tuple[str, ...]) -> Iterator[tuple[str]]:
    """Each word by itself; ideographs side by side two by two, which are rarer."""
    paired = [is_ideograph(one) and is_ideograph(other) for one, other in pairwise(words)]
    for at, word in enumerate(words):
        if not any(paired[max(at - 1, 0) : at + 1]):
            yield _key(word)
        if at < len(paired) and paired[at]:
            yield _key(f"{word}{words[at + 1]}")


@lru_cache(maxsize=1 << 14)
def _key(word: str) -> tuple[str]:
    """A single key; one object, for it is in many patterns."""
    return (word,)


@lru_cache(maxsize=1 << 14)
def _one_of(keys: frozenset[str]) -> Collection[str]:
    """Several keys; one object for all patterns that have the same."""
    return keys if len(keys) > FEW else tuple(sorted(keys))


def forget() -> None:
    """Let go of what the patterns of one book shared while they were read."""
    _key.cache_clear()
    _one_of.cache_clear()


def joined(parts: list[Part]) -> Part:
    """Parts one after another; words beside words become one run."""
    if len(parts) == 1:
        return parts[0]
    merged: list[Part] = []
    for part in parts:
        if part.words and merged and merged[-1].words:
            merged[-1] = literal((*merged[-1].words, *part.words))
        else:
            merged.append(part)
    ways = 1
    for part in merged:
        ways *= part.ways
    keys = tuple(keys for part in merged for keys in part.keys)
    words = merged[0].words if len(merged) == 1 else ()
    needed = any(part.needed for part in merged)
    return Part("".join(part.regex for part in merged), keys, ways, words, needed)


def choice(ways: list[Part], *, needed: bool) -> Part:
    """One of several parts; the longest is tried first. Its keys are those of all of them."""
    regex = "|".join(sorted(dict.fromkeys(way.regex for way in ways), key=len, reverse=True))
    most = max(way.ways for way in ways)
    if not needed:
        return Part(f"(?:{regex})?", (), most)
    there = all(way.needed for way in ways)
    return Part(f"(?:{regex})", _any_of(ways), most, needed=there)


def _any_of(ways: list[Part]) -> Keys:
    """One key of each way; none where a way has none, for it may be the one that is found."""
    if not all(way.keys for way in ways):
        return ()
    rarest = (min(way.keys, key=_commonness) if way.keys[1:] else way.keys[0] for way in ways)
    return (_one_of(frozenset(chain.from_iterable(rarest))),)


def _commonness(keys: Collection[str]) -> tuple[int, int]:
    """Few keys before many, long ones before short ones: words of few letters are everywhere."""
    return len(keys), -min(map(len, keys))


def number(asked: str, numbers: Mapping[str, int]) -> Part:
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
    words = [word for word, value in numbers.items() if value in wanted]
    spelled = sorted({word for word in words if not word.isdecimal()}, key=len, reverse=True)
    said = "|".join([digits, *(BETWEEN.join(map(re.escape, w.split())) for w in spelled)])
    return Part(f"(?:(?:{said}){BETWEEN})", needed=True)

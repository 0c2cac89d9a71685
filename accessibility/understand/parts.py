"""The parts of a pattern: words, choices and numbers, as the steps that look for them."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise

from accessibility.understand.steps import Begun, Digits, OneOf, Step
from accessibility.understand.walking import Either, InTurn, heads

MOST_WAYS = 1000
"""In so many ways the gaps of one pattern may be filled; more would take long to search."""


class PatternError(ValueError):
    """What is wrong with a pattern, in words for the person who wrote it."""


OneKey = tuple[str, ...] | frozenset[str]
Keys = tuple[OneKey, ...]
"""Of each of these a text has one; a few are kept as a tuple, which is seven times smaller."""

FEW = 32


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a pattern: its step, its keys, in how many ways it is filled, how long it is.

    `words` is a run of plain words, which joins the run beside it. `needed`: some word of it must
    be there. `step` is None for nothing at all.
    """

    step: Step | None
    keys: Keys = ()
    ways: int = 1
    words: tuple[str, ...] = ()
    needed: bool = False
    size: int = 0


def said(said: str, spelled: Callable[[str], tuple[str, ...]]) -> Part:
    """Words in the spelling of the language; the last one with any ending where there is a *."""
    words = spelled(said.rstrip("*"))
    if not said.endswith("*"):
        return literal(words)
    begun = Part(Begun(words[-1]), (_key(f"{words[-1]}*"),), needed=True, size=len(words[-1]))
    return joined([literal(words[:-1]), begun]) if words[1:] else begun


def literal(words: tuple[str, ...]) -> Part:
    """Words side by side."""
    size = sum(map(len, words)) + len(words)
    return Part(one_of((words,)), tuple(_keys(words)), words=words, needed=True, size=size)


def _keys(words: tuple[str, ...]) -> Iterator[tuple[str]]:
    """Words two by two, which are rarer than each by itself."""
    if len(words) == 1:
        yield _key(words[0])
    yield from (_key(f"{one} {other}") for one, other in pairwise(words))


@lru_cache(maxsize=1 << 14)
def _key(word: str) -> tuple[str]:
    """A single key; one object, for it is in many patterns."""
    return (word,)


@lru_cache(maxsize=1 << 14)
def one_of(runs: frozenset[tuple[str, ...]] | tuple[tuple[str, ...]]) -> OneOf:
    """One of some runs of words; one object for all patterns that have the same."""
    return OneOf(runs)


@lru_cache(maxsize=1 << 14)
def _one_of(keys: frozenset[str]) -> OneKey:
    """Several keys; one object for all patterns that have the same."""
    return keys if len(keys) > FEW else tuple(sorted(keys))


def forget() -> None:
    """Let go of what the patterns of one book shared while they were read."""
    _key.cache_clear()
    _one_of.cache_clear()
    one_of.cache_clear()
    _rarest.cache_clear()
    heads.cache_clear()


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
    steps = [part.step for part in merged if part.step is not None]
    step = InTurn(steps) if len(steps) > 1 else steps[0] if steps else None
    return Part(step, keys, ways, words, needed, sum(part.size for part in merged))


def choice(ways: list[Part], *, needed: bool) -> Part:
    """One of several parts; the longest is tried first. Its keys are those of all of them."""
    most = max(way.ways for way in ways)
    size = max(way.size for way in ways)
    step = _longest_first(ways)
    if not needed:
        return Part(Either([step], may_lack=True), (), most, size=size)
    there = all(way.needed for way in ways)
    return Part(step, _any_of(ways), most, needed=there, size=size)


def one_of_said(runs: list[tuple[str, ...]], size: int, *, needed: bool) -> Part:
    """One of some runs of words; as `choice` of as many parts, but made at once."""
    step = one_of(frozenset(runs))
    if not needed:
        return Part(Either([step], may_lack=True), size=size)
    if len(runs) == 1:
        return literal(runs[0])
    keys = _one_of(frozenset(map(_rarest, runs)))
    return Part(step, (keys,), needed=True, size=size)


@lru_cache(maxsize=1 << 14)
def _rarest(words: tuple[str, ...]) -> str:
    """The key of a run of words by which the fewest texts are found."""
    return min(_keys(words), key=_commonness)[0]


def _longest_first(ways: list[Part]) -> Step:
    """What is said in words is looked up at once, as long as the longest of it is."""
    spoken = [way for way in ways if way.words]
    others = [(way.size, way.step) for way in ways if not way.words and way.step is not None]
    if spoken:
        said = one_of(frozenset(way.words for way in spoken))
        others.append((max(way.size for way in spoken), said))
    others.sort(key=lambda one: one[0], reverse=True)
    return (
        others[0][1] if len(others) == 1 else Either([step for _, step in others], may_lack=False)
    )


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
    digits, wanted = None, range(10**6)
    if asked != "n":
        wanted = range(int(bounds[1]), int(bounds[2]) + 1)
        if not 0 < len(wanted) <= MOST_WAYS:
            raise PatternError(f"'<{asked}>' must go from a smaller to a larger number")
        digits = frozenset(map(str, wanted))
    words = {word for word, value in numbers.items() if value in wanted and not word.isdecimal()}
    steps: list[Step] = [Digits(digits)]
    if words:
        steps.append(one_of(frozenset(tuple(word.split()) for word in words)))
    return Part(Either(steps, may_lack=False), needed=True, size=1)

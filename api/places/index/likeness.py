"""How alike two spellings are, from 0 to 100: slips of the finger allowed, guesses not."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz import fuzz

from api.places.index.spelling import is_unspaced

INSIDE = 0.98
"""A name inside a sentence is nearly as good as the name alone."""
COVER = 0.15
"""What half a name, a quarter of it, ... loses against the whole of it, at most."""
HEARD = 0.96
"""What only sounds alike is less sure."""
SHORT_SOUND = 6
"""Shorter sounds are found by chance inside others."""


def spelled_alike(query: str, name: str) -> float:
    """Two folded spellings; words are compared whole where a script parts them by spaces."""
    together = query.replace(" ", ""), name.replace(" ", "")
    whole = max(fuzz.ratio(query, name), INSIDE * fuzz.ratio(*together))
    if is_unspaced(query) or is_unspaced(name):
        return max(whole, _letters_inside(*together))
    return max(whole, _words_inside(query, name))


def sounds_alike(query: str, name: str) -> float:
    """Two sounds, as `spelling.sound` gives them."""
    if not query or not name:
        return 0.0
    whole = fuzz.ratio(query, name)
    long_enough = min(len(query), len(name)) >= SHORT_SOUND
    return HEARD * max(whole, _letters_inside(query, name) if long_enough else 0.0)


def _letters_inside(query: str, name: str) -> float:
    return fuzz.partial_ratio(query, name) * _weight(query, name)


def _words_inside(query: str, name: str) -> float:
    said, called = query.split(), name.split()
    short, long = sorted((said, called), key=len)
    likest = max(
        (fuzz.ratio(" ".join(short), part) for part in _parts(long, len(short))), default=0
    )
    return likest * _weight(query, name)


def _parts(words: list[str], length: int) -> Iterator[str]:
    for start in range(len(words) - length + 1):
        yield " ".join(words[start : start + length])


def _weight(query: str, name: str) -> float:
    """What it counts that one is inside the other."""
    if len(query) >= len(name):
        return INSIDE
    return 1 - COVER + COVER * len(query) / len(name)

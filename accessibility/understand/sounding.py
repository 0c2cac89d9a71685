"""Words of a script without letters that were written by their sound: 马尚, or "ma shang".

A listener, a keyboard of syllables and a hurried hand give characters that sound alike. They are
changed only where they are no word and part of none, and only into a word that a rule names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

LENGTHS = (4, 3, 2)
"""How many characters a word may have; one alone sounds like too many others."""


@dataclass(frozen=True, slots=True, eq=False)
class Sounds:
    """How characters sound, the words of the rules by their sound, and the common words.

    `common` has the language's words between spaces, each of two characters; `alone` those of one.
    With one of `firsts` each of the sounds begins.
    """

    syllables: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    common: str = ""
    alone: frozenset[str] = frozenset()
    firsts: frozenset[str] = frozenset()

    def is_word(self, pair: str) -> bool:
        """Whether two characters are a common word."""
        return f" {pair} " in self.common


def sounds_of(
    runs: Iterable[str], syllables: Mapping[str, str], common: str, alone: frozenset[str]
) -> Sounds:
    """The sounds of a language. `runs`: what the rules name, characters with spaces between."""
    if not syllables:
        return Sounds()
    by_sound: dict[str, set[str]] = {}
    known = frozenset(common.split())
    for word in {part for run in set(runs) for part in _parts(run.split(), syllables, known)}:
        by_sound.setdefault(" ".join(syllables[sign] for sign in word), set()).add(word)
    likely = {sound: words & known or words for sound, words in by_sound.items()}
    only = {sound: min(words) for sound, words in likely.items() if len(words) == 1}
    firsts = frozenset(sound.partition(" ")[0] for sound in only)
    return Sounds(syllables, only, common, alone, firsts)


def _parts(run: list[str], syllables: Mapping[str, str], common: frozenset[str]) -> Iterator[str]:
    """A short run of characters, and the common words in a longer one."""
    if all(sign in syllables for sign in run):
        yield from ["".join(run)] if len(run) in LENGTHS else []
        yield from (one + other for one, other in pairwise(run) if one + other in common)


def resounded(tokens: list[str], sounds: Sounds) -> list[str]:
    """The words of a text, with those that were written by their sound as they are spelled."""
    if not sounds.words:
        return tokens
    heard = [sounds.syllables.get(token) or token for token in tokens]
    told: list[str] = []
    at = 0
    while at < len(tokens):
        lengths = LENGTHS if heard[at] in sounds.firsts else ()
        size = next((n for n in lengths if _is_by_sound(tokens, heard, at, n, sounds)), 0)
        told += list(sounds.words[" ".join(heard[at : at + size])]) if size else [tokens[at]]
        at += size or 1
    return told


def _is_by_sound(tokens: list[str], heard: list[str], at: int, size: int, sounds: Sounds) -> bool:
    """Whether so many tokens sound like a word of a rule, and are no word nor part of one."""
    word = sounds.words.get(" ".join(heard[at : at + size]))
    written = tokens[at : at + size]
    if word is None or list(word) == written:
        return False
    if all(sign not in sounds.syllables for sign in written):
        return True
    differing = {sign for sign, meant in zip(written, word, strict=True) if sign != meant}
    if differing & sounds.alone:
        return False
    around = ["", *tokens, ""][at : at + size + 2]
    changed = [True, *(one != other for one, other in zip(word, written, strict=True)), True]
    pairs = zip(pairwise(around), pairwise(changed), strict=True)
    return not any(any(wrong) and sounds.is_word(one + other) for (one, other), wrong in pairs)

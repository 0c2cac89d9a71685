"""Words that were not written as they are spelled: stretched, mistyped, run together.

A word is changed only if it is none of the language, and only into one that its rules name; so
nothing is guessed that no rule would hear. What could be two words stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType

from accessibility.understand.spelling import is_ideograph

SHORTEST = 5
"""Letters from which one may be wrong; of four, two may change places."""

LONGEST = 24
"""Letters up to which a word is looked at."""

NOTHING: Mapping[str, str] = MappingProxyType({})
MOST_PARTS = 5
JOINED = (1, 2, 3)
"""Letters of a word that another one may be written to, such as "helpme"."""

STRETCHED = re.compile(r"([^\W\d_])\1{2,}")


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """The words of a language's rules, and its common words, between spaces.

    `by_part` gives for a word without one of its letters the words it may be, spaces between;
    `variants` the spelling of a word that is written in several ways, also wrong ones.
    """

    words: frozenset[str] = frozenset()
    common: str = ""
    by_part: dict[str, str] = field(default_factory=dict)
    ideographic: bool = False
    variants: Mapping[str, str] = field(default_factory=dict)

    def knows(self, word: str) -> bool:
        """Whether it is a word, of a rule or of the language."""
        return word in self.words or f" {word} " in self.common


def vocabulary_of(
    words: Iterable[str], common: str, variants: Mapping[str, str] = NOTHING
) -> Vocabulary:
    """A vocabulary of words that rules name and of others that are simply there."""
    known = frozenset(words)
    by_part: dict[str, str] = {}
    for word in known:
        if SHORTEST - 1 <= len(word) <= LONGEST:
            for part in _parts(word):
                by_part[part] = f"{by_part[part]} {word}" if part in by_part else word
    ideographs = sum(map(is_ideograph, known))
    ideographic = 2 * ideographs > len(known)
    return Vocabulary(known, common, by_part, ideographic=ideographic, variants=variants)


@lru_cache(maxsize=1 << 14)
def repaired(word: str, vocabulary: Vocabulary) -> str:
    """A word as a rule spells it, if that is what it must be; else as it is."""
    if len(word) < SHORTEST - 1 or word in vocabulary.words or not word.isalpha():
        return word
    short = _unstretched(word, vocabulary)
    if vocabulary.knows(short) or len(short) > LONGEST:
        return short if vocabulary.knows(short) else word
    likely = _likely(short, vocabulary)
    if not likely and len(short) >= SHORTEST:
        likely = _run_together(short, vocabulary.words)
    return likely if likely and not vocabulary.knows(word) else word


def _unstretched(word: str, vocabulary: Vocabulary) -> str:
    """A word without letters that were drawn out: "heeeelp"; as it is if none was."""
    if not STRETCHED.search(word):
        return word
    double = STRETCHED.sub(r"\1\1", word)
    single = STRETCHED.sub(r"\1", word)
    return double if vocabulary.knows(double) and not vocabulary.knows(single) else single


def _likely(word: str, vocabulary: Vocabulary) -> str:
    """The one word of a rule with one letter more, less, other, or two changed round; or "".

    Wrong spellings that are known are one word with the right one; near ambulence are three.
    """
    near = {known for part in _parts(word) for known in vocabulary.by_part.get(part, "").split()}
    near = {known for known in near if _is_one_off(word, known)}
    meant = {vocabulary.variants.get(known, known) for known in near}
    if len(meant) == 1:
        return meant.pop()
    if len(near) > 1:
        near = {known for known in near if sorted(known) == sorted(word)} or {
            known for known in near if (known[0], known[-1]) == (word[0], word[-1])
        }
    return near.pop() if len(near) == 1 else ""


def _parts(word: str) -> Iterator[str]:
    """A word, and the same without each of its letters."""
    yield word
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]


def _is_one_off(word: str, known: str) -> bool:
    """Whether one letter is more, less or other, or two side by side have changed places."""
    start = 0
    while start < min(len(word), len(known)) and word[start] == known[start]:
        start += 1
    one, other = word[start:], known[start:]
    if len(one) == len(other):
        swapped = one[:2] == other[:2][::-1] and one[2:] == other[2:]
        return swapped or (len(word) >= SHORTEST and one[1:] == other[1:])
    long_enough = min(len(word), len(known)) >= SHORTEST - 1 and len(known) >= SHORTEST
    return long_enough and (one[1:] == other or one == other[1:])


def _run_together(word: str, words: frozenset[str]) -> str:
    """Words that were written as one; two long ones are a word of their own: Bloodworth."""
    apart = divided(word, words, MOST_PARTS)
    parts = apart.split()
    return apart if len(parts) > 2 or min(map(len, parts), default=0) in JOINED else ""  # noqa: PLR2004 - said above


def divided(word: str, words: frozenset[str], most: int) -> str:
    """Words that were written as one, apart: "cantbreathe"; "" if they are not all known."""
    if word in words:
        return word
    for at in range(1 if word[0] == "i" else 2, len(word) - 1 if most > 1 else 0):
        if word[:at] in words and (rest := divided(word[at:], words, most - 1)):
            return f"{word[:at]} {rest}"
    return ""

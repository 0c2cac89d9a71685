"""Which language a text is in, as far as scripts and known words tell."""

from __future__ import annotations

from accessibility.understand.repair import Vocabulary
from accessibility.understand.rulebook import rulebook_of
from accessibility.understand.spelling import folded, is_ideograph, once
from locales.rules import ruled

ENOUGH = 0.5
"""The share of a text's words that a language must know."""

KANA = ("぀", "ヿ")
LOOKED_AT = 400
"""Signs of a text from which its language is told."""


def language_of(text: str, otherwise: str) -> str:
    """The tag of the language with rules that a text is in; `otherwise` where none is sure."""
    words = once(" ".join(_words(text[:LOOKED_AT]))).split()
    known = {tag: _known(words, rulebook_of(tag).vocabulary) for tag in ruled()}
    best = max(known, key=lambda tag: (known[tag], tag == otherwise), default=otherwise)
    return best if words and known.get(best, 0) >= ENOUGH * len(words) else otherwise


def _words(text: str) -> list[str]:
    """Words of letters; an ideograph is one by itself, beside kana it is none of ours."""
    fold = folded(text)
    if any(KANA[0] <= ch <= KANA[1] for ch in fold):
        return []
    spaced = "".join(f" {ch} " if is_ideograph(ch) else ch if ch.isalpha() else " " for ch in fold)
    return spaced.split()


def _known(words: list[str], vocabulary: Vocabulary) -> int:
    """How many words a language knows; one that is written in ideographs knows all of them."""
    if vocabulary.ideographic:
        return sum(map(is_ideograph, words))
    return sum(vocabulary.knows(word) for word in words if not is_ideograph(word))

"""Measures of plain language: how long a sentence is, and whether two are glued together.

One idea a sentence: at most 15 words, or 20 characters in a script without spaces. These are
measures that hold for any language; formulas such as Flesch's are made for a few and left out.
"""

from __future__ import annotations

import re
import unicodedata

MOST_WORDS = 15
MOST_CHARACTERS = 20

_END = re.compile(r"[。！？\n]|[.!?](?=\s|$)")
_GLUED = re.compile(r"[^\W\d_][.!?,;:][^\W\d_]")
_IDEOGRAPH = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[\U00020000-\U0003ffff]")
_WORD = re.compile(r"\w+(?:['’-]\w+)*")


def sentences(text: str) -> list[str]:
    """The sentences of a text, without the marks that end them; a line ends one too."""
    return [part.strip() for part in _END.split(text) if part.strip()]


def characters(sentence: str) -> int:
    """Ideographs and kana; a word or number of other scripts among them counts as one."""
    counted = _IDEOGRAPH.sub(" ", sentence)
    return len(_IDEOGRAPH.findall(sentence)) + len(_WORD.findall(counted))


def words(sentence: str) -> int:
    """Words with spaces between; a number is one."""
    return len(_WORD.findall(sentence))


def too_long(sentence: str) -> bool:
    """Whether a sentence has more words than a tired reader takes in at once."""
    if _IDEOGRAPH.search(sentence):
        return characters(sentence) > MOST_CHARACTERS
    return words(sentence) > MOST_WORDS


def long_sentences(text: str) -> list[str]:
    """The sentences of a text that are too long."""
    return [sentence for sentence in sentences(text) if too_long(sentence)]


def glued(text: str) -> list[str]:
    """Places where a sentence begins without a space after the one before ("Yes.Now")."""
    return _GLUED.findall(text)


def emoji(text: str) -> list[str]:
    """Pictures and other symbols that a voice reads out by their long names, or not at all."""
    return [character for character in text if _is_picture(character)]


def hidden(text: str) -> list[str]:
    """Characters nobody sees: isolation marks, zero-width spaces, controls but the line's end."""
    return [c for c in text if c != "\n" and unicodedata.category(c) in {"Cc", "Cf", "Co"}]


def _is_picture(character: str) -> bool:
    return unicodedata.category(character) == "So" or character == "\ufe0f"

"""What may reach a voice: letters, a few marks, short words. Everything else crashed one once.

espeak-ng, its command line included, ends with a segmentation fault on some texts: very long
words, piled-up marks, characters outside of every script. `accessibility.speech` makes none of
these; this is the second wall, and it changes nothing in what the first lets through.
"""

from __future__ import annotations

import re
import unicodedata

MOST_CHARACTERS = 8000
"""Of a whole utterance: some ten minutes. Nobody listens longer, and each costs memory."""

LONGEST_WORD = 60
"""No word of a language that we know is longer; a longer one is said in parts."""

MARKS = frozenset(" .,!?'-，。！？、")
MOST_SIGNS = 2
"""Marks on one letter (vowel signs, tones); more are no word of any script."""

_WORD = re.compile(rf"[^\s.,!?，。！？、]{{{LONGEST_WORD}}}(?=[^\s.,!?，。！？、])")


def clean(text: str) -> str:
    """The text as a voice may have it; "" if nothing in it can be said."""
    kept = "".join(_kept(unicodedata.normalize("NFC", text)))
    kept = re.sub(r"([.,!?'\-，。！？、])\1+", r"\1", re.sub(r"\s+", " ", kept)).strip()
    if not any(character.isalnum() for character in kept):
        return ""
    return _WORD.sub(lambda found: f"{found[0]} ", kept)


def _kept(text: str) -> list[str]:
    """Each character, or a space in its place."""
    kept: list[str] = []
    signs = 0
    for character in text:
        kind = unicodedata.category(character)
        signs = signs + 1 if kind[0] == "M" else 0
        if kind[0] == "M":
            kept += [character] if kept and kept[-1] != " " and signs <= MOST_SIGNS else []
        elif kind[0] == "L" or kind == "Nd" or character in MARKS:
            kept.append(character)
        elif kind != "Cf":
            kept.append(" ")
    return kept

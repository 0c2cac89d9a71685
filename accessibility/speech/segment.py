"""The pieces of what is said: words of one language, and how long it is silent afterwards."""

from __future__ import annotations

from dataclasses import dataclass

AFTER_QUESTION_MS = 600
AFTER_OPTION_MS = 500
AFTER_SENTENCE_MS = 250
"""Silences of our own choice: time to think of an option before the next begins.

W3C COGA ("Making Content Usable", voice menus) asks for pauses between options, and gives no
figure.
"""


@dataclass(frozen=True, slots=True)
class Segment:
    """Words in one language, by its BCP 47 tag; `pause` is the silence after them, in ms."""

    language: str
    text: str
    pause: int = 0


Speech = tuple[Segment, ...]
"""A whole utterance, in the order in which it is said."""

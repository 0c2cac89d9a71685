"""When free words become a proposal: where they answer nothing, or more than was asked."""

from __future__ import annotations

from dataclasses import replace

from accessibility.prompt import Prompt, Reading, ReadingKind
from accessibility.understand import proposal
from api.vocabulary import Urgency
from bot.dialogue.parts import URGENCY

UNREAD = frozenset({ReadingKind.UNCLEAR, ReadingKind.UNSURE})
"""Readings of words that answer nothing where they were said."""


def proposed(reading: Reading, text: str, prompt: Prompt | None, language: str) -> Reading | None:
    """What the words of a reply propose, with what they say of danger; None if that is nothing.

    Words at a question that takes free words are its answer, and nothing is made of them here.
    """
    if not (_answers_nothing(reading, prompt) or _answers_when(reading)):
        return None
    found = proposal(text, prompt, language)
    if found is None or (_answers_when(reading) and not _says_more(found)):
        return None
    flagged = replace(found, alarm=reading.alarm, danger_class=reading.danger_class)
    return replace(flagged, why=reading.why, heard=reading.heard)


def _answers_nothing(reading: Reading, prompt: Prompt | None) -> bool:
    unasked = prompt is None or not prompt.asks
    return reading.kind in UNREAD or (unasked and reading.kind is ReadingKind.TEXT)


def _answers_when(reading: Reading) -> bool:
    """Whether a time was taken out of words that may say more besides it."""
    return reading.kind is ReadingKind.OPTION and {*reading.codes} <= {*Urgency}


def _says_more(found: Reading) -> bool:
    return any(part.name != URGENCY for part in found.parts)

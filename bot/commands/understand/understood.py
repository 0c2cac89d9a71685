"""All that is understood of one line, by the names that `linli understand` prints."""

from __future__ import annotations

from typing import Any

from accessibility.prompt import Kind, ReadingKind
from accessibility.understand import found, judged, language_of, proposed_option, read
from bot.commands.understand.questions import Asked


def understood(text: str, language: str, asked: Asked | None) -> dict[str, Any]:
    """What a text says of danger, needs and time, and what it answers where something is asked."""
    danger, said = judged(text, language), found(text, language)
    reading = read(text, asked.prompt if asked else None, language)
    return {
        "text": text,
        "danger": danger.outcome,
        "danger_class": danger.danger_class or None,
        "needs": list(said.needs),
        "urgency": said.urgency,
        "command": reading.command or said.command or None,
        "answer": answer(text, language, asked) if asked else None,
        "language": language_of(text, language),
        "why": [*danger.why, *said.why],
    }


def answer(text: str, language: str, asked: Asked) -> str | None:
    """The code of the option that a reply means, or its free words; None while unclear.

    At a menu also what the words would propose, for the person to confirm.
    """
    reading = read(text, asked.prompt, language)
    if reading.kind in (ReadingKind.TEXT, ReadingKind.PLACE, ReadingKind.TIME, ReadingKind.PHONE):
        return reading.text
    codes = reading.codes
    if reading.kind is ReadingKind.UNCLEAR and asked.prompt.kind is not Kind.TEXT:
        codes = proposed_option(text, asked.prompt, language)
    keys = {one.code: one.key for one in asked.prompt.options}
    told = [keys[code] if asked.by_key else code for code in codes]
    return ",".join(told) or None

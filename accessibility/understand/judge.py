"""Whether a text says that somebody is in danger, in any language that has rules.

A judgement is made before anything else is read, and it says by which rules it was made.
"""

from __future__ import annotations

from dataclasses import dataclass

from accessibility.understand.danger import alarms

NONE, ASK, FLAG, EMERGENCY = "none", "ask", "flag", "emergency"


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a text says of danger, of which class, and the rules that found it.

    `outcome`: the card at once (emergency), one calm question (ask), only the safeguarding lead
    is told (flag), or nothing (none). `danger_class` is "" where the outcome is none.
    """

    outcome: str = NONE
    danger_class: str = ""
    why: tuple[str, ...] = ()


def judged(text: str, language: str) -> Judgement:
    """What a text says of danger, in the given language and in every one with rules."""
    return Judgement(EMERGENCY) if alarms(text, language) else Judgement()

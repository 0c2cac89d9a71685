"""Why a typed answer line is refused: by the number of the step, with what was typed there."""

from __future__ import annotations

from dataclasses import dataclass

from bot.dialogue.state import Asked
from bot.dialogue.statement import Statement

MOST = 12
"""So many faults are told at once."""

SHOWN = 40
"""So many characters of what was typed are said again."""


@dataclass(frozen=True, slots=True)
class Refused:
    """One fault; `step` 0 is the line as a whole."""

    why: Statement
    step: int = 0
    said: str = ""

    def asked(self) -> Asked:
        """What is said about it."""
        told = {"step": str(self.step) if self.step else "", "said": self.said[:SHOWN]}
        return Asked(self.why, {name: value for name, value in told.items() if value})

"""What an examination found: one sentence each, with the way out where there is one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How much it matters."""

    OK = "ok"
    NOTE = "note"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that works, or is worth knowing, or is missing; `how` says how to get it."""

    level: Level
    what: str
    how: str = ""

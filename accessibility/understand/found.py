"""What free words say: needs, when, for whom, what we must know; found to be proposed, never kept.

Every code was found by a rule of a language's data, and `why` names it.
"""

from __future__ import annotations

from dataclasses import dataclass

UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in a text; codes of the vocabulary, empty or "unknown" where nothing was.

    `place` holds words that name a place, `language` the tag of the language that is asked for,
    `command` what the person wants of us instead of help.
    """

    needs: tuple[str, ...] = ()
    urgency: str = UNKNOWN
    for_whom: str = ""
    accommodations: tuple[str, ...] = ()
    language: str = ""
    place: str = ""
    command: str = ""
    why: tuple[str, ...] = ()


def found(_text: str, _language: str) -> Found:
    """What a text says, by the rules of a language; nothing where it has none."""
    return Found()

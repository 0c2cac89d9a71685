"""A spoken reply becomes a `Reading`: as if it had been written, and only where that is sure."""

from __future__ import annotations

from dataclasses import replace

from accessibility.prompt import Heard, Prompt, Reading, ReadingKind
from accessibility.understand.read import read


def heard(spoken: Heard, prompt: Prompt | None, language: str, region: str = "") -> Reading:
    """What a spoken reply to the open question means; UNSURE whenever that is in doubt.

    The arguments are those of `read`. Danger is heard before anything else, and is never unsure.
    """
    reading = read(spoken.text, prompt, language, region=region)
    if reading.kind is ReadingKind.UNCLEAR:
        return Reading(ReadingKind.UNSURE, heard=spoken.text)
    return replace(reading, heard=spoken.text)

"""What free words propose: shown to the person, who confirms it with one tap or says otherwise."""

from __future__ import annotations

from accessibility.prompt import Kind, Prompt, Reading, ReadingKind
from accessibility.understand.found import UNKNOWN, found
from accessibility.understand.spelling import cleaned


def proposal(text: str, prompt: Prompt | None, language: str) -> Reading | None:
    """A PROPOSAL of what a reply says beside what was asked; None where nothing was found.

    `about` has pairs of a name and its codes, joined by commas: needs, urgency, for_whom,
    accommodations. A place or a telephone number is given as it is, so nothing is proposed there.
    """
    if prompt is not None and prompt.kind in (Kind.PLACE, Kind.PHONE):
        return None
    said = found(text, language)
    named = (
        ("needs", ",".join(said.needs)),
        ("urgency", "" if said.urgency == UNKNOWN else said.urgency),
        ("for_whom", said.for_whom),
        ("accommodations", ",".join(said.accommodations)),
    )
    about = tuple((name, codes) for name, codes in named if codes)
    return Reading(ReadingKind.PROPOSAL, text=cleaned(text), about=about) if about else None

"""What free words propose: shown to the person, who confirms it with one tap or says otherwise."""

from __future__ import annotations

from collections.abc import Mapping

from accessibility.prompt import Kind, Part, Prompt, Reading, ReadingKind
from accessibility.understand.codes import UNKNOWN
from accessibility.understand.found import Found, found
from accessibility.understand.rulebook import rulebook_of
from accessibility.understand.spelling import cleaned, is_ideograph
from accessibility.understand.tongue import language_of

FOUND_AS: Mapping[str, str] = {
    "needs": "need",
    "urgency": "urgency",
    "place": "place",
    "for_whom": "whom",
    "accommodations": "must_know",
    "language": "language",
}
"""The parts of a proposal, in their order, each with what the rules that find it find."""

ENOUGH = 3
"""Words or ideographs from which a text says which language it is in: many know "thank you"."""


def proposal(text: str, prompt: Prompt | None, language: str) -> Reading | None:
    """A PROPOSAL of what a reply says beside what was asked; None where nothing was found.

    A place or a telephone number is given as it is, so nothing is proposed there. With a
    `language`, words of another one are a part, too: the person may want to go on in it.
    """
    if prompt is not None and prompt.kind in (Kind.PLACE, Kind.PHONE):
        return None
    said = found(text, language)
    codes = {
        "needs": said.needs,
        "urgency": () if said.urgency == UNKNOWN else (said.urgency,),
        "place": (said.place,) if said.place else (),
        "for_whom": (said.for_whom,) if said.for_whom else (),
        "accommodations": said.accommodations,
        "language": _other_language(text, said, language),
    }
    parts = tuple(
        Part(
            name, codes[name], tuple(rule for rule in said.why if _finds(rule, kind, codes[name]))
        )
        for name, kind in FOUND_AS.items()
        if codes[name]
    )
    return Reading(ReadingKind.PROPOSAL, text=cleaned(text), parts=parts) if parts else None


def _other_language(text: str, said: Found, language: str) -> tuple[str, ...]:
    """The language that is asked for, or written in, if it is not the one that is spoken."""
    size = max(sum(map(is_ideograph, text)), len(text.split()))
    written = language_of(text, language) if language and size >= ENOUGH else ""
    other = said.language or written
    return (other,) if other and other != language else ()


def _finds(rule: str, kind: str, codes: tuple[str, ...]) -> bool:
    """Whether this rule, by its name, found one of these codes; or the words of a place."""
    book = rulebook_of(rule.partition(":")[0])
    found = next((one for one in book.rules if one.name == rule), None)
    return found is not None and found.kind == kind and (found.code in codes or not found.code)

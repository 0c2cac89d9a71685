"""The parts of what free words say, as a conversation keeps them until they are confirmed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from accessibility.prompt import Kind, Part
from api.vocabulary import AT_THE_DOOR, LEAVES, TALKING, WHO_MAY_COME
from bot.dialogue.condition import Answer
from bot.dialogue.form import Question

NEEDS, URGENCY, PLACE, FOR_WHOM, ACCOMMODATIONS = PARTS = (
    "needs",
    "urgency",
    "place",
    "for_whom",
    "accommodations",
)
"""What may be proposed, in the order in which it is asked."""

LANGUAGE = "language"
"""A part that is never proposed: it asks whether to go on in another language."""

SEVERAL = frozenset({NEEDS, ACCOMMODATIONS})
"""Parts of which more may be said: nothing that was said before is lost by it."""

MORE: Mapping[str, str] = {leaf: need for need, leaves in LEAVES.items() for leaf in leaves}
"""What choosing a leaf chooses besides."""


def joined(old: Iterable[Part], new: Iterable[Part]) -> tuple[Part, ...]:
    """What was said first and then, in the order of the parts; what was said twice is one."""
    said = {part.name: part for part in old}
    for part in new:
        said[part.name] = _both(said.get(part.name), part)
    return tuple(said[name] for name in PARTS if name in said)


def _both(old: Part | None, new: Part) -> Part:
    if old is None or (new.name not in SEVERAL and old.codes != new.codes):
        return new
    codes = tuple(dict.fromkeys((*old.codes, *new.codes)))
    return replace(old, codes=codes, why=tuple(dict.fromkeys((*old.why, *new.why))))


def said_of(question: Question, part: Part, before: tuple[str, ...]) -> Answer:
    """The options of a question that a part chooses, with those that were chosen `before`."""
    wanted = {*part.codes, *(MORE[code] for code in part.codes if code in MORE)}
    if part.name == ACCOMMODATIONS and wanted & {*TALKING, *AT_THE_DOOR, *WHO_MAY_COME}:
        wanted |= {"yes"}
    if question.kind is Kind.MANY and wanted & {*question.codes}:
        wanted |= {*before}
    return tuple(code for code in question.codes if code in wanted)


def parts_out(parts: Iterable[Part]) -> list[dict[str, Any]]:
    """Parts as JSON carries them."""
    return [
        {"name": one.name, "codes": list(one.codes), "why": list(one.why), "seen": one.seen}
        for one in parts
    ]


def parts_in(kept: object) -> tuple[Part, ...]:
    """Parts from JSON; what no version of ours would have kept is left out."""
    listed = [one for one in kept if isinstance(one, Mapping)] if isinstance(kept, list) else []
    read = (
        Part(one["name"], _texts(one.get("codes")), _texts(one.get("why")), bool(one.get("seen")))
        for one in listed
        if one.get("name") in PARTS
    )
    return tuple(part for part in read if part.codes)


def _texts(value: object) -> tuple[str, ...]:
    return tuple(one for one in value if isinstance(one, str)) if isinstance(value, list) else ()

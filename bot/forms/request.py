"""The answers of the ask form as a request: one rule for every face.

Buttons, numbered text, a page and a caller's sheet all end here, so that the same answers make
the same request; `canonical` is what must be equal.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from api.vocabulary import (
    AT_THE_DOOR,
    LEAVES,
    TALKING,
    WHO_MAY_COME,
    Accommodation,
    Datum,
    Leaf,
)

Answers = Mapping[str, Any]
"""Answers as an effect carries them: lists of codes or words, a place as its fields."""

Fields = dict[str, Any]

SCREENS = {"talking": TALKING, "at_the_door": AT_THE_DOOR, "who_may_come": WHO_MAY_COME}
"""The questions whose answers are accommodations, with those they offer."""

DETAILS = ("door", "food_detail", "medicine_where", "medicine_left", "detail", "other_detail")
"""The questions whose answers, words or codes, go with the request as details."""

UNORDERED = ("needs", "accommodations")


def as_request(answers: Answers, language: str) -> Fields:
    """The request's fields; `language` is the person's, or what they chose while asking."""
    return {
        "needs": _needs(answers),
        "urgency": _one(answers, "urgency"),
        "place": as_place(answers.get("where") or {}),
        "accommodations": _accommodations(answers),
        "for_whom": _one(answers, "for_whom"),
        "name": _one(answers, "my_name"),
        "their_name": _one(answers, "their_name"),
        "phone": _one(answers, "phone"),
        "reach": _one(answers, "reach"),
        "leave_message": _one(answers, "leave_message") == "yes",
        "people": _one(answers, "people"),
        "details": {name: said for name in DETAILS if (said := _one(answers, name))},
        "language": language or _one(answers, "language"),
    }


def as_place(where: Mapping[str, Any]) -> Fields:
    """A place's fields; all coordinates a conversation holds are WGS-84."""
    return {
        "text": where.get("text", ""),
        "latitude": where.get("latitude"),
        "longitude": where.get("longitude"),
        "datum": Datum.WGS84.value,
        "place_id": where.get("place_id", ""),
    }


def canonical(request: Mapping[str, Any]) -> Fields:
    """What every face must agree on: all that is asked for, in one order, and nothing else.

    A request has no id, receipt, time, channel or address of its own; those are given to it.
    """
    return {
        name: sorted(set(value)) if name in UNORDERED else _sorted(value)
        for name, value in sorted(request.items())
    }


def _needs(answers: Answers) -> list[str]:
    chosen = answers.get("need") or ()
    leaves = (leaf for need in chosen for leaf in answers.get(f"{need}_need") or (Leaf.OTHER,))
    return _in_order(leaves, (leaf for group in LEAVES.values() for leaf in group))


def _accommodations(answers: Answers) -> list[str]:
    named = (code for name in SCREENS for code in answers.get(name) or ())
    return _in_order(named, Accommodation)


def _in_order(codes: Iterable[str], order: Iterable[str]) -> list[str]:
    named = set(codes)
    return [str(code) for code in order if code in named]


def _one(answers: Answers, name: str) -> str:
    answer = answers.get(name) or ("",)
    return str(answer[0])


def _sorted(value: Any) -> Any:  # noqa: ANN401 - whatever JSON carries
    return dict(sorted(value.items())) if isinstance(value, Mapping) else value

"""What may be chosen at a question: its own options, looked-up ones, or earlier answers."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from accessibility.prompt import PAGE, Located, Option
from bot.dialogue.condition import Answer
from bot.dialogue.form import Form, Question
from bot.dialogue.state import Frame

ANSWERED = "answered"
"""Options from the form's own answers, to change one of them; needs no lookup."""

PROPOSED = "proposed"
"""Options that the form is about, and no others: the parts of a proposal; needs no lookup."""

PLACES = "places"
"""The lookup that finds places by a person's words."""

LOOKUPS = frozenset({"languages", "my_requests", ANSWERED, PROPOSED, PLACES})
"""Every name that `options_from` may have."""

NONE_OF_THESE = "none_of_these"
CANDIDATES = tuple(f"place_{number}" for number in range(1, PAGE + 1))
"""Codes of places found, best first: short enough for any button."""

PIN = "pin"
"""How a place that is a pin and no words is read back."""

NOT_A_WORD = re.compile(r"[^\w]|_")
HAN = re.compile("[\u3007\u3400-\u9fff\uf900-\ufaff]+")
NOT_HAN = re.compile(f"[^{HAN.pattern[1:-1]}+")

LookedUp = Mapping[str, tuple[Option, ...]]


def needs_lookup(question: Question) -> bool:
    """Whether somebody must fetch the options of this question."""
    return question.options_from not in {"", ANSWERED, PROPOSED}


def choices(
    form: Form, question: Question, frame: Frame, looked_up: LookedUp
) -> tuple[tuple[Option, ...], Option | None]:
    """The options of a question as it stands, and the one for something else if there is one."""
    if frame.found:
        found = zip(CANDIDATES, frame.found, strict=False)
        listed = tuple(Option(code, place.label) for code, place in found)
        return listed, Option(NONE_OF_THESE, "")
    other = Option(question.other, "") if question.other else None
    if question.options_from == ANSWERED:
        return tuple(Option(name, "") for name in changeable(form, frame)), other
    codes = question.options
    if question.options_from == PROPOSED:
        codes = tuple(code for code in codes if code in frame.about.get(PROPOSED, codes))
    own = tuple(Option(code, "") for code in codes)
    return (*own, *looked_up.get(question.options_from, ())), other


def changeable(form: Form, frame: Frame) -> tuple[str, ...]:
    """The answered questions a person may change at the read-back, in the order of the form."""
    return tuple(
        question.name
        for question in form.questions
        if question.name in frame.answers and question.about_help
    )


def read_back(form: Form, frame: Frame, looked_up: LookedUp) -> list[dict[str, Any]]:
    """What was answered, line by line, for the person to hear; skipped questions are left out."""
    lines = []
    for name in changeable(form, frame):
        question, answer = form.question(name), frame.answers[name]
        codes = [answer.text or PIN] if isinstance(answer, Located) else list(answer)
        if codes:
            labels = labels_of(question, answer, looked_up)
            lines.append({"question": f"{form.name}.{name}", "answer": codes, "labels": labels})
    return lines


def labels_of(question: Question, answer: Answer, looked_up: LookedUp) -> dict[str, str]:
    """Words for what no catalogue holds: looked-up labels, and the person's own words."""
    if isinstance(answer, Located):
        return {answer.text: answer.text} if answer.text else {}
    found = {option.code: option.label for option in looked_up.get(question.options_from, ())}
    return {code: found.get(code, code) for code in answer if code not in question.codes}


def as_option(place: Located, name: str) -> Option:
    """A place found, as a result of the lookup "places"; `name` is what the gazetteer calls it."""
    return Option(f"{place.place_id}|{place.latitude}|{place.longitude}", name)


def chosen_place(code: str, frame: Frame) -> Located:
    """The place meant by an option among those found; the person's own words are kept."""
    if code not in CANDIDATES:
        return Located(frame.said)
    return located(frame.found[CANDIDATES.index(code)], frame.said)


def located(found: Option, said: str) -> Located:
    """A place found, under the words it was found by."""
    place_id, latitude, longitude = found.code.rsplit("|", 2)
    return Located(said, float(latitude), float(longitude), place_id)


def named_exactly(said: str, found: Sequence[Option]) -> Option | None:
    """The one place that is called just as somebody wrote; None for several or none.

    A label in two scripts ("Elm Court 榆园") is called by the whole of it and by each part.
    """
    wanted = _folded(said)
    called = [option for option in found if wanted in names_in(option.label)]
    return called[0] if len(called) == 1 else None


def names_in(label: str) -> frozenset[str]:
    """The names that a label gives a place, folded: the whole, and its part of each script."""
    whole = _folded(label)
    return frozenset({whole, _folded(NOT_HAN.sub(" ", whole)), _folded(HAN.sub(" ", whole))})


def _folded(words: str) -> str:
    wide = unicodedata.normalize("NFKC", words).casefold()
    return " ".join(NOT_A_WORD.sub(" ", wide).split())


def pinned(pin: Located, said: str) -> Located | None:
    """A pin, with the words that were said before it; None when it says nothing at all."""
    place = replace(pin, text=pin.text.strip() or said)
    return place if place.text or place.latitude is not None else None

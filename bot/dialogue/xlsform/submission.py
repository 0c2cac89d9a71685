"""What came back from ODK or Kobo, as the answers of a form."""

from __future__ import annotations

from collections.abc import Mapping

from accessibility.prompt import Kind, Located
from bot.dialogue.condition import Answer
from bot.dialogue.form import Form, Question
from bot.dialogue.xlsform.questions import AT_TIME
from bot.dialogue.xlsform.xpath import PERSON, WRITTEN, ZERO

Sent = Mapping[str, str]
"""The fields of one submission by the last part of their names, as CSV, JSON or XML carry them."""


def answers_of(form: Form, sent: Sent) -> dict[str, Answer]:
    """The answers as the engine keeps them, in the form's order; a person asked for is none.

    A telephone number is as it was written: it is read as a reply when it is taken in.
    """
    told = {question.name: _answer(question, sent) for question in form.questions}
    return {name: answer for name, answer in told.items() if answer}


def person_of(sent: Sent) -> str:
    """How a person shall help who was asked for ("danger", "call_me"); "" when none was."""
    return sent.get(PERSON, "")


def _answer(question: Question, sent: Sent) -> Answer:
    said = sent.get(question.name, "").strip()
    if question.kind in WRITTEN and said == ZERO:
        return ()
    if question.kind is Kind.PLACE:
        return _place(said, sent.get(f"{question.name}_pin", "")) or ()
    if question.kind in WRITTEN:
        return (said,) if said else ()
    codes = [code for code in said.split() if code != PERSON]
    if AT_TIME in codes:
        return (sent.get(f"{question.name}_time", "")[: len("HH:MM")],)
    own = [code for code in question.codes if code in codes]
    return (*own, *(code for code in codes if code not in own))


def _place(said: str, pin: str) -> Located | None:
    latitude, longitude, *_ = (*pin.split(), "", "")
    if latitude and longitude:
        return Located(said, float(latitude), float(longitude))
    return Located(said) if said else None

"""What came back from ODK or Kobo, as the answers of a form."""

from __future__ import annotations

from collections.abc import Mapping

from accessibility.prompt import Kind, Located
from bot.dialogue.condition import About, Answer, Answers, Known, holds, leaves
from bot.dialogue.form import Form, Question
from bot.dialogue.xlsform.questions import AT_TIME
from bot.dialogue.xlsform.xpath import KNOWN, PERSON, WRITTEN, ZERO, can_be_written, subject

Sent = Mapping[str, str]
"""The fields of one submission by the last part of their names, as CSV, JSON or XML carry them."""


def answers_of(form: Form, sent: Sent) -> dict[str, Answer]:
    """The answers as the engine keeps them: it asks each relevant question, and the form answers.

    They end where a person was asked for, or where an answer is missing. A telephone number is
    as it was written: it is read as a reply when it is taken in.
    """
    known = _known(form, sent)
    answers: dict[str, Answer] = {}
    for question in form.questions:
        if question.changes or not holds(question.relevant, answers, known):
            continue
        told = _answer(question, sent)
        if _wants_person(question, sent) or not (told or question.optional):
            break
        answers[question.name] = told
        if _ends(question, told, answers, known):
            break
    return answers


def person_at(form: Form, sent: Sent) -> str:
    """The question at which a person was asked for; "" when none was."""
    answers, known = answers_of(form, sent), _known(form, sent)
    missing = (q for q in form.questions if q.name not in answers and not q.changes)
    asked = next((q for q in missing if holds(q.relevant, answers, known)), None)
    return asked.name if asked and _wants_person(asked, sent) else ""


def person_of(sent: Sent) -> str:
    """How a person shall help who was asked for ("danger", "call_me"); "" when none was."""
    return sent.get(PERSON, "")


def _known(form: Form, sent: Sent) -> Known:
    """The facts and the subject that were ticked before the first question."""
    ticked = sent.get(KNOWN, "").split()
    seen = [leaf for question in form.questions for leaf in leaves(question.relevant)]
    about = {
        leaf.name: value
        for leaf in seen
        if isinstance(leaf, About)
        for value in leaf.values
        if subject(leaf.name, value) in ticked
    }
    return Known(about, frozenset(ticked))


def _wants_person(question: Question, sent: Sent) -> bool:
    said = sent.get(question.name, "").strip()
    listed, written = question.kind not in WRITTEN, can_be_written(question)
    return (listed and PERSON in said.split()) or (written and said == ZERO)


def _ends(question: Question, told: Answer, answers: Answers, known: Known) -> bool:
    codes = told if isinstance(told, tuple) else ()
    outcomes = (o for code in (*codes, "") for o in question.then.get(code, ()))
    return any((o.ends or o.opens) and holds(o.relevant, answers, known) for o in outcomes)


def _answer(question: Question, sent: Sent) -> Answer:
    said = sent.get(question.name, "").strip()
    if question.kind is Kind.PLACE:
        return _place(said, sent.get(f"{question.name}_pin", "")) or ()
    if question.kind in WRITTEN:
        return (said,) if said else ()
    codes = said.split() if question.kind is Kind.MANY else [said] if said else []
    if AT_TIME in codes:
        return (sent.get(f"{question.name}_time", "")[: len("HH:MM")],)
    own = [code for code in question.codes if code in codes]
    return (*own, *(code for code in codes if code not in own))


def _place(said: str, pin: str) -> Located | None:
    latitude, longitude, *_ = (*pin.split(), "", "")
    if latitude and longitude:
        return Located(said, float(latitude), float(longitude))
    return Located(said) if said else None

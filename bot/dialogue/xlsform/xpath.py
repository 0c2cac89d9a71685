"""Conditions as XLSForm writes them, so that an ODK form asks exactly what the engine asks.

`${name}` is the answer to a question; a question that is not relevant has an empty one.
"""

from __future__ import annotations

from collections.abc import Iterable

from accessibility.prompt import Command, Kind
from bot.dialogue.condition import ALWAYS, About, Condition, Either, Every, Fact, Unless, When
from bot.dialogue.form import Form, Question

KNOWN = "known"
"""The question to whoever fills the form in: which facts are true of the person."""

PERSON = Command.PERSON.value
"""The choice in every list that asks for a person, and the question that follows it."""

ZERO = "0"
"""What asks for a person where words are written."""

WRITTEN = frozenset({Kind.TEXT, Kind.PLACE, Kind.PHONE})
"""Kinds that are answered in writing; all others are answered from a list."""

NEVER = "false()"
EVER = "true()"


def relevance(form: Form, question: Question) -> str:
    """When a question is asked: its own condition, and nothing before it ended the form.

    Empty when it is always asked.
    """
    return joined("and", (xpath(question.relevant), *still_on(form, question)))


def xpath(condition: Condition) -> str:
    """One condition, empty for one that always holds.

    Facts are what whoever fills the form in ticked at its head.
    """
    return "" if condition == ALWAYS else _xpath(condition)


def _xpath(condition: Condition) -> str:
    match condition:
        case When(question=question, codes=codes):
            return joined("or", (chosen(question, code) for code in sorted(codes)))
        case About(name=name, values=values):
            return joined("or", (chosen(KNOWN, subject(name, value)) for value in sorted(values)))
        case Fact(name=name):
            return chosen(KNOWN, name)
        case Every(parts=parts):
            return joined("and", map(_xpath, parts)) or EVER
        case Either(parts=parts):
            return joined("or", map(_xpath, parts)) or NEVER
        case Unless(part=part):
            return f"not({_xpath(part)})"


def still_on(form: Form, question: Question | None = None) -> tuple[str, ...]:
    """That no question before it (or none at all) ended the form or was left for a person.

    A question that everybody must answer vouches for those before it: it was asked after them.
    """
    asked = [other for other in form.questions if not other.changes]
    before = asked[: asked.index(question)] if question in asked else asked
    conditions: list[str] = []
    for earlier in reversed(before):
        ends = [f"not({end})" for end in (*_ends(earlier), wants_person(earlier))]
        if earlier.relevant == ALWAYS and not earlier.optional:
            return (f"{answer(earlier.name)} != ''", *ends, *conditions)
        conditions = [*ends, *conditions]
    return tuple(conditions)


def wants_person(question: Question) -> str:
    """That a person was asked for instead of an answer."""
    written = f"{answer(question.name)} = '{ZERO}'" if can_be_written(question) else ""
    listed = "" if question.kind in WRITTEN else chosen(question.name, PERSON)
    return joined("or", (listed, written))


def can_be_written(question: Question) -> bool:
    """Whether the answer may be written down: also where options are looked up and were not."""
    return question.kind in WRITTEN or (bool(question.options_from) and not question.codes)


def answer(question: str) -> str:
    """The answer to a question."""
    return f"${{{question}}}"


def chosen(question: str, code: str) -> str:
    """That a code is among the answers to a question."""
    return f"selected({answer(question)}, '{code}')"


def subject(name: str, value: str) -> str:
    """What a form is about, as a choice beside the facts."""
    return f"{name}_{value}"


def joined(operator: str, parts: Iterable[str]) -> str:
    """Conditions under one operator; empty ones are left out."""
    told = [part for part in parts if part]
    if len(told) == 1:
        return told[0]
    other = {"and": " or ", "or": " and "}[operator]
    bracketed = (f"({part})" if _stands_in(other, part) else part for part in told)
    return f" {operator} ".join(bracketed)


def _stands_in(operator: str, part: str) -> bool:
    """Whether an operator stands outside all brackets."""
    depth = 0
    for at, sign in enumerate(part):
        depth += (sign == "(") - (sign == ")")
        if depth == 0 and part.startswith(operator, at):
            return True
    return False


def _ends(question: Question) -> list[str]:
    """After which answers the form is over."""
    return [
        joined("and", (_answered(question, code), xpath(outcome.relevant)))
        for code, outcomes in question.then.items()
        for outcome in outcomes
        if outcome.ends or outcome.opens
    ]


def _answered(question: Question, code: str) -> str:
    return chosen(question.name, code) if code else f"{answer(question.name)} != ''"

"""A form laid out for paper: numbered steps that whoever fills it in follows from top to bottom.

Following the numbers, `only_if` and `go_to` asks exactly the questions the engine would ask.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from typing import Protocol

from accessibility.prompt import Kind, Option, Prompt, Sheet, Step
from bot.dialogue.condition import (
    ALWAYS,
    About,
    Condition,
    Either,
    Every,
    Fact,
    Leaf,
    Unless,
    When,
    decided,
)
from bot.dialogue.form import Form, Question
from bot.dialogue.state import Asked

END = 0
"""Where `go_to` points when nothing more is to be asked."""


class Words(Protocol):
    """The words of one language, as a sheet needs them."""

    def prompt(self, asked: Asked) -> Prompt:
        """A question in words."""

    def option(self, question: str, code: str) -> str:
        """The words of one option of a question ("ask.need")."""

    def say(self, key: str, **values: str | int) -> str:
        """A message.

        Keys: `sheet-title-<form>`, `sheet-if_answered` {step, answers}, `sheet-and` and
        `sheet-or` {first, second}, `sheet-not` {condition}, `sheet-fact-<fact>`,
        `sheet-about-<name>-<value>`.
        """


@dataclass(frozen=True, slots=True)
class Laid:
    """One step before it is worded; `go_to` has an entry only where steps are skipped."""

    number: int
    question: Question
    go_to: tuple[tuple[str, int], ...]


def lay_out(form: Form) -> tuple[Laid, ...]:
    """The steps of a form in codes; changing an answer needs no step on paper."""
    questions = tuple(question for question in form.questions if not question.changes)
    return tuple(
        Laid(number, question, _jumps(questions, number))
        for number, question in enumerate(questions, 1)
    )


def as_sheet(form: Form, words: Words, language: str) -> Sheet:
    """The form as a sheet in words."""
    laid = lay_out(form)
    numbers = {step.question.name: step.number for step in laid}
    steps = tuple(_step(form, step, numbers, words) for step in laid)
    return Sheet(form.name, words.say(f"sheet-title-{form.name}"), language, steps)


def _jumps(questions: tuple[Question, ...], number: int) -> tuple[tuple[str, int], ...]:
    question = questions[number - 1]
    if question.kind is Kind.MANY:
        return ()
    found = ((code, _after(questions, number, code)) for code in question.codes)
    return tuple((code, step) for code, step in found if step != number + 1)


def _after(questions: tuple[Question, ...], number: int, code: str) -> int:
    """The first later step that this answer does not make irrelevant."""
    question = questions[number - 1]
    outcomes = (*question.then.get(code, ()), *question.then.get("", ()))
    if any((o.ends or o.opens) and o.relevant == ALWAYS for o in outcomes):
        return END

    def look(leaf: Leaf) -> bool | None:
        known = isinstance(leaf, When) and leaf.question == question.name
        return code in leaf.codes if known and isinstance(leaf, When) else None

    later = enumerate(questions[number:], number + 1)
    return next((n for n, q in later if decided(q.relevant, look) is not False), END)


def _step(form: Form, laid: Laid, numbers: dict[str, int], words: Words) -> Step:
    question = laid.question
    options = tuple(Option(code, "") for code in question.codes)
    prompt = words.prompt(Asked(f"{form.name}.{question.name}", options=options))
    only_if = ""
    if question.relevant != ALWAYS:
        only_if = _condition(form, question.relevant, numbers, words)
    return Step(laid.number, question.name, prompt, only_if, laid.go_to)


def _condition(form: Form, condition: Condition, numbers: dict[str, int], words: Words) -> str:
    match condition:
        case When(question=question, codes=codes):
            ordered = [code for code in form.question(question).codes if code in codes]
            labels = [words.option(f"{form.name}.{question}", code) for code in ordered]
            answers = _joined("sheet-or", labels, words)
            return words.say("sheet-if_answered", step=numbers[question], answers=answers)
        case Every(parts=parts):
            listed = [_condition(form, part, numbers, words) for part in parts]
            return _joined("sheet-and", listed, words)
        case Either(parts=parts):
            listed = [_condition(form, part, numbers, words) for part in parts]
            return _joined("sheet-or", listed, words)
        case Unless(part=part):
            return words.say("sheet-not", condition=_condition(form, part, numbers, words))
        case About(name=name, values=values):
            keys = [f"sheet-about-{name}-{value}" for value in sorted(values)]
            return _joined("sheet-or", [words.say(key) for key in keys], words)
        case Fact(name=name):
            return words.say(f"sheet-fact-{name}")


def _joined(key: str, parts: list[str], words: Words) -> str:
    return reduce(lambda first, second: words.say(key, first=first, second=second), parts)

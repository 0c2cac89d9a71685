"""A form laid out for paper: numbered steps that whoever fills it in follows from top to bottom.

Following the numbers, `only_if`, `otherwise` and `go_to` asks exactly the questions the engine
would ask.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import reduce
from typing import Protocol

from accessibility.prompt import OTHER_KEY, Kind, Option, Prompt, Sheet, Step
from bot.dialogue.condition import (
    ALWAYS,
    NEVER,
    About,
    Condition,
    Either,
    Every,
    Fact,
    Leaf,
    Unless,
    When,
    decided,
    settled,
)
from bot.dialogue.form import Form, Question
from bot.dialogue.paging import pages
from bot.dialogue.state import Asked
from bot.dialogue.statement import CALL

END = 0
"""Where `go_to` and `otherwise` point when nothing more is to be asked."""

Look = Callable[[Leaf], bool | None]
LookedUp = Mapping[str, tuple[Option, ...]]


class Words(Protocol):
    """The words of one language, as a sheet needs them."""

    def prompt(self, asked: Asked) -> Prompt:
        """A question in words."""

    def option(self, question: str, code: str) -> str:
        """The words of one option of a question ("ask.need")."""

    def item(self, question: str) -> str:
        """The short name of an answer where all are read back."""

    def say(self, key: str, **values: str | int) -> str:
        """A message.

        Keys: `sheet-title-<form>`, `sheet-if_answered` {step, answers}, `sheet-and` and
        `sheet-or` {first, second}, `sheet-not` {condition}, `sheet-fact-<fact>` and
        `sheet-about-<name>-<value>`, each also with `-not` behind it.
        """


@dataclass(frozen=True, slots=True)
class Laid:
    """One step before it is worded; `go_to` has an entry only where steps are skipped."""

    number: int
    question: Question
    relevant: Condition
    go_to: tuple[tuple[str, int], ...]
    otherwise: int


def unknown(_leaf: Leaf) -> bool | None:
    """Nothing is known beforehand: whoever has the paper looks for themselves."""
    return None


def lay_out(form: Form, look: Look = unknown) -> tuple[Laid, ...]:
    """The steps of a form in codes; changing an answer needs no step on paper.

    What `look` knows beforehand leaves no condition on the paper, and a question that is never
    asked then no step. Every other step keeps its number.
    """
    asked = [question for question in form.questions if not question.changes]
    numbered = {question.name: number for number, question in enumerate(asked, 1)}
    steps = _steps(asked, look)
    return tuple(
        Laid(
            numbered[question.name],
            question,
            relevant,
            _jumps(steps[at:], numbered),
            _otherwise(steps[at:], numbered),
        )
        for at, (question, relevant) in enumerate(steps)
    )


def as_sheet(
    form: Form,
    words: Words,
    language: str,
    *,
    look: Look = unknown,
    looked_up: LookedUp | None = None,
) -> Sheet:
    """The form as a sheet in words; `looked_up` are options that stand in no form."""
    laid = lay_out(form, look)
    wording = _Wording(form, words, {step.question.name: step.number for step in laid})
    steps = tuple(wording.step(step, looked_up or {}) for step in laid)
    return Sheet(form.name, words.say(f"sheet-title-{form.name}"), language, steps)


def codes_on_paper(question: Question, looked_up: LookedUp) -> tuple[Option, ...]:
    """Every option of a question with its key on paper; looked-up ones have their labels.

    The key is what would be pressed on a telephone: on a second page 6 comes first.
    """
    own = tuple(Option(code, "") for code in question.options)
    other = Option(question.other, "") if question.other else None
    laid_out = pages((*own, *looked_up.get(question.options_from, ())), other)
    return tuple(
        replace(option, key=OTHER_KEY * turned + option.key)
        for turned, page in enumerate(laid_out)
        for option in page
    )


Steps = list[tuple[Question, Condition]]


def _steps(asked: list[Question], look: Look) -> Steps:
    """What may be asked, and after what; nothing follows from a question that is never asked."""
    never: set[str] = set()
    steps: Steps = []

    def known(leaf: Leaf) -> bool | None:
        return False if isinstance(leaf, When) and leaf.question in never else look(leaf)

    for question in asked:
        relevant = settled(question.relevant, known)
        if relevant == NEVER:
            never.add(question.name)
        else:
            steps.append((question, relevant))
    return steps


def _jumps(steps: Steps, numbered: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    """Where each answer to the first of these steps leads, unless it is simply the next one."""
    question = steps[0][0]
    if question.kind is Kind.MANY:
        return ()
    beside = numbered[steps[1][0].name] if len(steps) > 1 else END
    found = ((code, _after(steps, code, numbered)) for code in question.codes)
    return tuple((code, step) for code, step in found if step != beside)


def _after(steps: Steps, code: str, numbered: Mapping[str, int]) -> int:
    """The first later step that this answer does not make irrelevant."""
    question = steps[0][0]
    outcomes = (*question.then.get(code, ()), *question.then.get("", ()))
    if any((o.ends or o.opens) and o.relevant == ALWAYS for o in outcomes):
        return END

    def look(leaf: Leaf) -> bool | None:
        known = isinstance(leaf, When) and leaf.question == question.name
        return code in leaf.codes if known and isinstance(leaf, When) else None

    asked = (later for later, relevant in steps[1:] if decided(relevant, look) is not False)
    return next((numbered[later.name] for later in asked), END)


def _otherwise(steps: Steps, numbered: Mapping[str, int]) -> int:
    """The first later step that is asked under another condition than this one."""
    other = (later for later, relevant in steps[1:] if relevant != steps[0][1])
    return next((numbered[later.name] for later in other), END)


@dataclass(frozen=True, slots=True)
class _Wording:
    """A form's steps in one language."""

    form: Form
    words: Words
    numbers: Mapping[str, int]

    def step(self, laid: Laid, looked_up: LookedUp) -> Step:
        question = laid.question
        code = f"{self.form.name}.{question.name}"
        options = codes_on_paper(question, looked_up)
        named = question.about_help and question.keeps and len(self.form.questions) > 1
        return Step(
            laid.number,
            question.name,
            self.words.prompt(Asked(code, options=options, variant=CALL)),
            "" if laid.relevant == ALWAYS else self._condition(laid.relevant),
            laid.otherwise,
            laid.go_to,
            self.words.item(code) if named else "",
            question.confirms,
        )

    def _condition(self, condition: Condition) -> str:
        match condition:
            case When():
                return self._answered(condition)
            case Every(parts=parts):
                return self._joined("sheet-and", [self._condition(part) for part in parts])
            case Either(parts=parts):
                return self._joined("sheet-or", [self._condition(part) for part in parts])
            case Unless(part=Fact() | About() as part):
                return self._told(part, "-not")
            case Unless(part=part):
                return self.words.say("sheet-not", condition=self._condition(part))
            case About() | Fact():
                return self._told(condition, "")

    def _answered(self, condition: When) -> str:
        """The boxes that lead here, each by its key and its words."""
        question = self.form.question(condition.question)
        code = f"{self.form.name}.{question.name}"
        boxes = [
            f"{option.key} {self.words.option(code, option.code)}"
            for option in codes_on_paper(question, {})
            if option.code in condition.codes
        ]
        answers = self._joined("sheet-or", boxes)
        return self.words.say(
            "sheet-if_answered", step=self.numbers[question.name], answers=answers
        )

    def _told(self, leaf: Fact | About, ending: str) -> str:
        if isinstance(leaf, Fact):
            return self.words.say(f"sheet-fact-{leaf.name}{ending}")
        keys = [f"sheet-about-{leaf.name}-{value}{ending}" for value in sorted(leaf.values)]
        return self._joined("sheet-or", [self.words.say(key) for key in keys])

    def _joined(self, key: str, parts: list[str]) -> str:
        return reduce(lambda one, other: self.words.say(key, first=one, second=other), parts)

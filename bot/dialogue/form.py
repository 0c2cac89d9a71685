"""A dialogue is a form: questions in order, each asked only when it is relevant.

The words follow XLSForm, the standard of humanitarian data collection. A form has no jumps, so
every conversation ends: there are only so many questions left. It holds codes, never words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from accessibility.prompt import Kind
from bot.dialogue.condition import ALWAYS, Answer, Answers, Condition, Known, holds, ruled_out


@dataclass(frozen=True, slots=True)
class Outcome:
    """What follows an answer, or the end of a form: an effect on the world, words to say, or both.

    `effect` is a code of the vocabulary, carried out with `values`, what the form is about and
    all its answers. `say` names a statement `<form>-<say>` in `locales/`. `ends` ends the form,
    `opens` puts another form in its place. `recalls` names later questions that are answered as
    the person answered them before, if that may be used; they hear it, and can change it when
    everything is read back.
    """

    effect: str = ""
    say: str = ""
    values: tuple[tuple[str, str], ...] = ()
    relevant: Condition = ALWAYS
    ends: bool = False
    opens: str = ""
    recalls: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to ask.

    `other` is the code on key 6. `options_from` names a lookup that gives the options.
    `optional` questions can be answered with nothing, by key # or the words for it; # also ends
    a choice of many that is made one button at a time.
    `keeps=False`: the answer is acted on (`then`) and not kept, so the question is asked again.
    `confirms` marks the question that reads the answers back; its option "change" opens
    `changes`, the question that names the item to change. `starts` marks the question from
    whose answer on the form counts as begun (an unfinished request). `private` answers are
    never repeated to anybody but the person and who helps them. `gives_way`: nobody has to
    answer it, and whoever says something else goes on without its form. `confirm_heard`: a spoken
    answer is read back before it counts; one that everybody hears the effect of need not be.
    `part`: the part of what free words say that may answer it, once the person confirms that.
    """

    name: str
    kind: Kind = Kind.ONE
    options: tuple[str, ...] = ()
    other: str = ""
    options_from: str = ""
    relevant: Condition = ALWAYS
    then: Mapping[str, tuple[Outcome, ...]] = field(default_factory=dict)
    optional: bool = False
    keeps: bool = True
    confirms: bool = False
    changes: bool = False
    starts: bool = False
    private: bool = False
    read_back: bool = True
    max_length: int = 500
    gives_way: bool = False
    confirm_heard: bool = True
    part: str = ""

    @property
    def codes(self) -> tuple[str, ...]:
        """Every code this question can be answered with, apart from looked-up ones."""
        return (*self.options, self.other) if self.other else self.options

    @property
    def about_help(self) -> bool:
        """Whether its answer is read back and may be changed there."""
        return self.read_back and not self.confirms and not self.changes


@dataclass(frozen=True, slots=True)
class Form:
    """Questions in the order they are asked; `name` is also their key in `locales/`."""

    name: str
    questions: tuple[Question, ...]
    done: tuple[Outcome, ...] = ()

    def question(self, name: str) -> Question:
        """The question of that name; raises KeyError if there is none."""
        for question in self.questions:
            if question.name == name:
                return question
        raise KeyError(name)

    def next(self, answers: Answers, known: Known) -> Question | None:
        """The first relevant unanswered question, or None when the form is complete."""
        return next(
            (
                question
                for question in self.questions
                if question.name not in answers and holds(question.relevant, answers, known)
            ),
            None,
        )

    def previous(self, name: str, answers: Answers) -> Question | None:
        """The last answered question before the one of that name, in the order of the form."""
        before: Question | None = None
        for question in self.questions:
            if question.name == name:
                break
            if question.name in answers:
                before = question
        return before

    def kept(self, answers: Answers, about: Mapping[str, Any]) -> dict[str, Answer]:
        """The answers in the form's order, without those that others made irrelevant."""
        found: dict[str, Answer] = {}
        for question in self.questions:
            if question.name in answers and not ruled_out(question.relevant, found, about):
                found[question.name] = answers[question.name]
        return found


Forms = Mapping[str, Form]
"""Forms by their names."""

"""When a question is relevant: conditions as data, so that paper and XLSForm can follow them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from accessibility.prompt import Located

Answer = tuple[str, ...] | Located
Answers = Mapping[str, Answer]
"""What was answered so far, in the order it was answered; codes, words, or a place."""


@dataclass(frozen=True, slots=True)
class Known:
    """What conditions may look at besides the answers.

    `about` is what the form is about (an offer's id, a purpose); `facts` are names of things
    that are true of this person now ("language_known", "consented").
    """

    about: Mapping[str, str]
    facts: frozenset[str]


@dataclass(frozen=True, slots=True)
class When:
    """True once `question` was answered with at least one of `codes`."""

    question: str
    codes: frozenset[str]

    def holds(self, answers: Answers, known: Known) -> bool:
        """Whether the answers so far satisfy this condition."""
        del known
        answer = answers.get(self.question, ())
        return not isinstance(answer, Located) and not self.codes.isdisjoint(answer)


@dataclass(frozen=True, slots=True)
class About:
    """True when the form is about one of `values` under `name`."""

    name: str
    values: frozenset[str]

    def holds(self, answers: Answers, known: Known) -> bool:
        """Whether what the form is about satisfies this condition."""
        del answers
        return known.about.get(self.name, "") in self.values


@dataclass(frozen=True, slots=True)
class Fact:
    """True while a named fact is true of the person."""

    name: str

    def holds(self, answers: Answers, known: Known) -> bool:
        """Whether the fact is known."""
        del answers
        return self.name in known.facts


@dataclass(frozen=True, slots=True)
class Every:
    """True when every part is true; with no parts, always true."""

    parts: tuple[Condition, ...] = ()

    def holds(self, answers: Answers, known: Known) -> bool:
        """Whether all parts hold."""
        return all(part.holds(answers, known) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Either:
    """True when at least one part is true."""

    parts: tuple[Condition, ...]

    def holds(self, answers: Answers, known: Known) -> bool:
        """Whether any part holds."""
        return any(part.holds(answers, known) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Unless:
    """True when its part is not."""

    part: Condition

    def holds(self, answers: Answers, known: Known) -> bool:
        """Whether the part does not hold."""
        return not self.part.holds(answers, known)


Condition = When | About | Fact | Every | Either | Unless
ALWAYS = Every()


def when(question: str, *codes: str) -> When:
    """Say `relevant=when("need", "health")`."""
    return When(question, frozenset(codes))


def about(name: str, *values: str) -> About:
    """Say `relevant=about("purpose", "arrived")`."""
    return About(name, frozenset(values))


def depends_on(condition: Condition) -> frozenset[str]:
    """The questions whose answers this condition looks at."""
    match condition:
        case When(question=question):
            return frozenset({question})
        case Every(parts=parts) | Either(parts=parts):
            return frozenset().union(*(depends_on(part) for part in parts))
        case Unless(part=part):
            return depends_on(part)
        case About() | Fact():
            return frozenset()

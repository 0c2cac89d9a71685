"""When a question is relevant: conditions as data, so that paper and XLSForm can follow them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from accessibility.prompt import Located

Answer = tuple[str, ...] | Located
Answers = Mapping[str, Answer]
"""What was answered so far, in the order of the form; codes, words, or a place."""


@dataclass(frozen=True, slots=True)
class Known:
    """What conditions may look at besides the answers.

    `about` is what the form is about (an offer's id, a purpose); `facts` are names of things
    that are true of this person now ("language_known", "consented").
    """

    about: Mapping[str, Any]
    facts: frozenset[str]


@dataclass(frozen=True, slots=True)
class When:
    """True once `question` was answered with at least one of `codes`."""

    question: str
    codes: frozenset[str]


@dataclass(frozen=True, slots=True)
class About:
    """True when the form is about one of `values` under `name`."""

    name: str
    values: frozenset[str]


@dataclass(frozen=True, slots=True)
class Fact:
    """True while a named fact is true of the person."""

    name: str


@dataclass(frozen=True, slots=True)
class Every:
    """True when every part is true; with no parts, always true."""

    parts: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class Either:
    """True when at least one part is true."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Unless:
    """True when its part is not."""

    part: Condition


Leaf = When | About | Fact
Condition = Leaf | Every | Either | Unless
ALWAYS = Every()
NEVER = Either(())


def when(question: str, *codes: str) -> When:
    """Say `relevant=when("need", "health")`."""
    return When(question, frozenset(codes))


def about(name: str, *values: str) -> About:
    """Say `relevant=about("purpose", "arrived")`."""
    return About(name, frozenset(values))


def holds(condition: Condition, answers: Answers, known: Known) -> bool:
    """Whether a condition is true now; a question without an answer counts as not answered so."""
    return decided(condition, lambda leaf: _true(leaf, answers, known)) is True


def ruled_out(condition: Condition, answers: Answers, about_what: Mapping[str, Any]) -> bool:
    """Whether the answers alone make a condition false, whatever facts come to be known.

    An answer once given is dropped only for this: a fact that became true meanwhile (the person
    is known by now) takes nothing away from what they said.
    """
    known = Known(about_what, frozenset())

    def look(leaf: Leaf) -> bool | None:
        return None if isinstance(leaf, Fact) else _true(leaf, answers, known)

    return decided(condition, look) is False


def decided(condition: Condition, look: Callable[[Leaf], bool | None]) -> bool | None:
    """What a condition comes to when `look` may not know some of it (None: it depends)."""
    match condition:
        case Every(parts=parts):
            return _all(decided(part, look) for part in parts)
        case Either(parts=parts):
            return _not(_all(_not(decided(part, look)) for part in parts))
        case Unless(part=part):
            return _not(decided(part, look))
        case When() | About() | Fact():
            return look(condition)


def settled(condition: Condition, look: Callable[[Leaf], bool | None]) -> Condition:
    """What is left of a condition once `look` has told what it knows: ALWAYS, NEVER, or less."""
    truth = decided(condition, look)
    if truth is not None:
        return ALWAYS if truth else NEVER
    match condition:
        case Every(parts=parts):
            left = _left(parts, look, without=ALWAYS)
            return left[0] if len(left) == 1 else Every(left)
        case Either(parts=parts):
            left = _left(parts, look, without=NEVER)
            return left[0] if len(left) == 1 else Either(left)
        case Unless(part=part):
            return Unless(settled(part, look))
        case When() | About() | Fact():
            return condition


def _left(
    parts: Iterable[Condition], look: Callable[[Leaf], bool | None], *, without: Condition
) -> tuple[Condition, ...]:
    found = (settled(part, look) for part in parts)
    return tuple(part for part in found if part != without)


def leaves(condition: Condition) -> Iterator[Leaf]:
    """What a condition looks at, one thing at a time."""
    match condition:
        case Every(parts=parts) | Either(parts=parts):
            for part in parts:
                yield from leaves(part)
        case Unless(part=part):
            yield from leaves(part)
        case When() | About() | Fact():
            yield condition


def depends_on(condition: Condition) -> frozenset[str]:
    """The questions whose answers this condition looks at."""
    return frozenset(leaf.question for leaf in leaves(condition) if isinstance(leaf, When))


def _true(leaf: Leaf, answers: Answers, known: Known) -> bool:
    match leaf:
        case When(question=question, codes=codes):
            answer = answers.get(question, ())
            return not isinstance(answer, Located) and not codes.isdisjoint(answer)
        case About(name=name, values=values):
            return known.about.get(name, "") in tuple(values)
        case Fact(name=name):
            return name in known.facts


def _not(truth: bool | None) -> bool | None:  # noqa: FBT001 - a truth value is the subject
    return None if truth is None else not truth


def _all(truths: Iterable[bool | None]) -> bool | None:
    found = tuple(truths)
    if False in found:
        return False
    return None if None in found else True

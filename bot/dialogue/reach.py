"""Whether some conversation can come to a question at all: every world its condition looks at."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from accessibility.prompt import Kind
from bot.dialogue.condition import About, Answer, Answers, Fact, Known, depends_on, holds, leaves
from bot.dialogue.form import Form, Question


def reachable(form: Form, question: Question) -> bool:
    """Whether there are facts and earlier answers after which the question is relevant."""
    return any(
        holds(question.relevant, answers, known) for known, answers in worlds(form, question)
    )


def worlds(form: Form, question: Question) -> Iterator[tuple[Known, Answers]]:
    """Every situation and every earlier answers that the question's condition can meet."""
    earlier = _looked_at(form, question)
    for known in _situations((*earlier, question)):
        yield from ((known, answers) for answers in _worlds(earlier, known, {}))


def _looked_at(form: Form, question: Question) -> tuple[Question, ...]:
    """The questions before it that its condition looks at, and theirs, in the form's order."""
    names = {question.name}
    for other in reversed(form.questions):
        if other.name in names:
            names |= depends_on(other.relevant)
    at = form.questions.index(question)
    return tuple(other for other in form.questions[:at] if other.name in names)


def _situations(questions: tuple[Question, ...]) -> Iterator[Known]:
    """Every set of facts and every subject of the form that the conditions tell apart."""
    seen = [leaf for question in questions for leaf in leaves(question.relevant)]
    facts = sorted({leaf.name for leaf in seen if isinstance(leaf, Fact)})
    subjects: dict[str, set[str]] = {}
    for leaf in seen:
        if isinstance(leaf, About):
            subjects.setdefault(leaf.name, {""}).update(leaf.values)
    for true in product((True, False), repeat=len(facts)):
        known = frozenset(name for name, holding in zip(facts, true, strict=True) if holding)
        for values in product(*(sorted(values) for values in subjects.values())):
            yield Known(dict(zip(subjects, values, strict=True)), known)


def _worlds(
    questions: tuple[Question, ...], known: Known, answers: dict[str, Answer]
) -> Iterator[Answers]:
    """Every way the questions can be answered and the form still goes on."""
    if not questions:
        yield answers
        return
    first, rest = questions[0], questions[1:]
    if not first.keeps or not holds(first.relevant, answers, known):
        yield from _worlds(rest, known, answers)
        return
    for answer in _answers(first):
        yield from _worlds(rest, known, {**answers, first.name: answer})


def _answers(question: Question) -> Iterator[Answer]:
    """One code at a time, all together where many may be chosen, and anything else."""
    going_on = tuple(code for code in question.codes if not _ends(question, code))
    yield from ((code,) for code in going_on)
    if question.kind is Kind.MANY:
        yield going_on
    if question.optional or not question.codes:
        yield ()


def _ends(question: Question, code: str) -> bool:
    return any(outcome.ends or outcome.opens for outcome in question.then.get(code, ()))

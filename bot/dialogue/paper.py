"""A paper that was filled in and typed, beside its form: what it answers, and what is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from accessibility.prompt import Kind
from accessibility.understand.answer_line import NOT_ANSWERED, AnswerLine, Pair
from bot.dialogue.answer_line import chosen_by
from bot.dialogue.condition import (
    Answer,
    Condition,
    Either,
    Every,
    Fact,
    Known,
    Leaf,
    Unless,
    When,
    decided,
    holds,
)
from bot.dialogue.form import Form, Question
from bot.dialogue.outline import lay_out
from bot.dialogue.refusal import Refused
from bot.dialogue.state import Facts, Frame
from bot.dialogue.statement import Statement

PERSON_KEY = "0"
MENUS = frozenset({Kind.ONE, Kind.MANY})


@dataclass(frozen=True, slots=True)
class Paper:
    """A form, and what is typed of it.

    `before` is the form as its conversation left it, `frame` the same without what the paper
    answers anew. `facts` are as the paper has them: what it answers is asked, known or not, and
    nothing is answered as it was before.
    """

    form: Form
    pairs: Mapping[int, Pair]
    before: Frame
    frame: Frame
    facts: Facts

    @classmethod
    def of(cls, form: Form, line: AnswerLine, before: Frame, facts: Facts) -> Paper:
        """The paper whose line this is."""
        pairs = {pair.step: pair for pair in line.pairs}
        answered = [
            step.question
            for step in lay_out(form)
            if step.number in pairs and not is_dash(pairs[step.number])
        ]
        again = {question.name for question in answered}
        again |= {q.name for q in form.questions if q.confirms or q.changes}
        left = {name: said for name, said in before.answers.items() if name not in again}
        asked = {fact for question in answered for fact in _ruling_out(question.relevant)}
        return cls(
            form,
            pairs,
            before,
            replace(before, answers=form.kept(left, before.about), open=""),
            replace(facts, known=facts.known - asked - {"long_silence"}, recalled={}),
        )

    def codes(self, question: Question, pair: Pair) -> tuple[str, ...]:
        """The options whose numbers are typed; none for words, and for numbers of nothing."""
        listed = self.facts.lookups.get(question.options_from, ())
        return chosen_by(pair.said, question, listed)


def is_dash(pair: Pair) -> bool:
    """Whether a step is marked as not answered; empty words answer nothing either."""
    return pair.said == NOT_ANSWERED if not pair.quoted else not pair.said.strip()


def wants_person(pair: Pair) -> bool:
    """Whether somebody wanted a person at that step."""
    return pair.said == PERSON_KEY and not pair.quoted


def faults_of(paper: Paper) -> tuple[Refused, ...]:
    """Everything that is wrong with a paper, step by step; nothing for one that is whole."""
    numbers = {step.number for step in lay_out(paper.form)}
    unknown = [Refused(Statement.LINE_NO_SUCH_STEP, n) for n in paper.pairs if n not in numbers]
    return (*_Reader(paper).faults(), *unknown)


@dataclass(slots=True)
class _Reader:
    """Goes through a paper step by step.

    What depends on a step that is itself wrong is `doubtful`, and nothing is said against it.
    """

    paper: Paper
    answers: dict[str, Answer] = field(default_factory=dict)
    doubtful: set[str] = field(default_factory=set)
    over: bool = False

    def faults(self) -> Iterator[Refused]:
        """The faults, one step after the other."""
        for step in lay_out(self.paper.form):
            pair = self.paper.pairs.get(step.number)
            answered = pair is not None and not is_dash(pair)
            relevant = decided(step.question.relevant, self._look)
            if self.over:
                if answered:
                    yield Refused(Statement.LINE_AFTER_END, step.number)
            elif relevant is None:
                self.doubtful.add(step.question.name)
            elif relevant:
                yield from self._asked(step.number, step.question, pair)
            elif answered:
                yield Refused(Statement.LINE_NOT_ASKED, step.number)

    def _look(self, leaf: Leaf) -> bool | None:
        if isinstance(leaf, When) and leaf.question in self.doubtful:
            return None
        known = Known(self.paper.frame.about, self.paper.facts.known)
        return holds(leaf, self.answers, known)

    def _asked(self, number: int, question: Question, pair: Pair | None) -> Iterator[Refused]:
        """A step that was to be asked; what was answered before need not be typed again."""
        kept = self.paper.frame.answers.get(question.name)
        if kept is not None:
            self.answers[question.name] = kept
        elif pair is None:
            self.doubtful.add(question.name)
            yield Refused(Statement.LINE_MISSING, number)
        elif is_dash(pair):
            self.answers[question.name] = ()
            self.over = not question.optional
        elif wants_person(pair):
            self.over = True
        else:
            yield from self._answered(number, question, pair)

    def _answered(self, number: int, question: Question, pair: Pair) -> Iterator[Refused]:
        codes = self.paper.codes(question, pair)
        if question.kind in MENUS and not codes:
            self.doubtful.add(question.name)
            yield Refused(Statement.LINE_UNKNOWN_DIGITS, number, pair.said)
            return
        self.answers[question.name] = codes or (pair.said,)
        outcomes = (o for code in (*codes, "") for o in question.then.get(code, ()))
        known = Known(self.paper.frame.about, self.paper.facts.known)
        held = [o for o in outcomes if holds(o.relevant, self.answers, known)]
        self.over = any(o.ends or o.opens for o in held) or not question.keeps


def _ruling_out(condition: Condition, *, negated: bool = False) -> Iterator[str]:
    """The facts that make a condition false when they are true."""
    match condition:
        case Fact(name=name) if negated:
            yield name
        case Unless(part=part):
            yield from _ruling_out(part, negated=not negated)
        case Every(parts=parts) | Either(parts=parts):
            for part in parts:
                yield from _ruling_out(part, negated=negated)
        case _:
            return

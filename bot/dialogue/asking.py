"""Going on: what an answer leads to, which question comes next, what ends a form."""

from __future__ import annotations

from typing import Any

from accessibility.prompt import Kind
from bot.dialogue.choices import labels_of, needs_lookup, read_back
from bot.dialogue.condition import Answer, Answers, holds
from bot.dialogue.draft import Draft, asked_of, lacks_options, told
from bot.dialogue.form import Outcome, Question
from bot.dialogue.keys import DANGER, DANGER_CARD, FROM_BEFORE
from bot.dialogue.state import Frame
from bot.dialogue.statement import Statement

Outcomes = tuple[Outcome, ...]


def show(draft: Draft) -> Draft:
    """Put the open question, as it stands and under its old id; or the first of a new form."""
    if not draft.frame.open:
        return go_on(draft)
    if lacks_options(draft):
        return ask(draft, draft.question)
    return _chosen(_welcome(draft)).put(asked_of(draft))


def go_on(draft: Draft) -> Draft:
    """Ask the first relevant unanswered question; when there is none the form is complete."""
    question = draft.form.next(draft.frame.answers, draft.known)
    if question is not None:
        return ask(draft, question)
    done = _holding(draft, draft.form.done, draft.frame.answers)
    return _leave(_carry_out(draft, done, draft.frame.answers), done)


def ask(draft: Draft, question: Question) -> Draft:
    """Open a question and put it; one that nobody could answer counts as answered with nothing."""
    name = question.options_from
    if needs_lookup(question):
        if name not in draft.facts.lookups:
            return draft.look(name)
        if not draft.facts.lookups[name]:
            return go_on(draft.keep(answers={**draft.frame.answers, question.name: ()}))
        draft = draft.learn(name, draft.facts.lookups[name])
    return show(draft.open(question))


def settle(draft: Draft, answer: Answer) -> Draft:
    """Take an answer to the open question: carry out what follows from it, then go on."""
    question = draft.question
    answers = draft.form.kept({**draft.frame.answers, question.name: answer}, draft.frame.about)
    codes = answer if isinstance(answer, tuple) else ()
    listed = tuple(o for code in (*codes, "") for o in question.then.get(code, ()))
    outcomes = _holding(draft, listed, answers)
    if question.keeps:
        draft = _recall(draft.keep(answers=answers), question, outcomes)
        answers = {**draft.frame.answers}
    draft = _carry_out(draft.keep(misses=0), outcomes, answers)
    if any(outcome.ends or outcome.opens for outcome in outcomes):
        return _leave(draft, outcomes)
    if not question.keeps:
        return show(draft)
    return _change(draft, codes[0]) if question.changes and codes else go_on(draft)


def _recall(draft: Draft, question: Question, outcomes: Outcomes) -> Draft:
    """Answer as they did before what this answer lets be answered so; or take that back.

    An answer that they gave themselves stays.
    """
    recalled, answers = draft.facts.recalled, dict(draft.frame.answers)
    wanted = {name for outcome in outcomes for name in outcome.recalls}
    every = {n for of in question.then.values() for outcome in of for n in outcome.recalls}
    for name in every - wanted:
        if answers.get(name) == recalled.get(name):
            answers.pop(name, None)
    fresh = [name for name in recalled if name in wanted - answers.keys()]
    answers |= {name: recalled[name] for name in fresh}
    kept = draft.keep(answers=draft.form.kept(answers, draft.frame.about))
    several = {q.name for q in draft.form.questions if q.kind is Kind.MANY and q.name in fresh}
    told = [line for line in _lines(kept) if line["question"].split(".")[1] in several]
    return kept.say(f"{draft.form.name}-{FROM_BEFORE}", read_back=told) if told else kept


def _lines(draft: Draft) -> list[dict[str, Any]]:
    return read_back(draft.form, draft.frame, draft.state.looked_up)


def _change(draft: Draft, name: str) -> Draft:
    """Ask one answered question again; its old answer stays until there is a new one."""
    kept = {
        question.name: draft.frame.answers[question.name]
        for question in draft.form.questions
        if question.name in draft.frame.answers and not (question.confirms or question.changes)
    }
    return ask(draft.keep(answers=kept), draft.form.question(name))


def _holding(draft: Draft, outcomes: Outcomes, answers: Answers) -> Outcomes:
    return tuple(o for o in outcomes if holds(o.relevant, answers, draft.known))


def _carry_out(draft: Draft, outcomes: Outcomes, answers: Answers) -> Draft:
    about, form = draft.frame.about, draft.form.name
    for outcome in outcomes:
        if outcome.effect:
            values = {**about, **dict(outcome.values), "answers": told(answers)}
            draft = draft.act(outcome.effect, **values)
        if outcome.say:
            draft = draft.say(f"{form}-{outcome.say}", **about)
    return draft


def _leave(draft: Draft, outcomes: Outcomes) -> Draft:
    """End the form on top; open the next in its place, or go back to the one below.

    What was said in words meanwhile is asked about in the next one.
    """
    later, draft = draft.frame.later, unasked(draft.pop())
    for name in [outcome.opens for outcome in outcomes if outcome.opens]:
        return go_on(draft.push(Frame(name, later=later)))
    return show(draft) if draft.state.frames else draft


def unasked(draft: Draft) -> Draft:
    """Whoever has the card of numbers is not asked any more whether they are in danger."""
    if not any(asked.code.endswith(DANGER_CARD) for asked in draft.turn.prompts):
        return draft
    return draft.become(frames=tuple(one for one in draft.state.frames if one.form != DANGER))


def _welcome(draft: Draft) -> Draft:
    if not draft.returning:
        return draft
    lines = _lines(draft)
    told_anyway = draft.question.confirms
    return draft.say(Statement.WELCOME_BACK, read_back=[] if told_anyway else lines)


def _chosen(draft: Draft) -> Draft:
    frame = draft.frame
    if not frame.chosen:
        return draft
    labels = labels_of(draft.question, frame.chosen, draft.state.looked_up)
    code = f"{frame.form}.{frame.open}"
    return draft.say(Statement.CHOSEN, question=code, options=list(frame.chosen), labels=labels)

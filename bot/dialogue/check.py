"""Finds every fault of a form before anybody talks to it; `keys` does so for its words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator

from accessibility.prompt import OTHER_KEY, PAGE, Kind, Option
from api.vocabulary import Effect
from bot.dialogue.choices import ANSWERED, LOOKUPS
from bot.dialogue.condition import Condition, When, leaves
from bot.dialogue.form import Form, Forms, Outcome, Question
from bot.dialogue.paging import Page, pages
from bot.dialogue.reach import reachable

CODE = re.compile(r"[a-z][a-z0-9_]*")
"""A code: it is a key of the words, a button's data and a column's value."""

CHANGE = "change"
"""The option of a read-back that asks what to change."""


def faults(forms: Forms) -> list[str]:
    """Every fault, each with its place; empty when the forms may be used."""
    return [fault for form in forms.values() for fault in _of_form(form, forms)]


def page_faults(laid_out: tuple[Page, ...]) -> Iterator[str]:
    """What a menu may not do: more than five choices a page, one key twice, key 6 taken."""
    for page in laid_out:
        keys = [option.key for option in page]
        if len(page) > PAGE + (OTHER_KEY in keys):
            yield "more than five options on a page"
        if len(set(keys)) < len(keys) or "" in keys:
            yield "options without a key of their own"
        if len(laid_out) > 1 and OTHER_KEY in keys:
            yield "key 6 means something else and more at once"


def _of_form(form: Form, forms: Forms) -> Iterator[str]:
    names = Counter(question.name for question in form.questions)
    yield from (f"{form.name}.{name}: asked twice" for name, n in names.items() if n > 1)
    for at, question in enumerate(form.questions):
        found = _of_question(form, at, question, forms)
        yield from (f"{form.name}.{question.name}: {fault}" for fault in found)
    for outcome in form.done:
        found = _of_outcome(outcome, form.questions, forms)
        yield from (f"{form.name} at its end: {fault}" for fault in found)


def _of_question(form: Form, at: int, question: Question, forms: Forms) -> Iterator[str]:
    yield from _of_options(question)
    yield from _of_condition(question.relevant, form.questions[:at])
    yield from _of_read_back(form, at, question)
    if not reachable(form, question):
        yield "never asked: its condition cannot be true"
    for code, outcomes in question.then.items():
        if code and code not in question.codes:
            yield f"something follows {code!r}, which is no option"
        for outcome in outcomes:
            yield from _of_outcome(outcome, form.questions[: at + 1], forms)
    if not question.keeps and not any(o.ends for all_of in question.then.values() for o in all_of):
        yield "its answers are not kept and none ends it, so it is asked for ever"


def _of_options(question: Question) -> Iterator[str]:
    named = Counter(question.codes)
    yield from (f"two options are {code!r}" for code, n in named.items() if n > 1)
    wrong = [code for code in (question.name, *question.codes) if not CODE.fullmatch(code)]
    yield from (f"{code!r} is no code" for code in wrong)
    if question.options_from and question.options_from not in LOOKUPS:
        yield f"nobody can look up {question.options_from!r}"
    chooses = question.kind in {Kind.ONE, Kind.MANY}
    if chooses and not question.options and not question.options_from:
        yield "a choice without options"
    listed = tuple(Option(code, "") for code in question.options)
    other = Option(question.other, "") if question.other else None
    yield from page_faults(pages(listed, other))


def _of_condition(condition: Condition, earlier: Collection[Question]) -> Iterator[str]:
    known = {question.name: question for question in earlier}
    for leaf in leaves(condition):
        if not isinstance(leaf, When):
            continue
        if leaf.question not in known:
            yield f"depends on {leaf.question!r}, which is not asked before"
        elif unknown := leaf.codes - set(known[leaf.question].codes):
            yield f"depends on {sorted(unknown)}, which {leaf.question!r} does not offer"


def _of_read_back(form: Form, at: int, question: Question) -> Iterator[str]:
    later = form.questions[at + 1 :]
    if question.confirms:
        if CHANGE not in question.options:
            yield "reads back without the option to change"
        if not any(q.changes and _follows(q, question) for q in later):
            yield "reads back, but no later question asks what to change"
    if question.changes and question.options_from != ANSWERED:
        yield "asks what to change, but does not offer what was answered"


def _follows(changes: Question, confirms: Question) -> bool:
    return changes.relevant == When(confirms.name, frozenset({CHANGE}))


def _of_outcome(outcome: Outcome, asked: Collection[Question], forms: Forms) -> Iterator[str]:
    if outcome.effect and outcome.effect not in set(Effect):
        yield f"{outcome.effect!r} is no effect"
    if outcome.opens and outcome.opens not in forms:
        yield f"opens {outcome.opens!r}, which is no form"
    if not (outcome.effect or outcome.say or outcome.ends or outcome.opens or outcome.recalls):
        yield "an outcome from which nothing follows"
    yield from _of_condition(outcome.relevant, asked)

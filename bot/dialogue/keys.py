"""Which words the forms need, so that a missing or forgotten one is found before anybody hears it.

Keys are written as a catalogue lists them: a message, or "message.attribute".
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from itertools import combinations

from accessibility.prompt import Kind
from bot.dialogue.choices import NONE_OF_THESE, PIN
from bot.dialogue.form import Form, Forms, Question
from bot.dialogue.statement import CALL, CALL_HINT, SIMPLE, WHICH, Statement

SHARED = "option"
"""Labels that several questions share: `option-<code>`."""

DANGER = "danger"
"""The form that asks whether somebody is in danger."""

DANGER_CARD = "danger_card"
"""How the code of every card of emergency numbers ends."""

FROM_BEFORE = "from_before"
"""What is said where answers are recalled: `<form>-from_before`."""

MAY_HAVE = ("hint", "item", SIMPLE, CALL, CALL_HINT)
"""Attributes a question's words may have or not."""


def wanted(forms: Forms) -> frozenset[str]:
    """Every key that must be there, apart from labels of options, which may be shared."""
    said = {f"say-{code}" for code in Statement}
    return frozenset(said | {key for form in forms.values() for key in _of_form(form)})


def labels(forms: Forms) -> frozenset[tuple[str, str]]:
    """Every option that needs a label: its own key, and the shared one that may stand for it."""
    return frozenset(
        (f"{form.name}-{question.name}-{code}", f"{SHARED}-{code}")
        for form in forms.values()
        for question in form.questions
        for code in codes(question)
    )


def codes(question: Question) -> tuple[str, ...]:
    """The codes of a question that a catalogue gives words to."""
    places = (NONE_OF_THESE, PIN) if question.kind is Kind.PLACE else ()
    return (*question.codes, *places)


def missing(forms: Forms, keys: Collection[str]) -> list[str]:
    """The keys a catalogue lacks."""
    lacking = {key for key in wanted(forms) if key not in keys}
    unnamed = {own for own, shared in labels(forms) if own not in keys and shared not in keys}
    return sorted(lacking | unnamed)


def unused(forms: Forms, keys: Collection[str]) -> list[str]:
    """The keys of a catalogue that belong to a form, yet no form uses them."""
    used = wanted(forms) | {key for pair in labels(forms) for key in pair} | _allowed(forms)
    ours = {key for key in keys if key.split("-")[0] in {*forms, SHARED}}
    return sorted(ours - used)


def same_label(forms: Forms, label: Callable[[str, str], str]) -> list[str]:
    """Options of one question that sound alike; `label("ask.need", "food")` says one."""
    return sorted(
        f"{form.name}.{question.name}: {one} and {other} are both {label(code, one)!r}"
        for form in forms.values()
        for question in form.questions
        for code in [f"{form.name}.{question.name}"]
        for one, other in combinations(codes(question), 2)
        if label(code, one).casefold() == label(code, other).casefold()
    )


def _of_form(form: Form) -> Iterator[str]:
    for question in form.questions:
        key = f"{form.name}-{question.name}"
        yield key
        if question.about_help and question.keeps and len(form.questions) > 1:
            yield f"{key}.item"
        if question.kind is Kind.PLACE:
            yield f"{key}.{WHICH}"
        for outcomes in question.then.values():
            yield from (f"{form.name}-{outcome.say}" for outcome in outcomes if outcome.say)
            yield from (f"{form.name}-{FROM_BEFORE}" for outcome in outcomes if outcome.recalls)
    yield from (f"{form.name}-{outcome.say}" for outcome in form.done if outcome.say)


def _allowed(forms: Forms) -> frozenset[str]:
    questions = {
        f"{form.name}-{question.name}.{attribute}"
        for form in forms.values()
        for question in form.questions
        for attribute in MAY_HAVE
    }
    return frozenset(questions | {f"{own}.{CALL}" for own, _ in labels(forms)})

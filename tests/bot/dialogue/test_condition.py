"""Conditions are data with three values: true, false, and it depends."""

import pytest

from accessibility.prompt import Located
from bot.dialogue.condition import (
    ALWAYS,
    Either,
    Every,
    Fact,
    Known,
    Unless,
    about,
    depends_on,
    holds,
    ruled_out,
    when,
)

NOBODY = Known({}, frozenset())
YES = {"q": ("yes",)}


@pytest.mark.parametrize(
    ("condition", "true"),
    [
        (ALWAYS, True),
        (when("q", "yes", "maybe"), True),
        (when("q", "no"), False),
        (when("other", "yes"), False),
        (Unless(when("q", "no")), True),
        (Every((when("q", "yes"), Fact("known"))), False),
        (Either((when("q", "yes"), Fact("known"))), True),
        (Either(()), False),
        (about("purpose", "arrived"), False),
    ],
)
def test_a_condition_holds_as_its_parts_do(condition, true):
    """What was not answered, not known and not said is not so."""
    assert holds(condition, YES, NOBODY) is true


def test_a_condition_looks_at_what_a_form_is_about_whatever_that_carries():
    """A list is never one of the values, and never an error."""
    assert holds(about("p", "x"), {}, Known({"p": "x"}, frozenset()))
    assert not holds(about("p", "x"), {}, Known({"p": ["x"]}, frozenset()))


def test_a_place_answers_no_condition_on_codes():
    """A place is no code."""
    assert not holds(when("q", "yes"), {"q": Located("yes")}, NOBODY)


def test_only_answers_rule_a_question_out_never_a_fact():
    """A fact may come true at any time; what was said before stays said."""
    assert not ruled_out(Unless(Fact("known")), {}, {})
    assert not ruled_out(Every((when("q", "yes"), Unless(Fact("known")))), YES, {})
    assert ruled_out(Every((when("q", "no"), Unless(Fact("known")))), YES, {})
    assert not ruled_out(Either((when("q", "no"), Fact("known"))), YES, {})
    assert ruled_out(about("purpose", "arrived"), {}, {"purpose": "other"})


def test_a_condition_names_the_questions_it_looks_at():
    """However deep they stand."""
    condition = Every(
        (when("a", "x"), Unless(Either((when("b", "x"), Fact("f"), about("p", "v")))))
    )
    assert depends_on(condition) == {"a", "b"}

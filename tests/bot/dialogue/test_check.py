"""Every fault of a form is found before anybody talks to it: one planted fault a test."""

from dataclasses import replace

import pytest

from accessibility.prompt import Kind, Option
from bot.dialogue.check import faults, page_faults
from bot.dialogue.condition import Every, Fact, Unless, about, when
from bot.dialogue.form import Form, Outcome, Question
from bot.forms import FORMS

FIRST = Question("first", options=("a", "b"))
IS_A = when("first", "a")
SURE = Question("sure", options=("yes", "change"), confirms=True)
CHANGE = Question(
    "change_what", options_from="answered", changes=True, relevant=when("sure", "change")
)


def found(*questions, done=()):
    """The faults of a form of these questions."""
    return faults({"f": Form("f", questions, done)})


def test_the_real_forms_have_no_fault():
    """It keeps every conversation from a dead end."""
    assert faults(FORMS) == []


def test_a_faultless_form_has_no_fault():
    """What follows finds what was planted, not what was there."""
    assert found(FIRST, SURE, CHANGE, done=(Outcome(say="done"),)) == []


PLANTED = {
    "two questions of one name": ((FIRST, FIRST), "f.first: asked twice"),
    "a condition on a question that is not there": (
        (Question("x", options=("a",), relevant=when("gone", "a")),),
        "'gone', which is not asked before",
    ),
    "a condition on a later question": (
        (Question("x", options=("a",), relevant=when("first", "a")), FIRST),
        "'first', which is not asked before",
    ),
    "a condition on itself": (
        (Question("x", options=("a",), relevant=when("x", "a")),),
        "'x', which is not asked before",
    ),
    "a condition on a code that is not offered": (
        (FIRST, Question("x", options=("a",), relevant=when("first", "a", "z"))),
        "['z'], which 'first' does not offer",
    ),
    "a condition on words": (
        (Question("t", kind=Kind.TEXT), Question("x", options=("a",), relevant=when("t", "a"))),
        "['a'], which 't' does not offer",
    ),
    "a condition that contradicts itself": (
        (
            FIRST,
            Question(
                "x",
                kind=Kind.TEXT,
                relevant=Every((when("first", "a"),) * 1 + (Unless(when("first", "a")),)),
            ),
        ),
        "f.x: never asked",
    ),
    "a condition on two answers to a question for one": (
        (
            FIRST,
            Question(
                "x", kind=Kind.TEXT, relevant=Every((when("first", "a"), when("first", "b")))
            ),
        ),
        "f.x: never asked",
    ),
    "a question after an answer that ends the form": (
        (
            replace(FIRST, then={"a": (Outcome(ends=True),)}),
            Question("x", kind=Kind.TEXT, relevant=when("first", "a")),
        ),
        "f.x: never asked",
    ),
    "two options of one code": ((Question("x", options=("a", "a")),), "two options are 'a'"),
    "something else that is an option already": (
        (Question("x", options=("a", "b"), other="a"),),
        "two options are 'a'",
    ),
    "an option that is no code": ((Question("x", options=("No way",)),), "'No way' is no code"),
    "a choice without options": ((Question("x"),), "a choice without options"),
    "options that nobody can look up": (
        (Question("x", options_from="stars"),),
        "nobody can look up 'stars'",
    ),
    "something that follows no option": (
        (Question("x", options=("a",), then={"z": (Outcome(say="s"),)}),),
        "something follows 'z', which is no option",
    ),
    "an effect that is not in the vocabulary": (
        (Question("x", options=("a",), then={"a": (Outcome(effect="send_taxi"),)}),),
        "'send_taxi' is no effect",
    ),
    "an outcome that opens no form": (
        (Question("x", options=("a",), then={"a": (Outcome(opens="gone"),)}),),
        "opens 'gone', which is no form",
    ),
    "an outcome of nothing": (
        (Question("x", options=("a",), then={"a": (Outcome(),)}),),
        "from which nothing follows",
    ),
    "answers that are never kept and never end": (
        (Question("x", options=("a",), keeps=False),),
        "asked for ever",
    ),
    "a read-back without change": (
        (FIRST, replace(SURE, options=("yes", "no")), CHANGE),
        "without the option to change",
    ),
    "a read-back after which nobody asks what to change": (
        (FIRST, SURE),
        "no later question asks what to change",
    ),
    "a change that does not offer what was answered": (
        (FIRST, SURE, replace(CHANGE, options_from="languages")),
        "does not offer what was answered",
    ),
}


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_fault_is_found(name):
    """Each row plants one fault and says what is to be told of it."""
    questions, fault = PLANTED[name]
    assert any(fault in line for line in found(*questions))


def test_a_fault_at_the_end_of_a_form_is_found():
    """The end may look at every answer, but not at answers that cannot be."""
    ends = (Outcome(say="s", relevant=when("first", "z")), Outcome(effect="send_taxi"))
    told = found(FIRST, done=ends)
    assert told == [
        "f at its end: depends on ['z'], which 'first' does not offer",
        "f at its end: 'send_taxi' is no effect",
    ]


@pytest.mark.parametrize(
    ("keys", "fault"),
    [
        (["123456"], "more than five options on a page"),
        (["12", "16"], "key 6 means something else and more at once"),
        (["11"], "options without a key of their own"),
    ],
)
def test_a_menu_that_cannot_be_pressed_is_found(keys, fault):
    """Five options a page, each with its key; key 6 either turns pages or is something else."""
    laid_out = tuple(tuple(Option(key, "", key) for key in page) for page in keys)
    if keys == ["123456"]:
        laid_out = (tuple(Option(key, "", key) for key in "1234578"),)
    assert fault in list(page_faults(laid_out))


def test_a_question_that_only_some_people_are_asked_is_no_fault():
    """Facts and what the form is about may both be so."""
    known = Question("x", options=("a",), relevant=Unless(Fact("known")))
    purpose = Question("y", options=("a",), relevant=about("purpose", "arrived"))
    assert found(known, purpose) == []

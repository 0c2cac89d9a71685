"""The words that forms need are found missing, and those that nothing needs are found as well."""

import pytest

from accessibility.prompt import Kind
from bot.dialogue.form import Form, Outcome, Question
from bot.dialogue.keys import labels, missing, same_label, unused, wanted
from bot.dialogue.statement import Statement

FORM = Form(
    "f",
    (
        Question("colour", options=("red", "blue"), then={"red": (Outcome(say="nice"),)}),
        Question("where", kind=Kind.PLACE),
    ),
    done=(Outcome(say="thanks"),),
)
FORMS = {"f": FORM}
KEYS = {
    *(f"say-{code}" for code in Statement),
    *("f-colour", "f-colour.item", "f-where", "f-where.item", "f-where.which"),
    *("f-colour-red", "option-blue", "f-nice", "f-thanks"),
    *("option-none_of_these", "option-pin"),
}


def test_a_catalogue_with_all_words_lacks_none_and_has_none_too_many():
    """What follows finds what was planted, not what was there."""
    assert missing(FORMS, KEYS) == []
    assert unused(FORMS, KEYS) == []


@pytest.mark.parametrize("key", sorted(KEYS - {"f-colour-red", "option-blue"} - {"option-pin"}))
def test_each_missing_key_is_found(key):
    """A question, a statement, an item of the read-back, a label."""
    found = missing(FORMS, KEYS - {key})
    assert found == [key.replace("option-none", "f-where-none")]


def test_a_label_may_be_its_own_or_a_shared_one():
    """Either is enough; without both, the question's own is asked for."""
    assert missing(FORMS, KEYS - {"option-blue"} | {"f-colour-blue"}) == []
    assert missing(FORMS, KEYS - {"option-blue"}) == ["f-colour-blue"]


@pytest.mark.parametrize("key", ["f-gone", "f-colour-green", "option-green", "f-colour.shape"])
def test_words_that_no_form_uses_are_found(key):
    """Words are renamed with the form, never left behind."""
    assert unused(FORMS, {*KEYS, key}) == [key]


@pytest.mark.parametrize("key", ["f-colour.hint", "f-colour.simple", "notice-offer", "leaf-meal"])
def test_words_that_a_question_may_have_and_words_of_others_are_no_fault(key):
    """A hint and a simpler wording are optional; other prefixes belong to others."""
    assert unused(FORMS, {*KEYS, key}) == []


def test_two_options_that_sound_alike_are_found():
    """Nobody could say which one they mean."""
    told = same_label(
        FORMS, lambda _question, code: {"red": "Blue", "blue": "blue"}.get(code, code)
    )
    assert told == ["f.colour: red and blue are both 'Blue'"]


def test_a_form_of_one_question_needs_no_item_name():
    """Nothing of it is ever read back."""
    single = {"g": Form("g", (Question("q", options=("a",)),))}
    assert "g-q.item" not in wanted(single)
    assert ("g-q-a", "option-a") in labels(single)

"""A prompt as numbered lines, and how such a text travels by SMS."""

import pytest
import smsutil
from hypothesis import given
from hypothesis import strategies as st

import locales
from accessibility.prompt import Kind, Option, Prompt
from accessibility.text import SmsAlphabet, as_lines, as_text, sms_alphabet, sms_parts

CATALOG = locales.catalog("en")
FOOD, TALK = Option("food", "Food", "1"), Option("talk", "Talk", "2")
MORE = (Option("water", "Water"),)
KEYS = CATALOG.say("how-keys")


def lines(**changes):
    """The lines of a question, changed in some way."""
    asks = {"text": "What?", "kind": Kind.ONE, "options": (FOOD, TALK)}
    return as_lines(Prompt(**asks | changes), CATALOG)


def test_a_question_is_its_words_then_its_options_then_the_keys():
    """In the order in which a screen reader reads them."""
    assert lines() == ["What?", "1. Food", "2. Talk", KEYS]


def test_a_hint_comes_before_the_options():
    """It explains the question, so it stands with it."""
    assert lines(hint="For example.")[:2] == ["What?", "For example."]


def test_words_of_several_lines_stay_several_lines():
    """A read-back has one line for each answer."""
    assert lines(text="One.\nTwo.", options=())[:2] == ["One.", "Two."]


def test_a_statement_has_no_keys():
    """Nothing is asked, so nothing is to be pressed."""
    assert lines(kind=None, options=()) == ["What?"]


def test_a_choice_of_many_says_that_several_may_be_chosen():
    """Otherwise people choose one and wait."""
    assert CATALOG.say("how-choose_many") in lines(kind=Kind.MANY)
    assert CATALOG.say("how-choose_many") not in lines()


def test_more_options_elsewhere_are_announced_with_their_key():
    """Key 6 turns the page."""
    assert CATALOG.say("how-more") in lines(also=MORE)


def test_key_6_is_never_announced_for_two_things():
    """It is an option already, so it cannot be "more"."""
    other = Option("other", "Something else", "6")
    assert CATALOG.say("how-more") not in lines(options=(FOOD, other), also=MORE)


def test_an_optional_choice_says_how_to_choose_none():
    """Key # goes on."""
    assert CATALOG.say("how-done") in lines(kind=Kind.MANY, optional=True)


def test_an_optional_question_for_words_says_how_to_skip_it():
    """Key # goes on."""
    assert CATALOG.say("how-skip") in lines(kind=Kind.TEXT, options=(), optional=True)


def test_a_question_that_needs_an_answer_cannot_be_skipped():
    """No key # is offered where it would not work."""
    assert not [line for line in lines(kind=Kind.MANY, also=MORE) if line.startswith("#")]


@pytest.mark.parametrize("kind", list(Kind))
def test_the_keys_are_the_last_line_of_every_question(kind):
    """A person is always within reach, and always in the same place."""
    assert lines(kind=kind, optional=True, hint="Hint.", also=MORE)[-1] == KEYS


def test_the_whole_text_is_the_lines():
    """One a line."""
    prompt = Prompt("What?", options=(FOOD,), kind=Kind.ONE)
    assert as_text(prompt, CATALOG).split("\n") == as_lines(prompt, CATALOG)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", 1),
        ("a" * 160, 1),
        ("a" * 161, 2),
        ("a" * 306, 2),
        ("a" * 307, 3),
        ("€" * 80, 1),
        ("€" * 81, 2),
        ("字" * 70, 1),
        ("字" * 71, 2),
        ("字" * 134, 2),
        ("字" * 135, 3),
        ("😀" * 35, 1),
        ("😀" * 36, 2),
    ],
)
def test_a_text_has_as_many_parts_as_the_standard_says(text, parts):
    """160 and 153 septets, or 70 and 67 code units; two for what needs an escape."""
    assert sms_parts(text) == parts


def test_a_character_of_two_septets_never_breaks_across_two_parts():
    """The escape would be alone at the end of a part."""
    assert sms_parts("a" * 152 + "€" + "a" * 152) == 3


@pytest.mark.parametrize("character", ["’", "…", "–", "ç", "字", "`"])
def test_one_character_outside_the_alphabet_makes_the_whole_text_ucs2(character):
    """So words for SMS are chosen with care."""
    assert sms_alphabet("a" * 100 + character) is SmsAlphabet.UCS2


@pytest.mark.parametrize("text", ["It's 15:30 @ £5", "[~{}|€]", "ÆØÅ ñ à"])
def test_the_basic_alphabet_and_its_extension_are_gsm7(text):
    """3GPP TS 23.038, tables of 6.2.1."""
    assert sms_alphabet(text) is SmsAlphabet.GSM7


GSM = st.text(
    st.sampled_from("abc XYZ 0123456789 @£$ÆØÅ.,:;'\n€[]{}~^|\\"), min_size=1, max_size=500
)
ANY = st.text(st.sampled_from("ab 字您。…😀’1"), min_size=1, max_size=300)


@given(GSM | ANY)
def test_the_parts_are_those_another_library_counts(text):
    """Judged by smsutil, which was written apart from this."""
    alphabet = SmsAlphabet.GSM7 if smsutil.is_valid_gsm(text) else SmsAlphabet.UCS2
    assert sms_alphabet(text) is alphabet
    assert sms_parts(text) == len(smsutil.split(text).parts)

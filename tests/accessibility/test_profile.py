"""Which face comes first, by what somebody told us; it never changes what is asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import locales
from accessibility.profile import LONGER, UNHEARD, Face, Medium, Person, face_of
from accessibility.prompt import Kind, Option, Prompt
from accessibility.text import as_lines, as_text, person_first, sms_parts
from api.sessions.rules import SLOWLY
from api.vocabulary import TALKING, Accommodation, CallBy
from tests.locales.sayings import prompts

NEEDS = st.frozensets(st.sampled_from([code.value for code in Accommodation]))
WAYS = st.lists(st.sampled_from([way.value for way in CallBy]), unique=True)
ASKS = Prompt("When?", (Option("now", "Now", "1"),), kind=Kind.ONE, question_id="7", hint="Soon?")
EN = locales.catalog("en")


def test_who_told_us_nothing_has_the_usual_face():
    """And what is no matter of talking changes nothing."""
    others = set(Accommodation) - set(TALKING)
    assert face_of(()) == face_of(others) == Face()


@pytest.mark.parametrize(
    ("need", "face"),
    [
        ("easy_read", Face(simple=True)),
        ("slow", Face(one_thing=True, patience=LONGER)),
        ("large_print", Face(large=True)),
        ("no_text", Face(first=Medium.VOICE, person=Person.CALLS)),
        ("blind", Face()),
        ("no_phone_calls", Face()),
    ],
)
def test_each_need_has_the_face_it_asks_for(need, face):
    """Somebody blind may use a screen reader: speech comes first only if they say so."""
    assert face_of({need}) == face


@given(needs=NEEDS, ways=WAYS)
def test_speech_comes_first_for_nobody_who_does_not_hear_it(needs, ways):
    """Whatever else they said."""
    assert face_of(needs, ways).first is Medium.TEXT or not needs & UNHEARD


@given(needs=NEEDS, ways=WAYS)
def test_nobody_is_promised_a_call_who_needs_no_phone_calls(needs, ways):
    """A person helps them in another way."""
    promised = face_of(needs, ways).person is Person.CALLS
    assert not (promised and "no_phone_calls" in needs)


@given(needs=NEEDS, ways=WAYS)
def test_a_face_changes_neither_what_may_be_answered_nor_how(needs, ways):
    """The lines of the question stay; at most one comes before them."""
    put = person_first(ASKS, face_of(needs, ways), EN)
    lines, usual = as_lines(put, EN), as_lines(ASKS, EN)
    assert (put.options, put.question_id, put.kind) == (ASKS.options, ASKS.question_id, ASKS.kind)
    assert lines[-len(usual) :] == usual
    assert len(lines) - len(usual) == ("no_text" in needs)


@pytest.mark.parametrize("language", ["en", "zh-Hans"])
def test_a_message_grows_beyond_two_parts_for_nobody(language):
    """Where there is no room for the line, key 0 stands among the others as it always does."""
    catalog, face = locales.catalog(language), face_of({"no_text"})
    grown = [
        key
        for key, prompt in prompts(catalog)
        if sms_parts(as_text(person_first(prompt, face, catalog), catalog))
        > max(2, sms_parts(as_text(prompt, catalog)))
    ]
    assert grown == []


def test_what_asks_nothing_has_no_line_before_it():
    """A receipt is a receipt."""
    said = Prompt("We have your request.")
    assert person_first(said, face_of({"no_text"}), EN) == said


def test_silence_is_waited_for_as_long_on_both_sides():
    """The API waits before it reminds somebody, a voice before it asks again."""
    assert LONGER == SLOWLY


def test_every_code_it_knows_is_one_of_the_vocabulary():
    """A code that changes its name would silently change no face any more."""
    known = {"easy_read", "slow", "large_print", "no_text", "no_phone_calls", *UNHEARD}
    assert known <= {code.value for code in TALKING}
    assert {Medium.TEXT.value, Medium.VOICE.value} <= {way.value for way in CallBy}

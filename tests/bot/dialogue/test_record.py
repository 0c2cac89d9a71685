"""A conversation outlives a restart, an upgrade of the forms, and a record that was damaged."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessibility.prompt import Located
from bot.dialogue.engine import from_json, prompt_of, to_json
from bot.dialogue.form import Form, Question
from bot.dialogue.record import fit
from bot.dialogue.state import Frame, State
from bot.forms import FORMS
from tests.bot.dialogue.person import HELLO, Person, opening, option, text

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)
NAMES = ("frames", "serial", "looked_up", "stopped", "form", "answers", "open", "found", "about")


def test_a_conversation_that_has_not_begun_is_an_empty_record():
    """Version 0 of a session holds nothing."""
    assert from_json({}) == State()


def test_a_place_and_looked_up_options_survive():
    """Everything the open question needs to be worded again."""
    person = Person().say(HELLO).choose("yes", "food", "meal", "today").say(text("lane"))
    kept = from_json(json.loads(json.dumps(to_json(person.state))))
    assert kept == person.state
    assert prompt_of(FORMS, kept, person.facts) == person.open
    person.choose("place_1")
    assert from_json(to_json(person.state)).frames[0].answers["where"] == Located(
        "lane", 31.1, 121.1, "p1"
    )


@given(JSON | st.dictionaries(st.sampled_from(NAMES), JSON | st.lists(JSON)))
def test_a_damaged_record_is_read_as_far_as_it_goes(kept):
    """It never raises, and a conversation goes on from whatever is left."""
    state = from_json(kept if isinstance(kept, dict) else {"frames": [kept]})
    person = Person()
    person.state = fit(FORMS, state)
    assert person.say(HELLO).at or person.turn.done


def test_an_unknown_form_is_dropped_and_the_one_below_goes_on():
    """After an upgrade without it."""
    person = Person().say(HELLO).choose("yes").say(opening("offer", offer_id="o1"))
    person.forms = {name: form for name, form in FORMS.items() if name != "offer"}
    assert person.at == "ask.need"
    assert person.say(option("food")).at == "ask.food_need"


def test_unknown_questions_and_codes_are_dropped_and_the_rest_is_kept():
    """A person may be asked one question again, but loses nothing else."""
    old = {"a": ("x",), "b": ("gone",), "c": ("x",), "t": ("words",), "w": Located("here")}
    form = Form(
        "f",
        (
            Question("a", options=("x", "y")),
            Question("b", options=("x", "y")),
            Question("t", options_from="languages"),
            Question("w", options=("x",)),
        ),
    )
    state = State((Frame("f", answers=old, open="c"),))
    (frame,) = fit({"f": form}, state).frames
    assert frame.answers == {"a": ("x",), "t": ("words",)}
    assert frame.open == ""


@pytest.mark.parametrize("reading", [option("yes"), text("words")])
def test_when_the_open_question_is_gone_a_reply_gets_the_next_one(reading):
    """It was given to another question, so it answers none."""
    person = Person()
    person.state = State((Frame("ask", answers={"safe_now": ("yes",)}, open="gone", asked=1),))
    assert person.open is None
    assert person.say(reading).said == ["ask.need"]

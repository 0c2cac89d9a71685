"""The answers of the ask form make one request, the same on every face."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from api.requests.schemas import RequestIn
from api.turns.schemas import EffectIn
from api.vocabulary import LEAVES, Accommodation, Leaf
from bot.dialogue.state import Act
from bot.forms import FORMS
from bot.forms.effects import as_effect
from bot.forms.request import as_place, as_request, canonical
from tests.bot.dialogue.person import PLACES, SETTLED, Person, by_chance, walk

ID = "01890a5d-ac96-774b-bcce-b302099a8057"
ABOUT = {
    "offer": {"offer_id": ID},
    "task": {"task_id": ID},
    "enrol": {"invite": "42"},
    "follow_up": {"request_id": ID},
}
EFFECT = TypeAdapter(EffectIn)
ANSWERS = {
    "need": ["health", "other"],
    "health_need": ["medicine"],
    "urgency": ["now"],
    "where": {"text": "Lane 1", "latitude": 31.1, "longitude": 121.1, "place_id": "p1"},
    "door": [],
    "medicine_left": ["none_left"],
    "other_detail": ["a letter"],
    "for_whom": ["someone_else"],
    "their_name": ["Li"],
    "my_name": ["Wang"],
    "talking": ["interpreter", "no_phone_calls"],
    "at_the_door": [],
    "who_may_come": ["woman_only"],
    "reach": ["text"],
    "phone": ["+8613800138000"],
    "leave_message": ["yes"],
}


@pytest.mark.parametrize("form", ["ask", "follow_up", "offer", "task", "enrol"])
@given(
    seed=st.integers(),
    known=st.sets(st.sampled_from([*SETTLED, "volunteer"])),
    places=st.sampled_from([(), PLACES]),
)
@settings(max_examples=60)
def test_every_effect_of_every_whole_conversation_is_one_the_service_takes(
    form, seed, known, places
):
    """Whatever was chosen, what is done fits the wire and nothing needed is missing."""
    person = walk(Person(form, known, about=ABOUT.get(form), places=places), by_chance(seed))
    assert person.turn.done
    for act in person.acts:
        EFFECT.validate_python(as_effect(act, "en"))


@given(st.integers(), st.sets(st.sampled_from(SETTLED)))
@settings(max_examples=100)
def test_every_whole_ask_ends_in_one_valid_request(seed, known):
    """Something is needed, at some place, at some time."""
    person = walk(Person("ask", known), by_chance(seed))
    made = [act for act in person.acts if act.effect == "create_request"]
    assert len(made) == 1
    request = as_request(made[0].values["answers"], "en")
    assert RequestIn.model_validate(request).needs


def test_a_request_holds_each_answer_in_its_field():
    """Leaves and accommodations in the vocabulary's order; what was skipped is left out."""
    assert as_request(ANSWERS, "zh-Hans") == {
        "needs": ["medicine", "other"],
        "urgency": "now",
        "place": ANSWERS["where"] | {"datum": "wgs84"},
        "accommodations": ["no_phone_calls", "interpreter", "woman_only"],
        "for_whom": "someone_else",
        "name": "Wang",
        "their_name": "Li",
        "phone": "+8613800138000",
        "reach": "text",
        "leave_message": True,
        "people": "",
        "details": {"medicine_left": "none_left", "other_detail": "a letter"},
        "language": "zh-Hans",
    }


def test_a_language_chosen_while_asking_is_the_requests_language():
    """Until the service knows it, the answer says it."""
    assert as_request(ANSWERS | {"language": ["zh-Hans"]}, "")["language"] == "zh-Hans"


@pytest.mark.parametrize("need", LEAVES)
def test_every_leaf_of_every_need_can_be_asked_for(need):
    """The vocabulary and the form agree; a need without leaves is something else."""
    options = FORMS["ask"].question(f"{need}_need").options if need != "other" else ()
    answers = ANSWERS | {"need": [need], f"{need}_need": list(options)}
    assert as_request(answers, "en")["needs"] == [str(leaf) for leaf in LEAVES[need]]


def test_every_accommodation_can_be_asked_for():
    """Each is on one of the three screens."""
    asked = [
        code
        for name in ("talking", "at_the_door", "who_may_come")
        for code in FORMS["ask"].question(name).options
    ]
    assert sorted(asked) == sorted(Accommodation)
    assert set(Leaf) == {leaf for leaves in LEAVES.values() for leaf in leaves}


def test_the_details_are_exactly_the_answers_that_have_no_field_of_their_own():
    """A question added to the form is not forgotten in the request."""
    fields = set(as_request(ANSWERS, "en"))
    named = {"where": "place", "my_name": "name"}
    shared = {"need", "must_know", "talking", "at_the_door", "who_may_come"}
    rest = {
        q.name
        for q in FORMS["ask"].questions
        if q.about_help
        and named.get(q.name, q.name) not in fields | shared
        and not q.name.endswith("_need")
    }
    every = ANSWERS | {name: ["said"] for name in rest}
    assert set(as_request(every, "en")["details"]) == rest


def test_a_pin_without_words_is_a_place():
    """Its datum is said, so that no map shifts it."""
    assert as_place({"text": "", "latitude": 1.0, "longitude": 2.0}) == {
        "text": "",
        "latitude": 1.0,
        "longitude": 2.0,
        "datum": "wgs84",
        "place_id": "",
    }


def test_two_requests_are_identical_whatever_the_order_they_were_told_in():
    """Order says nothing; any other difference does."""
    request = as_request(ANSWERS, "en")
    other = {name: request[name] for name in reversed(request)}
    other["needs"] = [*reversed(request["needs"]), "other"]
    other["details"] = dict(reversed(request["details"].items()))
    assert canonical(other) == canonical(request)
    assert str(canonical(other)) == str(canonical(request))
    assert canonical(request | {"urgency": "later"}) != canonical(request)


def test_an_effect_names_its_fields_and_leaves_empty_ones_out():
    """As the wire wants it."""
    act = Act("queue_call", {"reason": "media", "kind": "voice"})
    assert as_effect(act, "en") == {"effect": "queue_call", "reason": "media"}

"""Laws of the dialogue that hold whatever anybody says, over all real forms."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accessibility.prompt import Command, Located, Part, Reading, ReadingKind
from bot.dialogue.engine import current_question_id, from_json, is_stale, to_json
from bot.dialogue.heard import ABOVE
from bot.dialogue.statement import Statement
from bot.dialogue.unfinished import unfinished
from bot.forms import FORMS
from tests.bot.dialogue.person import (
    PLACES,
    SETTLED,
    Person,
    by_chance,
    codes_of,
    forward,
    opening,
    text,
    walk,
)

ROOTS = ("ask", "follow_up", "offer", "task", "enrol")
FACTS = (*SETTLED, "volunteer", "several_requests", "long_silence")
"""The last is true of one message only, the first after the silence."""

CODES = sorted({code for form in FORMS.values() for q in form.questions for code in q.codes})
OPENINGS = (
    opening("offer", offer_id="o1", leaves=["meal"]),
    opening("offer", offer_id="o2"),
    opening("task", task_id="t1"),
    opening("follow_up", purpose="arrived", request_id="r1"),
    opening("enrol", invite="42"),
    opening("no_such_form"),
)

SAID = (
    (Part("needs", ("medicine", "meal"), ("en:x",)), Part("place", ("the lane",))),
    (Part("urgency", ("now",)), Part("for_whom", ("me",)), Part("accommodations", ("blind",))),
    (Part("language", ("zh-Hans",)), Part("needs", ("other", "no such code"))),
)
"""What free words may say."""

people = st.builds(
    Person,
    st.sampled_from(ROOTS),
    st.sets(st.sampled_from(FACTS)),
    places=st.sampled_from([(), PLACES]),
)
anything = st.one_of(
    st.builds(
        Reading,
        st.sampled_from(ReadingKind),
        codes=st.lists(st.sampled_from([*CODES, "place_1", "none_of_these", "no such code"]))
        .map(tuple)
        .filter(lambda codes: len(codes) < 4),
        text=st.text(max_size=600),
        command=st.sampled_from([None, *Command]),
        place=st.sampled_from([None, Located(""), Located("x", 1.0, 2.0)]),
        pressed=st.booleans(),
        heard=st.sampled_from(["", "", "as it was heard"]),
        parts=st.sampled_from([(), *SAID]),
    ),
    st.sampled_from(OPENINGS),
    st.sampled_from([Reading(ReadingKind.COMMAND, command=command) for command in Command]),
)
GO_ON = "go on"
replies = st.lists(st.one_of(st.just(GO_ON), st.just(GO_ON), anything), max_size=25)


def reply(person, reading, seed=0):
    """Say it, or where it says to go on, something valid for the open question."""
    if reading == GO_ON:
        fit = person.at and [*codes_of(person.open), person.question.kind.value]
        return person.say(forward(person, by_chance(seed), avoid=()) if fit else text("hello"))
    return person.say(reading)


@given(people, replies, st.integers(0, 99))
@settings(max_examples=150)
def test_every_turn_leaves_a_question_open_or_has_ended_or_says_it_stopped(person, said, seed):
    """There is no dead end, and no reply raises."""
    for n, reading in enumerate(said):
        turn = reply(person, reading, seed + n).turn
        asks = [asked for asked in turn.prompts if asked.question_id]
        stopped = Statement.STOPPED in person.said
        assert turn.deferred or stopped or turn.done or len(asks) == 1
        assert not asks or turn.prompts[-1] == asks[0]
        assert turn.done == (not turn.state.frames) or turn.deferred
        unfinished(FORMS, person.state)


@given(people, replies, st.integers(0, 99))
@settings(max_examples=100)
def test_the_open_question_can_be_said_again_from_the_state_alone(person, said, seed):
    """What was asked last is what `prompt_of` gives, so a reply is read against it."""
    for n, reading in enumerate(said):
        turn = reply(person, reading, seed + n).turn
        asks = [asked for asked in turn.prompts if asked.question_id]
        assert not asks or person.open == asks[0]
        assert bool(asks) or turn.deferred or person.open is None


@given(people, replies, st.integers(0, 99))
@settings(max_examples=100)
def test_a_state_survives_json_unchanged(person, said, seed):
    """A conversation goes on after a restart, or with another worker."""
    for n, reading in enumerate(said):
        state = reply(person, reading, seed + n).turn.state
        assert from_json(json.loads(json.dumps(to_json(state)))) == state


@given(people, replies, st.integers(0, 99))
@settings(max_examples=100)
def test_a_button_of_another_question_is_always_stale(person, said, seed):
    """An id names one question for ever, and only the open one's is fresh."""
    asked = {}
    for n, reading in enumerate(said):
        for prompt in reply(person, reading, seed + n).turn.prompts:
            if prompt.question_id:
                assert asked.setdefault(prompt.question_id, prompt.code) == prompt.code
        for question_id, code in asked.items():
            current = question_id == current_question_id(person.state)
            assert is_stale(person.state, question_id) != current
            assert not current or code == person.at


def lasting(state):
    """The forms under way that neither give way nor ask about what was said at another one."""
    return [
        frame.form
        for frame in state.frames
        if frame.form not in ABOVE
        and not (frame.open and FORMS[frame.form].question(frame.open).gives_way)
    ]


@given(people, replies, st.integers(0, 99), st.sampled_from(["back", "again", "more"]))
@settings(max_examples=100)
def test_back_and_again_and_more_do_nothing_to_the_world(person, said, seed, name):
    """What was confirmed stays confirmed, and nothing is done twice."""
    for n, reading in enumerate(said):
        reply(person, reading, seed + n)
    before = lasting(person.state)
    person.say(Reading(ReadingKind.COMMAND, command=Command(name)))
    assert person.effects == []
    assert lasting(person.state) == (before or lasting(person.state)[:1])


@given(people, replies, st.integers(0, 99))
@settings(max_examples=100)
def test_again_changes_nothing(person, said, seed):
    """Key 9 repeats exactly: the same question under the same id, the same state."""
    for n, reading in enumerate(said):
        reply(person, reading, seed + n)
    before, prompt = person.state, person.open
    person.say(Reading(ReadingKind.COMMAND, command=Command.AGAIN))
    if prompt:
        assert person.state == before
        assert person.turn.prompts[-1] == prompt


@pytest.mark.parametrize("root", ROOTS)
@given(known=st.sets(st.sampled_from(FACTS[:-1])), seed=st.integers())
@settings(max_examples=60)
def test_a_form_completes_in_as_many_replies_as_it_has_questions(root, known, seed):
    """No loop: each valid reply leaves one question fewer (a place may ask which one is meant)."""
    person = walk(Person(root, known), by_chance(seed))
    questions = len(FORMS[root].questions)
    places = sum(question.kind == "place" for question in FORMS[root].questions)
    assert person.turn.done
    assert len(person.asked) <= questions + places


@given(people, st.lists(st.just(GO_ON), max_size=25), st.integers(0, 99))
@settings(max_examples=50)
def test_danger_is_answered_at_every_question_and_loses_nothing(person, said, seed):
    """The card and the alert come at once, then the same question; misses stay as they were."""
    for n, reading in enumerate([text("hello"), *said]):
        reply(person, reading, seed + n)
        if not person.at:
            return
        before = person.state
        person.say(Reading(ReadingKind.DANGER))
        assert person.effects == ["alert"]
        assert person.turn.prompts[0].code == Statement.DANGER_CARD
        assert person.turn.prompts[-1].code == person.at
        assert person.state == before

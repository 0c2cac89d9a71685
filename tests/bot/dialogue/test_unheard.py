"""What was not heard well is asked again, and the second time in a row a person listens."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessibility.prompt import Reading, ReadingKind
from api.vocabulary import CallReason, Effect
from bot.dialogue.state import State
from bot.dialogue.statement import Statement
from tests.bot.dialogue.person import DANGER, Person, asking, command, option, text
from tests.bot.dialogue.test_heard import NO, YES, spoken

UNSURE = Reading(ReadingKind.UNSURE, heard="mumble")
MEDIA = Reading(ReadingKind.MEDIA, about=(("kind", "voice"),))
TOO_LONG = Reading(ReadingKind.MEDIA, about=(("kind", "voice"), ("longest", "60")))


@pytest.fixture
def somebody():
    """Somebody who is asked what they need."""
    return asking("yes")


def test_a_second_no_in_a_row_brings_a_person(somebody):
    """Who is heard wrongly time after time is not left to it; the question stays."""
    somebody.do(spoken(option("food")), NO, spoken(option("health")), NO)
    assert somebody.effects == [Effect.QUEUE_CALL]
    assert somebody.turn.effects[0].values["reason"] == CallReason.MISUNDERSTOOD
    assert somebody.said == [Statement.PERSON_WILL_LOOK, "ask.need"]
    assert somebody.state.unheard == 0


@pytest.mark.parametrize("second", [UNSURE, (spoken(option("food")), NO)])
def test_heard_wrongly_and_then_not_at_all_is_twice(somebody, second):
    """In either order."""
    first = (spoken(option("health")), NO) if second is UNSURE else UNSURE
    flat = [*(first if isinstance(first, tuple) else [first])]
    flat += [*(second if isinstance(second, tuple) else [second])]
    somebody.do(*flat)
    assert somebody.effects == [Effect.QUEUE_CALL]


def test_what_was_not_heard_well_is_asked_again_once(somebody):
    """And the question is put again."""
    somebody.say(UNSURE)
    assert somebody.said == [Statement.NOT_HEARD, "ask.need"]
    assert somebody.effects == []


def test_the_second_time_in_a_row_the_voice_note_goes_to_a_person(somebody):
    """Nothing is lost of the request; the question stays open."""
    somebody.do(UNSURE, UNSURE)
    (act,) = somebody.turn.effects
    assert (act.effect, act.values["reason"]) == (Effect.QUEUE_CALL, CallReason.MEDIA)
    assert somebody.said == ["ask.need"]
    somebody.say(UNSURE)
    assert somebody.effects == []


@pytest.mark.parametrize(
    "between", [(option("talk"),), (spoken(option("talk")), YES), (spoken(command("again")),)]
)
def test_whoever_was_understood_in_between_begins_anew(somebody, between):
    """Twice in a row is meant, and not twice in a life."""
    somebody.do(UNSURE, *between, UNSURE)
    assert somebody.effects == []
    assert somebody.said[0] == Statement.NOT_HEARD


def test_what_answers_nothing_was_not_heard(somebody):
    """Nobody is asked whether they said what would be of no use."""
    somebody.say(spoken(text("blue elephants")))
    assert somebody.said == [Statement.NOT_HEARD, "ask.need"]


def test_without_ears_a_person_listens_and_nothing_counts_as_a_miss(somebody):
    """The question stays open."""
    somebody.do(MEDIA, MEDIA)
    assert [act.values["reason"] for act in somebody.acts] == [CallReason.MEDIA] * 2
    assert somebody.state.unheard == 0
    assert somebody.at == "ask.need"


def test_what_is_too_long_is_told_with_the_limit(somebody):
    """And goes to a person."""
    somebody.say(TOO_LONG)
    assert somebody.said == [Statement.NOTE_TOO_LONG, "ask.need"]
    assert dict(somebody.turn.prompts[0].values) == {"longest": "60"}
    assert somebody.effects == [Effect.QUEUE_CALL]


def test_a_voice_note_is_the_first_thing_somebody_sends():
    """It begins a conversation as any word does."""
    for first in (UNSURE, spoken(text("I need medicine")), MEDIA):
        stranger = Person(known=()).say(first)
        assert stranger.at == "ask.language"


@given(kinds=st.lists(st.sampled_from(["unsure", "no", "option", "danger", "again", "yes"])))
def test_whatever_is_spoken_leaves_a_question_open(kinds):
    """There is no dead end, and nobody is misheard for ever without a person."""
    readings = {
        "unsure": UNSURE,
        "no": spoken(NO),
        "yes": spoken(YES),
        "option": spoken(option("food")),
        "danger": spoken(DANGER),
        "again": spoken(command("again")),
    }
    person = asking("yes")
    for kind in kinds:
        person.say(readings[kind])
        assert person.at
        assert person.state.unheard < 2


def test_a_state_of_an_older_version_has_missed_nothing():
    """It knew of no voice."""
    assert State().unheard == 0

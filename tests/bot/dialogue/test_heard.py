"""What was spoken counts once it is confirmed; what was not heard well goes to a person."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessibility.prompt import Command, Reading, ReadingKind
from api.vocabulary import AlertKind, Effect
from bot.dialogue.engine import CROSSED, beneath, is_read_back
from bot.dialogue.statement import Statement
from tests.bot.dialogue.person import (
    DANGER,
    HELLO,
    STALE,
    UNCLEAR,
    Person,
    asking,
    by_chance,
    command,
    forward,
    opening,
    option,
)

UNSURE = Reading(ReadingKind.UNSURE, heard="mumble")
MEDIA = Reading(ReadingKind.MEDIA, about=(("kind", "voice"),))
TOO_LONG = Reading(ReadingKind.MEDIA, about=(("kind", "voice"), ("longest", "60")))
YES, NO = option("yes"), option("no")


def spoken(reading):
    """The same reply, spoken."""
    return replace(reading, heard="as it was heard")


def plain(state):
    """A conversation without the numbers of its questions."""
    frames = tuple(replace(one, asked=0) for one in state.frames)
    return replace(state, frames=frames, serial=0)


@pytest.fixture
def somebody():
    """Somebody who is asked what they need."""
    return asking("yes")


def test_an_answer_that_was_heard_is_read_back_before_it_counts(somebody):
    """By the label it will be kept under, and nothing is answered yet."""
    somebody.say(spoken(option("food")))
    assert somebody.at == "heard.right"
    told = somebody.open.values["heard"]
    assert (told["question"], told["answer"]) == ("ask.need", ["food"])
    assert "need" not in somebody.state.frames[0].answers


def test_yes_answers_the_question_as_it_was_heard(somebody):
    """Said or pressed; the next question is asked."""
    somebody.do(spoken(option("food")), YES)
    assert somebody.answers["need"] == ("food",)
    assert somebody.at == "ask.food_need"


def test_yes_may_be_spoken_and_is_not_read_back(somebody):
    """There would be no end to it."""
    somebody.do(spoken(option("food")), spoken(YES))
    assert somebody.answers["need"] == ("food",)


def test_no_asks_again(somebody):
    """The same question, under its old number, with nothing answered."""
    before = somebody.open
    somebody.do(spoken(option("food")), NO)
    assert somebody.said == [Statement.HEARD_WRONG, "ask.need"]
    assert somebody.open == before


@pytest.mark.parametrize("name", ["again", "back", "person", "more", "language", "call_me"])
def test_what_does_no_harm_is_done_at_once(somebody, name):
    """Reading it back would only cost a voice note."""
    written, said = asking("yes").say(command(name)), somebody.say(spoken(command(name)))
    assert said.said == written.said
    assert said.effects == written.effects


@pytest.mark.parametrize("name", ["restart", "stop", "forget"])
def test_what_ends_or_deletes_something_is_read_back(somebody, name):
    """It is done when it is confirmed, and only then."""
    somebody.say(spoken(command(name)))
    assert somebody.at == "heard.right"
    assert somebody.open.values["command"] == name
    written = asking("yes").say(command(name))
    somebody.say(YES)
    assert (somebody.said, somebody.effects) == (written.said, written.effects)
    assert plain(somebody.state) == plain(written.state)


def test_forgetting_is_read_back_where_nothing_is_open():
    """And then nothing else begins."""
    nobody = Person()
    nobody.say(spoken(command("forget")))
    assert nobody.at == "heard.right"
    nobody.say(YES)
    assert Effect.SET_PROFILE in nobody.effects
    assert nobody.at == ""


def test_a_choice_that_is_complete_is_read_back_and_done():
    """It answers the question."""
    somebody = asking("yes").do(option("food", pressed=True), spoken(command("done")))
    assert (somebody.at, somebody.open.values["command"]) == ("heard.right", "done")
    assert somebody.say(YES).answers["need"] == ("food",)


def test_danger_is_heard_at_once(somebody):
    """It waits for no confirmation, whatever is open."""
    for where in ((), (spoken(option("food")),)):
        somebody.do(*where, spoken(DANGER))
        assert somebody.said[0] == Statement.DANGER_CARD
        assert somebody.turn.effects[0].values["kind"] == AlertKind.DANGER
    assert somebody.at == "heard.right"


def test_words_for_another_question_are_not_read_back(somebody):
    """Who spoke before they could hear the new question is told so."""
    somebody.facts = replace(somebody.facts, known=somebody.facts.known | {CROSSED})
    somebody.say(spoken(option("food")))
    assert somebody.said == [Statement.QUESTION_CHANGED, "ask.need"]


def test_the_language_speaks_for_itself():
    """Whoever chose it hears the next question in it."""
    stranger = Person(known=()).say(HELLO)
    stranger.say(spoken(option("zh-Hans")))
    assert Effect.SET_LANGUAGE in stranger.effects
    assert stranger.at == "ask.safe_now"


def test_going_back_leaves_the_question_open_that_was_answered(somebody):
    """Nothing was answered yet, so nothing is forgotten."""
    somebody.do(spoken(option("food")), command("back"))
    assert somebody.at == "ask.need"
    assert somebody.answers["safe_now"] == ("yes",)


def test_starting_again_is_about_the_request(somebody):
    """And not about what was heard of it."""
    somebody.do(spoken(option("food")), command("restart"))
    assert somebody.at == "ask.safe_now"
    assert not is_read_back(somebody.state)


def test_who_stopped_is_asked_the_same_when_they_come_back(somebody):
    """Their answer is not lost."""
    somebody.do(spoken(option("food")), command("stop"), HELLO)
    assert somebody.at == "heard.right"
    assert somebody.say(YES).answers["need"] == ("food",)


def test_an_old_button_changes_nothing_of_it(somebody):
    """It is told so, and asked again."""
    somebody.do(spoken(option("food")), STALE)
    assert somebody.said == [Statement.STALE, "heard.right"]


def test_a_riddle_at_the_confirmation_is_asked_again(somebody):
    """As at every other question."""
    somebody.do(spoken(option("food")), UNCLEAR)
    assert somebody.said == [Statement.UNCLEAR, "heard.right"]


def test_an_offer_that_comes_meanwhile_is_answered_first():
    """What was heard waits beneath it, and both may be under way."""
    person = asking("yes").do(spoken(option("food")))
    person.say(opening("offer", offer_id="o1"))
    assert person.at == "offer.answer"
    person.say(option("decline"))
    assert person.at == "heard.right"


def test_an_offer_is_accepted_by_voice_as_by_a_button():
    """The volunteer hears what they are about to promise."""
    vera = Person(root="offer", about={"offer_id": "o1"}).say(HELLO)
    vera.say(spoken(option("accept")))
    assert vera.effects == []
    assert vera.say(spoken(YES)).effects == [Effect.ACCEPT_OFFER]


def test_beneath_it_is_the_conversation_as_it_was(somebody):
    """For who says something else than yes or no."""
    before = somebody.state
    somebody.say(spoken(option("food")))
    assert replace(beneath(somebody.state), serial=before.serial) == before
    assert beneath(before) == before


@pytest.mark.parametrize(
    "kept",
    [None, "x", {}, {"kind": "nonsense"}, {"kind": "option", "codes": 7}, {"kind": "option"}],
)
def test_what_no_version_of_ours_would_have_kept_is_asked_again(somebody, kept):
    """A conversation survives an upgrade, whatever rests in it."""
    somebody.say(spoken(option("food")))
    *others, top = somebody.state.frames
    about = {**top.about, "reading": kept}
    somebody.state = replace(somebody.state, frames=(*others, replace(top, about=about)))
    assert somebody.say(YES).at == "ask.need"


@given(seed=st.integers(0, 10_000))
def test_a_spoken_request_is_the_written_one(seed):
    """Law 1: whatever is answered by voice and confirmed leaves the same answers and effects."""
    written, said, chance = Person(known=()), Person(known=()), by_chance(seed)
    written.say(HELLO)
    said.say(HELLO)
    for _ in range(60):
        if not written.at:
            break
        reply = forward(written, chance)
        written.say(reply)
        said.say(spoken(reply) if reply.place is None else reply)
        if said.at == "heard.right":
            said.say(spoken(YES))
        assert said.at == written.at
    assert said.acts == written.acts
    assert plain(said.state) == plain(written.state)


def test_every_command_either_weighs_or_is_done_at_once():
    """None is forgotten: those that act at once, and those that are read back."""
    asked = set()
    for name in Command:
        person = asking("yes").do(option("food", pressed=True)).say(spoken(command(name)))
        if person.at == "heard.right":
            asked.add(name)
    assert asked == {Command.RESTART, Command.STOP, Command.DONE, Command.FORGET}

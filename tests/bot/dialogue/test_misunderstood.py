"""What is no answer: danger, a riddle, an old button, a voice note, a greeting after weeks."""

import pytest

from bot.dialogue.statement import Statement
from tests.bot.dialogue.person import (
    DANGER,
    HELLO,
    STALE,
    UNCLEAR,
    Person,
    asking,
    command,
    opening,
    option,
)


def test_the_first_word_may_be_danger_or_a_call_for_a_person():
    """Both are answered at once; the form waits below."""
    assert Person().say(DANGER).said == ["danger_card", "ask.safe_now"]
    assert Person().say(command("person")).said == ["person.how"]
    assert Person().do(command("person"), option("go_on")).said == ["ask.safe_now"]


def test_the_first_and_second_misunderstanding_ask_more_simply_the_third_calls_a_person():
    """Nobody is left alone with a machine that does not understand."""
    person = asking("yes")
    assert person.say(UNCLEAR).said == [Statement.UNCLEAR, "ask.need"]
    assert person.turn.prompts[-1].variant == "simple"
    assert person.turn.prompts[0].values == {"question": "ask.need"}
    assert person.say(option("no such code")).said == [Statement.UNCLEAR_AGAIN, "ask.need"]
    assert person.effects == []
    assert person.say(UNCLEAR).said == [Statement.PERSON_WILL_LOOK, "ask.need"]
    assert person.turn.effects[0].values == {"reason": "misunderstood"}
    assert person.say(UNCLEAR).said == [Statement.UNCLEAR, "ask.need"]


def test_an_understood_reply_ends_the_row_of_misunderstandings():
    """Only misunderstandings in a row count."""
    person = asking("yes").do(UNCLEAR, UNCLEAR).choose("food").say(UNCLEAR)
    assert person.said == [Statement.UNCLEAR, "ask.food_need"]


def test_a_stale_button_changes_nothing():
    """It is said so, and the question stands as it stood."""
    person = asking("yes").say(UNCLEAR)
    before = person.state
    assert person.say(STALE).said == [Statement.STALE, "ask.need"]
    assert person.state == before


@pytest.mark.parametrize("kind", ["voice", "photo"])
def test_a_voice_note_is_put_to_a_person_and_the_question_stands(kind):
    """The kind goes with the call."""
    reading = opening("", kind=kind)
    reading = type(reading)("media", about=reading.about)
    person = asking("yes").say(reading)
    assert person.turn.effects[0].values == {"reason": "media", "kind": kind}
    assert person.said == ["ask.need"]


def test_after_a_long_silence_the_question_comes_with_what_was_said_before():
    """A word that answers nothing is a greeting then, not a misunderstanding."""
    person = asking("yes", "food", "meal")
    person.facts = Person(known=(*person.facts.known, "long_silence")).facts
    assert person.say(UNCLEAR).said == [Statement.WELCOME_BACK, "ask.urgency"]
    assert person.state.frames[-1].misses == 0


def test_free_words_after_a_long_silence_are_no_answer_but_a_choice_is():
    """A greeting never becomes a place or a note for the door."""
    person = asking("yes", "food", "meal", "today")
    person.facts = Person(known=(*person.facts.known, "long_silence")).facts
    assert person.say(HELLO).said == [Statement.WELCOME_BACK, "ask.where"]
    back = asking("yes", "food")
    back.facts = person.facts
    assert back.say(option("meal")).said == [Statement.WELCOME_BACK, "ask.urgency"]

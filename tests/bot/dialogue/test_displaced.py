"""A question that took the place of another by itself is not answered by what was on its way."""

from dataclasses import replace

from bot.dialogue.engine import CROSSED, UNBIDDEN
from tests.bot.dialogue.person import DANGER, HELLO, Person, asking, command, opening, option, text
from tests.bot.dialogue.test_aside import aside, closing

ONE, TWO = {"offer_id": "o1"}, {"offer_id": "o2"}
ACCEPT = option("accept")
CHANGED = "question_changed"


def by_itself(person, *readings):
    """We speak first."""
    return _while(UNBIDDEN, person, *readings)


def crossing(person, *readings):
    """They write before they can have read the open question."""
    return _while(CROSSED, person, *readings)


def _while(fact, person, *readings):
    usual = person.facts
    person.facts = replace(usual, known=usual.known | {fact})
    person.do(*readings)
    person.facts = usual
    return person


def test_what_crosses_a_question_is_no_answer_to_it_and_the_question_is_put_again():
    """Under its old id, and nothing is done."""
    person = by_itself(asking("yes"), opening("offer", **ONE))
    below, offered = person.state, person.open
    crossing(person, ACCEPT)
    assert (person.said, person.effects) == ([CHANGED, "offer.answer"], [])
    assert person.turn.prompts[-1] == offered
    assert replace(below, displaced=False) == person.state


def test_words_that_cross_a_question_are_not_misunderstood():
    """They were an answer, to another question."""
    person = crossing(by_itself(asking("yes"), opening("offer", **ONE)), text("two loaves"))
    assert person.said == [CHANGED, "offer.answer"]
    assert person.state.frames[-1].misses == 0


def test_danger_a_person_and_a_letter_are_meant_whatever_is_asked():
    """They belong to no question."""
    for said in (DANGER, command("person"), command("again"), aside("accept", **ONE)):
        person = crossing(by_itself(asking("yes"), opening("offer", **ONE)), said)
        assert CHANGED not in person.said


def test_a_question_is_displaced_until_its_person_says_something():
    """By a new one, by the end of theirs, and by both in turn."""
    offered = by_itself(asking("yes"), opening("offer", **ONE))
    over = by_itself(asking("yes").say(opening("offer", **ONE)), closing(**ONE))
    renewed = by_itself(
        Person().say(opening("offer", **ONE)), closing(**ONE), opening("offer", **TWO)
    )
    for person in (offered, over, renewed):
        assert person.state.displaced
        assert not person.say(HELLO).state.displaced


def test_a_question_that_took_no_others_place_is_not_displaced():
    """Whoever was asked nothing can only mean what is asked now; so can whoever answers us."""
    assert not by_itself(Person(), opening("offer", **ONE)).state.displaced
    assert not asking("yes").state.displaced
    other = Person().say(opening("offer", **ONE))
    assert not by_itself(other, closing(**TWO)).state.displaced

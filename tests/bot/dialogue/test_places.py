"""A place: a pin, words that are known, words that are not."""

from accessibility.prompt import Located, Reading, ReadingKind
from bot.dialogue.engine import current_question_id
from bot.dialogue.statement import Statement
from tests.bot.dialogue.person import (
    PIN,
    asking,
    command,
    text,
)


def where(person):
    """The place that was taken."""
    return person.answers["where"]


def test_a_pin_is_a_place_at_once():
    """Nothing more is asked about it."""
    person = asking("yes", "food", "meal", "today").say(Reading(ReadingKind.PLACE, place=PIN))
    assert where(person) == PIN


def test_a_pin_that_says_nothing_is_no_place():
    """A place needs words or a coordinate."""
    person = asking("yes", "food", "meal", "today")
    assert person.say(Reading(ReadingKind.PLACE, place=Located(" "))).said[0] == Statement.UNCLEAR


def test_an_unknown_place_is_kept_in_the_persons_words():
    """It never blocks; a person will look."""
    person = asking("yes", "food", "meal", "today", places=()).say(text(" behind the mill "))
    assert where(person) == Located("behind the mill")


def test_places_found_are_offered_and_the_chosen_one_keeps_the_persons_words():
    """Which one is meant is a question of its own, with its own buttons."""
    person = asking("yes", "food", "meal", "today")
    before = current_question_id(person.state)
    person.say(text("lane 2 door 5"))
    assert person.at == "ask.where"
    assert person.open.variant == "which"
    assert person.open.values == {"which": True, "said": "lane 2 door 5"}
    assert [(o.code, o.label, o.key) for o in person.open.options] == [
        ("place_1", "Lane 1", "1"),
        ("place_2", "Lane 2", "2"),
        ("none_of_these", "", "6"),
    ]
    assert current_question_id(person.state) != before
    person.choose("place_2")
    assert where(person) == Located("lane 2 door 5", 31.2, 121.2, "p2")


def test_none_of_the_places_found_keeps_the_words_alone():
    """As if nothing had been found."""
    person = asking("yes", "food", "meal", "today").say(text("lane")).choose("none_of_these")
    assert where(person) == Located("lane")


def test_among_places_found_other_words_search_anew_and_back_asks_for_the_place():
    """A better description is always welcome."""
    person = asking("yes", "food", "meal", "today").do(text("lane"), text("lane 2"))
    assert person.open.values["said"] == "lane 2"
    person.say(command("back"))
    assert (person.at, person.open.options) == ("ask.where", ())

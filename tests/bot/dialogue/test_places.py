"""A place: a pin, words that are known, words that are not."""

import pytest

from accessibility.prompt import Located, Option, Reading, ReadingKind
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


@pytest.mark.parametrize(
    "said",
    ["Osmanthus Garden", "osmanthus  garden.", "桂花苑", "Osmanthus Garden 桂花苑", "桂花苑！"],
)
def test_a_place_called_just_as_written_is_taken_without_asking_which(said):
    """By the whole of its label or by its name in either script; the person's words stay."""
    found = (
        Option("p1|31.0|121.0", "Osmanthus Garden 桂花苑"),
        Option("p2|31.2|121.2", "Osmanthus Garden North 桂花北苑"),
    )
    person = asking("yes", "food", "meal", "today", places=found).say(text(said))
    assert where(person) == Located(said.strip(), 31.0, 121.0, "p1")


@pytest.mark.parametrize("said", ["Garden", "桂花", "Osmanthus Garden 5-301", "!"])
def test_a_place_called_nearly_as_written_is_asked_about(said):
    """A wrong door costs more than a question more."""
    found = (Option("p1|31.0|121.0", "Osmanthus Garden 桂花苑"),)
    person = asking("yes", "food", "meal", "today", places=found).say(text(said))
    assert person.open.variant == "which"


def test_of_two_places_called_just_as_written_one_is_asked_for():
    """Two villages may share a name."""
    found = (Option("p1|31.0|121.0", "Elm Court"), Option("p2|31.2|121.2", "Elm Court 榆园"))
    person = asking("yes", "food", "meal", "today", places=found).say(text("elm court"))
    assert person.open.variant == "which"


def test_none_of_the_places_found_keeps_the_words_alone():
    """As if nothing had been found."""
    person = asking("yes", "food", "meal", "today").say(text("lane")).choose("none_of_these")
    assert where(person) == Located("lane")


def test_among_places_found_other_words_search_anew_and_back_asks_for_the_place():
    """A better description is always welcome."""
    person = asking("yes", "food", "meal", "today").do(text("lane"), text("lane 3"))
    assert person.open.values["said"] == "lane 3"
    person.say(command("back"))
    assert (person.at, person.open.options) == ("ask.where", ())

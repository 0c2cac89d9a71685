"""Asked once how to talk with them: the next request costs no screen of it, nothing insists."""

from dataclasses import replace

import pytest

from accessibility.prompt import Kind, Located, Reading, ReadingKind
from api.vocabulary import TALKING, Effect
from bot.dialogue.engine import insists
from bot.forms import FORMS
from bot.forms.effects import as_effect
from tests.bot.dialogue.person import (
    HELLO,
    SETTLED,
    UNCLEAR,
    Person,
    by_chance,
    command,
    forward,
    option,
    text,
    walk,
)

BEFORE = {
    "must_know": ("yes",),
    "talking": ("no_phone_calls", "blind"),
    "at_the_door": ("ring_long",),
    "who_may_come": (),
}
SCREENS = [f"ask.{name}" for name in BEFORE]


def remembered(known=SETTLED):
    """Somebody who agreed that it is remembered."""
    person = Person(known=(*known, "profile_asked", "profile_kept"))
    person.facts = replace(person.facts, recalled=BEFORE)
    return person


def made(person):
    """The request they made."""
    (act,) = (act for act in person.acts if act.effect == Effect.CREATE_REQUEST)
    return as_effect(act, "en")["request"]


def test_what_they_told_us_before_is_said_and_not_asked_again():
    """Line by line, in their own words; they hear it once more before they confirm."""
    person = walk(remembered(), by_chance(1), {"for_whom": ("me",), "sure": ("yes",)})
    assert not set(SCREENS) & set(person.asked)
    assert made(person)["accommodations"] == ["no_phone_calls", "blind", "ring_long"]


def test_it_is_said_where_it_is_taken_up():
    """Whoever hears it can object."""
    person = until("for_whom", remembered())
    person.say(option("me"))
    (said,) = (asked for asked in person.turn.prompts if asked.code == "ask-from_before")
    assert [line["answer"] for line in said.values["read_back"]] == [
        ["no_phone_calls", "blind"],
        ["ring_long"],
    ]


@pytest.mark.parametrize("seed", range(20))
def test_what_is_remembered_makes_the_request_that_answering_by_hand_makes(seed):
    """Law 1: a profile adds nothing that the same answers would not."""
    person = walk(remembered(), by_chance(seed), {"for_whom": ("me",), "sure": ("yes",)})
    (act,) = (act for act in person.acts if act.effect == Effect.CREATE_REQUEST)
    by_hand = Person(known=SETTLED, places=()).say(HELLO)
    while Effect.CREATE_REQUEST not in by_hand.effects:
        by_hand.say(again(by_hand.question, act.values["answers"]))
    assert set(SCREENS) <= set(by_hand.asked)
    assert made(by_hand) == made(person)


def again(question, answers):
    """What they answered there, given by hand."""
    said = answers.get(question.name, [])
    if isinstance(said, dict):
        return Reading(ReadingKind.PLACE, place=Located(**said))
    if question.kind is Kind.PHONE:
        return Reading(ReadingKind.PHONE, text=said[0])
    if not said:
        return command("done")
    return option(*said) if question.codes else text(said[0])


def until(name, person):
    """Up to the question of that name."""
    person.say(HELLO)
    for _ in range(60):
        if person.question.name == name:
            return person
        person.say(forward(person, by_chance(3)))
    raise AssertionError(name)


def test_for_somebody_else_nothing_is_taken_up():
    """It is the other person who is to be helped."""
    person = until("for_whom", remembered()).say(option("someone_else"))
    assert not set(BEFORE) & person.answers.keys()


def test_who_corrects_for_whom_it_is_takes_back_what_was_taken_up():
    """What they said themselves stays."""
    person = until("for_whom", remembered()).say(option("me"))
    assert set(BEFORE) <= person.answers.keys()
    while person.question.name != "for_whom":
        person.say(command("back"))
    person.say(option("someone_else"))
    assert not set(BEFORE) & person.answers.keys()


def asked_to_keep(known=SETTLED, urgency="today"):
    """Somebody who just made a first request and told us something of themselves."""
    wanted = {
        "urgency": (urgency,),
        "for_whom": ("me",),
        "must_know": ("yes",),
        "talking": TALKING[:1],
        "sure": ("yes",),
    }
    person = Person(known=known).say(HELLO)
    for _ in range(60):
        if not person.at or person.at.startswith("profile"):
            break
        codes = wanted.get(person.question.name)
        person.say(option(*codes) if codes else forward(person, by_chance(5)))
    return person


def test_it_is_asked_after_the_request_is_stored_and_never_before():
    """In the same breath as the receipt."""
    person = asked_to_keep()
    assert person.at == "profile.keep"
    assert person.effects == [Effect.CREATE_REQUEST]


def test_nobody_is_asked_in_a_hurry_nor_twice():
    """Who needs help now has other worries; who answered once has answered."""
    assert asked_to_keep(urgency="now").at == ""
    assert asked_to_keep((*SETTLED, "profile_asked")).at == ""


def test_not_now_is_one_answer_and_is_remembered():
    """And nothing more is asked."""
    person = asked_to_keep().say(option("no"))
    (act,) = person.turn.effects
    assert as_effect(act, "en") == {"effect": "set_profile", "kept": False}
    assert person.said == ["profile-not_kept"]
    assert person.turn.done


@pytest.mark.parametrize("reading", [HELLO, UNCLEAR, command("person")])
def test_whoever_says_something_else_has_gone_on_without_it(reading):
    """No "I did not understand": the question was ours, and nobody has to answer it."""
    person = asked_to_keep()
    assert not insists(FORMS, person.state)
    person.say(reading)
    assert "profile" not in [frame.form for frame in person.state.frames]
    assert "unclear" not in person.said


def test_it_is_said_again_to_who_asks_for_that():
    """Key 9 changes nothing."""
    person = asked_to_keep().say(command("again"))
    assert person.at == "profile.keep"


def test_the_whole_of_it_is_read_back_and_kept_at_the_end():
    """Few screens: agreed, the best way, the next one, who helps."""
    person = asked_to_keep().choose("yes", "voice", "text", "yes")
    person.say(text("Bo")).choose("no")
    assert person.at == "profile.sure"
    person.choose("yes")
    (act,) = person.turn.effects
    assert as_effect(act, "en") == {
        "effect": "set_profile",
        "kept": True,
        "ways": ["voice", "text"],
        "helper_name": "Bo",
    }


def test_the_word_for_it_reads_back_what_is_kept_and_begins_nothing_else():
    """No question whether they are safe, for who only wants to change this."""
    person = remembered().say(command("profile"))
    assert (person.at, len(person.state.frames)) == ("profile.what", 1)
    assert person.choose("as_it_is").turn.done


def test_that_none_of_it_is_true_any_more_can_be_said():
    """Nothing chosen replaces what was known."""
    person = remembered().say(command("profile")).choose("change").say(command("done"))
    person.choose("text", "none", "no", "yes")
    effect = as_effect(person.turn.effects[0], "en")
    assert (effect["talking"], effect["ways"]) == ((), ["text"])


def test_the_word_for_forgetting_is_enough():
    """In the middle of a question it stays the question; otherwise nothing begins."""
    person = remembered().say(command("forget"))
    assert person.effects == [Effect.SET_PROFILE]
    assert person.turn.done
    asking = until("urgency", remembered()).say(command("forget"))
    assert (asking.at, asking.effects) == ("ask.urgency", [Effect.SET_PROFILE])

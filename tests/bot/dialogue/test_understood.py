"""Free words are proposed, and count as buttons do once they are confirmed; no answer is lost."""

from dataclasses import replace

import pytest

from accessibility.prompt import Located, Reading, ReadingKind
from bot.dialogue.statement import Statement
from bot.dialogue.unfinished import started, unfinished
from bot.forms import FORMS
from tests.bot.dialogue.in_words import ALL, counted, lines, words
from tests.bot.dialogue.person import DANGER, asking, command, option

LANE = Located("Lane 1", 1.0, 2.0)
YES, NO = option("yes"), option("no")


@pytest.fixture
def somebody():
    """Somebody who is asked what they need."""
    return asking("yes")


def test_what_words_say_is_read_back_as_it_would_be_kept_and_is_no_answer_yet(somebody):
    """By the labels of the buttons; what only leads to it is not said."""
    somebody.say(ALL)
    assert somebody.said == ["understood.right"]
    assert lines(somebody) == {
        "health_need": ["medicine"],
        "urgency": ["week"],
        "for_whom": ["someone_else"],
        "talking": ["hard_of_hearing"],
    }
    assert somebody.state.frames[0].answers == {"safe_now": ("yes",)}


def test_one_tap_answers_all_of_it_and_the_form_goes_on_behind_it(somebody):
    """At the first question that nothing was said of; the other screens are still asked."""
    somebody.do(ALL, YES)
    assert somebody.at == "ask.where"
    assert somebody.answers == {
        "safe_now": ("yes",),
        "need": ("health",),
        "health_need": ("medicine",),
        "urgency": ("week",),
        "for_whom": ("someone_else",),
        "must_know": ("yes",),
        "talking": ("hard_of_hearing",),
    }


def test_no_asks_once_what_is_wrong_and_the_rest_counts(somebody):
    """What is wrong is asked in the usual way."""
    somebody.do(ALL, NO)
    assert somebody.at == "understood.wrong"
    shown = [choice.code for choice in somebody.open.options]
    assert shown == ["needs", "urgency", "for_whom", "accommodations", "all"]
    somebody.say(option("urgency", "for_whom"))
    assert somebody.said == [Statement.UNDERSTOOD_WRONG, "ask.urgency"]
    assert set(somebody.answers) == {"safe_now", "need", "health_need", "must_know", "talking"}


def test_all_of_it_may_be_wrong(somebody):
    """Then nothing was answered, and the open question is put again."""
    somebody.do(ALL, NO, option("all"))
    assert somebody.said[-1] == "ask.need"
    assert somebody.answers == {"safe_now": ("yes",)}


def test_one_thing_that_is_wrong_is_not_asked_about_twice(somebody):
    """No is enough."""
    somebody.do(words(needs="meal"), NO)
    assert somebody.said == [Statement.UNDERSTOOD_WRONG, "ask.need"]


def test_the_wrong_parts_may_be_pressed_one_by_one(somebody):
    """And sent with the key for it, as any choice of many."""
    somebody.do(ALL, NO, option("needs", pressed=True), option("all", pressed=True))
    assert somebody.said[0] == Statement.CHOSEN
    somebody.do(option("all", pressed=True), command("done"))
    assert somebody.at == "ask.need"
    assert somebody.answers["urgency"] == ("week",)


def test_what_was_answered_stays_and_what_is_said_otherwise_is_proposed_as_a_change():
    """More is added to what was chosen; one time takes the place of the other if they say so."""
    somebody = asking("yes").do(option("food"), option("meal"), option("today"))
    somebody.say(words(needs="water+medicine", urgency="now"))
    assert lines(somebody) == {"health_need": ["medicine"]}
    assert lines(somebody, "changes") == {"food_need": ["meal", "water"], "urgency": ["now"]}
    somebody.do(NO, option("urgency"))
    assert somebody.answers["urgency"] == ("today",)
    assert somebody.answers["food_need"] == ("meal", "water")
    assert somebody.answers["need"] == ("food", "health")


@pytest.mark.parametrize(("more", "proposed"), [({"needs": "water"}, False), ({}, True)])
def test_who_asks_for_another_one_and_says_i_need_still_asks_for_them(more, proposed):
    """Unless they say nothing else: then that is what they mean."""
    somebody = asking("yes").do(ALL, YES).say(Reading(ReadingKind.PLACE, place=LANE))
    somebody.do(command("done"), words(for_whom="me", **more))
    assert ("for_whom" in lines(somebody, "changes")) == proposed


def test_words_that_say_nothing_new_are_unclear():
    """The question is put again, in simpler words."""
    somebody = asking("yes", "food").do(option("meal"), words(needs="meal"))
    assert somebody.said == [Statement.UNCLEAR, "ask.urgency"]


def test_buttons_pressed_so_far_are_not_lost(somebody):
    """They count together with what was written."""
    somebody.do(option("food", pressed=True), words(needs="medicine"), YES)
    assert somebody.answers["need"] == ("food", "health")
    assert somebody.at == "ask.food_need"


def test_words_at_the_read_back_change_it_and_it_is_read_back_again():
    """What the change brings up is asked first."""
    somebody = asking("yes", "talk", "check_in", "today").say(
        Reading(ReadingKind.PLACE, place=LANE)
    )
    somebody.do(command("done"), command("done")).choose("me", "no", "here")
    assert somebody.at == "ask.sure"
    somebody.do(words(needs="meal"), YES)
    assert somebody.at == "ask.people"
    somebody.choose("two").say(command("done"))
    assert somebody.at == "ask.sure"


def test_who_says_otherwise_of_the_proposal_is_asked_about_that():
    """Nothing counts until it is confirmed; what is replaced counts as corrected."""
    somebody = asking("yes").do(ALL, words(urgency="today", needs="meal"))
    assert somebody.at == "understood.right"
    assert lines(somebody)["urgency"] == ["today"]
    assert lines(somebody)["health_need"] == ["medicine"]
    assert counted(somebody) == {
        "hits": ["en:needs.meal", "en:urgency.today"],
        "corrected": ["en:urgency.week"],
    }
    assert somebody.say(YES).answers["need"] == ("food", "health")


def test_what_is_unclear_about_the_proposal_is_asked_again(somebody):
    """Nothing of it is taken for a yes."""
    somebody.do(ALL, Reading(ReadingKind.UNCLEAR))
    assert somebody.said == [Statement.UNCLEAR, "understood.right"]
    assert somebody.say(ALL).said == [Statement.UNCLEAR_AGAIN, "understood.right"]


def test_keys_and_danger_work_as_everywhere(somebody):
    """And the proposal stays open meanwhile."""
    somebody.say(ALL)
    asked = somebody.open
    for reading, said in (
        (command("again"), "understood.right"),
        (command("person"), "person.how"),
        (option("go_on"), "understood.right"),
        (DANGER, Statement.DANGER_CARD),
    ):
        assert somebody.say(reading).said[0] == said
    assert somebody.open == asked


def test_going_back_leaves_the_question_as_it_was():
    """From what is wrong, to whether it is right; from there, to the question beneath."""
    somebody = asking("yes").do(ALL, NO, command("back"))
    assert somebody.at == "understood.right"
    somebody.say(command("back"))
    assert somebody.said == ["ask.need"]
    assert somebody.answers == {"safe_now": ("yes",)}


def test_each_proposal_counts_its_rules_once_and_what_came_of_it(somebody):
    """Names of rules and nothing else."""
    somebody.say(ALL)
    rules = [rule for part in ALL.parts for rule in part.why]
    assert counted(somebody) == {"hits": rules}
    somebody.say(NO)
    assert counted(somebody) == {}
    somebody.say(option("urgency"))
    corrected = ["en:urgency.week"]
    confirmed = [rule for rule in rules if rule not in corrected]
    assert counted(somebody) == {"confirmed": confirmed, "corrected": corrected}


def test_what_was_told_before_comes_with_the_answer_that_recalls_it():
    """As if the button "for me" had been pressed, and they hear of it."""
    somebody = asking("yes")
    recalled = {
        "must_know": ("yes",),
        "talking": ("blind",),
        "at_the_door": (),
        "who_may_come": (),
    }
    somebody.facts = replace(somebody.facts, recalled=recalled)
    somebody.do(words(for_whom="me", accommodations="slow"), YES)
    assert somebody.said[0] == "ask-from_before"
    assert somebody.answers["talking"] == ("blind", "slow")


def test_something_else_is_read_back_beside_what_has_a_name(somebody):
    """It leads to no other question that words answer, so nothing is confirmed unseen."""
    somebody.do(words(needs="meal"), words(needs="other"))
    assert lines(somebody) == {"need": ["other"], "food_need": ["meal"]}


def test_who_says_no_more_at_a_proposal_has_an_unfinished_request(somebody):
    """Of which nothing is known yet; unless they said stop."""
    assert unfinished(FORMS, somebody.state) is None
    somebody.say(ALL)
    assert unfinished(FORMS, somebody.state) == ("understood.right", None)
    assert not started(FORMS, somebody.state)
    somebody.say(NO)
    assert unfinished(FORMS, somebody.state) == ("understood.wrong", None)
    somebody.say(command("stop"))
    assert unfinished(FORMS, somebody.state) is None

"""How a reply becomes an answer: one, many, words, a number, nothing."""

import pytest

from accessibility.prompt import Kind, Reading, ReadingKind
from bot.dialogue.engine import current_question_id
from bot.dialogue.form import Form, Question
from bot.dialogue.statement import Statement
from tests.bot.dialogue.person import (
    HELLO,
    PIN,
    Person,
    asking,
    by_chance,
    command,
    option,
    text,
    walk,
)


def press(code):
    """A button, one at a time."""
    return option(code, pressed=True)


def test_a_typed_reply_with_several_codes_answers_a_choice_of_many():
    """The answer is in the order of the options, whatever the order of the reply."""
    person = asking("yes").say(option("health", "food"))
    assert person.answers["need"] == ("food", "health")


def test_buttons_of_a_choice_of_many_add_up_until_the_person_is_done():
    """What is chosen so far is said each time; the buttons on the screen stay good."""
    person = asking("yes").say(press("health"))
    before = current_question_id(person.state)
    person.say(press("food"))
    assert person.said == [Statement.CHOSEN, "ask.need"]
    assert person.turn.prompts[0].values == {
        "question": "ask.need",
        "options": ["food", "health"],
        "labels": {},
    }
    assert current_question_id(person.state) == before
    assert person.say(command("done")).at == "ask.food_need"
    assert person.answers["need"] == ("food", "health")


def test_a_button_pressed_twice_takes_its_choice_back():
    """With nothing chosen, nothing is said of it."""
    person = asking("yes").do(press("food"), press("food"))
    assert person.said == ["ask.need"]
    assert person.say(command("done")).said == [Statement.UNCLEAR, "ask.need"]


def test_typed_and_pressed_choices_are_taken_together():
    """Nothing pressed is lost by typing the rest."""
    person = asking("yes").do(press("health"), option("food"))
    assert person.answers["need"] == ("food", "health")


def test_chosen_options_that_were_looked_up_are_said_by_their_labels():
    """A language is called by its own name."""
    person = Person("enrol", ("language_known",)).say(HELLO)
    person.choose("yes").say(text("Ann")).choose("food", "in_person")
    person.say(press("zh-Hans"))
    assert person.turn.prompts[0].values["labels"] == {"zh-Hans": "中文"}


def test_one_choice_is_complete_with_one_press_and_takes_no_two():
    """Two answers to a question for one are doubtful, so it is asked again."""
    assert asking("yes", "food", "meal").say(press("now")).at == "ask.where"
    assert asking("yes", "food", "meal").say(option("now", "week")).said[0] == Statement.UNCLEAR


def test_an_optional_question_is_skipped_with_done_and_no_other_is():
    """Key # at a question that must be answered is a misunderstanding."""
    person = asking("yes", "food", "meal", "today").do(Reading(ReadingKind.PLACE, place=PIN))
    assert person.at == "ask.door"
    assert person.say(command("done")).answers["door"] == ()
    assert person.say(command("done")).said[0] == Statement.UNCLEAR


def test_empty_words_answer_nothing():
    """A text of blanks is asked again."""
    person = asking("yes", "other", "today").do(Reading(ReadingKind.PLACE, place=PIN))
    assert person.do(command("done"), text("  ")).said == [Statement.UNCLEAR, "ask.other_detail"]


def test_words_beyond_what_is_kept_are_not_dropped_silently():
    """The person is told how much was kept."""
    person = asking("yes", "other", "today").do(Reading(ReadingKind.PLACE, place=PIN))
    person.say(text("x" * 201))
    assert person.said[0] == Statement.TOO_LONG
    assert person.turn.prompts[0].values == {"most": 200}
    assert person.answers["door"] == ("x" * 200,)


@pytest.mark.parametrize(
    ("kind", "right", "wrong"),
    [
        (Kind.TIME, Reading(ReadingKind.TIME, text="14:30"), text("soon")),
        (Kind.PHONE, Reading(ReadingKind.PHONE, text="+8613800138000"), text("my number")),
    ],
)
def test_a_time_and_a_phone_number_are_taken_only_as_such(kind, right, wrong):
    """Other words are asked again."""
    forms = {"f": Form("f", (Question("q", kind=kind), Question("then", options=("a", "b"))))}
    person = Person("f", forms=forms).do(HELLO, wrong)
    assert person.said == [Statement.UNCLEAR, "f.q"]
    assert person.say(right).answers["q"] == (right.text,)


def test_a_choice_for_which_nothing_was_found_is_not_asked():
    """A question that nobody can answer would be a dead end."""
    person = Person("follow_up", ("several_requests",))
    person.found = person.found | {"my_requests": ()}
    person.say(HELLO).choose("status")
    assert person.turn.done
    assert person.effects == ["show_request"]


def test_a_form_ends_with_its_effects_and_all_its_answers():
    """The effect carries what the form is about, what it says itself, and the answers as JSON."""
    person = Person("task", about={"task_id": "t1"}).say(HELLO).choose("on_my_way", "hour")
    act = person.turn.effects[0]
    assert act.effect == "start_task"
    answers = {"step": ["on_my_way"], "arrive_at": ["hour"]}
    assert act.values == {"task_id": "t1", "answers": answers}
    assert person.turn.done
    assert walk(Person("task"), by_chance(1), {"step": ("done",)}).turn.effects[0].values == {
        "status": "done",
        "answers": {"step": ["done"]},
    }

"""What a person may do at any question: 0, 9, *, 6, and the words for start again and stop."""

import pytest

from bot.dialogue.engine import current_question_id, prompt_of
from bot.dialogue.statement import Statement
from bot.dialogue.unfinished import unfinished
from bot.forms import FORMS
from tests.bot.dialogue.person import (
    HELLO,
    Person,
    asking,
    codes_of,
    command,
    opening,
    option,
    text,
)


def test_what_wakes_a_conversation_is_not_taken_as_an_answer():
    """The first word gets the first question, also when it would fit."""
    person = Person().say(option("yes"))
    assert person.said == ["ask.safe_now"]
    assert person.answers == {}


def test_who_says_stop_before_anything_begins_is_asked_nothing():
    """Nothing is opened only to be stopped."""
    person = Person().say(command("stop"))
    assert person.said == [Statement.STOPPED]
    assert person.turn.done


def test_back_forgets_one_answer_and_what_it_made_irrelevant():
    """The leaves of a need go with the need."""
    person = asking("yes", "food", "meal", "today").do(command("back"), command("back"))
    assert person.at == "ask.food_need"
    assert person.say(command("back")).at == "ask.need"
    assert list(person.answers) == ["safe_now"]


def test_back_at_the_first_question_says_so_and_asks_it_again():
    """Nothing is before it."""
    person = asking().say(command("back"))
    assert person.said == [Statement.AT_START, "ask.safe_now"]


def test_back_never_enters_the_form_below():
    """An offer in the middle of a form has its own beginning."""
    person = asking("yes").do(opening("offer", offer_id="o1"), command("back"))
    assert person.said == [Statement.AT_START, "offer.answer"]


def test_back_reaches_a_question_whose_answer_is_known_by_now():
    """A consent just given may be thought over."""
    person = Person(known=("language_known",)).say(HELLO).choose("yes", "yes")
    person.facts = Person().facts
    assert person.say(command("back")).at == "ask.consent"
    assert person.say(option("no")).at == "ask.no_consent"


def test_an_answer_stays_though_a_fact_makes_its_question_superfluous():
    """A name that became known elsewhere meanwhile takes nothing away from what was said."""
    person = Person("enrol", ("language_known",)).say(HELLO).choose("yes").say(text("Ann"))
    person.facts = Person("enrol", ("language_known", "volunteer")).facts
    person.choose("food", "in_person", "en")
    assert person.answers["my_name"] == ("Ann",)


def test_a_fact_that_comes_true_does_not_swap_the_open_question():
    """A reply meets the question it was given to."""
    person = Person(known=("language_known",)).say(HELLO).choose("yes")
    assert person.at == "ask.consent"
    person.facts = Person().facts
    assert person.at == "ask.consent"
    assert person.choose("no").at == "ask.no_consent"


def test_more_turns_the_pages_of_a_long_list_and_comes_round():
    """Eight household needs are two pages; the hidden ones may be answered by name."""
    person = asking("yes", "home")
    first = [choice.key for choice in person.open.options]
    assert first == ["1", "2", "3", "4", "5"]
    assert [choice.code for choice in person.open.also] == ["repair", "tech_help", "information"]
    person.say(command("more"))
    assert [choice.code for choice in person.open.options] == [
        "repair",
        "tech_help",
        "information",
    ]
    assert person.say(command("more")).open.options[0].code == "protective_supplies"
    assert person.say(option("repair")).at == "ask.urgency"


def test_a_turned_page_keeps_the_question_so_its_buttons_stay_good():
    """It is the same question."""
    person = asking("yes", "home")
    before = current_question_id(person.state)
    assert current_question_id(person.say(command("more")).state) == before


def test_start_again_drops_the_answers_and_keeps_what_the_form_is_about():
    """An enrolment begun again is still by the same invite."""
    person = Person(known=("language_known",)).do(opening("enrol", invite="42"), option("yes"))
    person.do(text("Ann"), command("restart"))
    assert person.at == "enrol.consent"
    assert person.state.frames[-1].about == {"invite": "42"}


def test_stop_falls_silent_and_any_word_goes_on_with_a_summary():
    """Weeks later the same question is asked, and its old buttons still work."""
    person = asking("yes", "food", "meal")
    before = person.open
    person.say(command("stop"))
    assert person.said == [Statement.STOPPED]
    assert person.open is None
    assert not person.turn.done
    person.say(text("hello again"))
    assert person.said == [Statement.WELCOME_BACK, "ask.urgency"]
    assert person.open == before
    lines = person.turn.prompts[0].values["read_back"]
    assert [line["question"] for line in lines] == ["ask.need", "ask.food_need"]


def test_who_said_stop_is_not_reminded_of_an_unfinished_request():
    """They put it aside themselves."""
    person = asking("yes", "food")
    assert unfinished(FORMS, person.state) == ("ask.food_need", None)
    assert unfinished(FORMS, person.say(command("stop")).state) is None


def test_a_request_is_unfinished_from_the_first_answered_need_until_it_is_confirmed():
    """Before the need there is nothing to follow up; the urgency counts once it is known."""
    person = asking("yes")
    assert unfinished(FORMS, person.state) is None
    person.choose("talk", "check_in", "now")
    assert unfinished(FORMS, person.state) == ("ask.where", "now")
    person.say(opening("offer", offer_id="o1"))
    assert unfinished(FORMS, person.state) == ("ask.where", "now")


def test_zero_asks_for_a_person_with_danger_first():
    """0 then 1 is danger; 0 again repeats the choice."""
    person = asking("yes").say(command("person"))
    assert codes_of(person.open)[0] == "danger"
    assert person.open.options[0].key == "1"
    person.say(command("person"))
    assert len(person.state.frames) == 2
    person.choose("danger")
    assert person.effects == ["alert"]
    assert person.said == ["person-danger_card", "ask.need"]


def test_zero_is_allowed_however_deep_the_forms_stand():
    """Help is always one key away."""
    person = asking("yes").do(opening("offer", offer_id="o1"), command("person"))
    assert person.at == "person.how"
    assert person.choose("call_me").at == "offer.answer"
    assert person.turn.effects[0].values["reason"] == "asked"


def test_another_language_is_chosen_at_any_question_and_the_question_comes_again():
    """It opens beside the form, changes the language and goes back."""
    person = asking("yes").do(opening("offer", offer_id="o1"), command("language"))
    assert person.at == "choose_language.language"
    assert [o.label for o in person.open.options] == ["English", "中文"]
    person.choose("zh-Hans")
    assert person.said == ["offer.answer"]
    assert person.turn.effects[0].values["answers"] == {"language": ["zh-Hans"]}


def test_zero_and_language_in_turn_never_pile_up():
    """Each of the two stands beside the form once."""
    person = asking("yes")
    for _ in range(5):
        person.do(command("person"), command("language"))
    assert [frame.form for frame in person.state.frames] == ["ask", "person", "choose_language"]


def test_nothing_is_open_before_anybody_spoke():
    """A new conversation has no question and no button."""
    person = Person()
    assert prompt_of(FORMS, person.state, person.facts) is None
    assert current_question_id(person.state) == ""


@pytest.mark.parametrize(
    ("said", "reason", "by"), [("call_me", "asked", "voice"), ("cannot_read", "cannot_read", None)]
)
def test_who_says_what_they_need_is_shown_no_menu_first(said, reason, by):
    """A person gets in touch, and the open question stays; so also with nothing open yet."""
    for person, stays in ((asking("yes", "food"), "ask.food_need"), (Person(), "ask.safe_now")):
        person.say(command(said))
        (act,) = person.turn.effects
        assert (act.effect, act.values["reason"], act.values.get("by")) == (
            "queue_call",
            reason,
            by,
        )
        assert person.at == stays

"""What comes back from ODK or Kobo becomes answers as the engine keeps them."""

from accessibility.prompt import Located
from bot.dialogue.xlsform import answers_of, person_of
from bot.forms import FORMS

BEGUN = {"known": "language_known consented", "safe_now": "yes"}
FOOD = {**BEGUN, "need": "food", "food_need": "meal", "urgency": "now"}


def ask(**sent):
    """The answers after the first question."""
    answers = answers_of(FORMS["ask"], {**FOOD, **sent})
    return {name: answer for name, answer in answers.items() if name not in FOOD}


def test_several_choices_are_in_the_order_of_the_form():
    """Whatever the order in which they were ticked."""
    sent = {**BEGUN, "need": "other food", "food_need": "water meal"}
    answers = answers_of(FORMS["ask"], sent)
    assert answers["need"] == ("food", "other")
    assert answers["food_need"] == ("meal", "water")


def test_an_optional_question_left_empty_was_asked_and_not_answered():
    """As the engine keeps it; one that is missing ends what is taken."""
    answers = ask(where=" Lane 1 ", door="", people="")
    assert answers == {"where": Located("Lane 1"), "door": ()}


def test_what_is_not_relevant_is_not_taken():
    """A field that was filled in before another answer took its question away."""
    assert ask(home_need="errand", where="x", medicine_left="none_left").keys() == {
        "where",
        "door",
    }


def test_a_pin_belongs_to_the_words_of_its_place():
    """Height and precision are of no use; a pin without words is a place, too."""
    assert ask(where="Lane 1", where_pin="31.2 121.4 0 0")["where"] == Located(
        "Lane 1", 31.2, 121.4
    )
    assert ask(where_pin="31.2 121.4 0 0")["where"] == Located("", 31.2, 121.4)


def test_another_time_is_the_time_on_the_clock():
    """Seconds and zone are of the telephone it was filled in on."""
    sent = {"step": "on_my_way", "arrive_at": "at_time", "arrive_at_time": "14:30:00.000+08:00"}
    assert answers_of(FORMS["task"], sent)["arrive_at"] == ("14:30",)


def test_answers_end_where_a_person_was_asked_for():
    """From a list or in writing; how a person shall help is told."""
    listed = {**BEGUN, "need": "food", "food_need": "meal person", "person": "call_me"}
    assert list(answers_of(FORMS["ask"], listed)) == ["safe_now", "need"]
    assert ask(where="0", person="call_me") == {}
    assert person_of(listed) == "call_me"
    assert person_of({}) == ""


def test_a_request_is_named_by_its_receipt_where_no_list_of_them_is_known():
    """A blank form knows nobody's requests; 0 is a person there, too."""
    several = {"known": "several_requests", "what": "status"}
    told = answers_of(FORMS["follow_up"], {**several, "which": "4829 1573"})
    assert told["which"] == ("4829 1573",)
    assert "which" not in answers_of(FORMS["follow_up"], {**several, "which": "0"})


def test_answers_end_with_the_form():
    """What came after an answer that ended it was not asked."""
    sent = {**BEGUN, "known": "language_known", "consent": "no", "no_consent": "call_me"}
    answers = answers_of(FORMS["ask"], {**sent, "need": "food"})
    assert list(answers) == ["safe_now", "consent", "no_consent"]

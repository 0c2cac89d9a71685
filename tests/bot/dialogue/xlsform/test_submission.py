"""What comes back from ODK or Kobo becomes answers as the engine keeps them."""

from accessibility.prompt import Located
from bot.dialogue.xlsform import answers_of, person_of
from bot.forms import FORMS


def test_each_kind_of_answer_is_read_from_its_field():
    """Several choices in the form's order; what was left empty is no answer."""
    sent = {"need": "other food", "where": " Lane 1 ", "door": "", "phone": "021 5555 0100"}
    assert answers_of(FORMS["ask"], sent) == {
        "need": ("food", "other"),
        "where": Located("Lane 1"),
        "phone": ("021 5555 0100",),
    }


def test_a_pin_belongs_to_the_words_of_its_place():
    """Height and precision are of no use; a pin without words is a place, too."""
    pin = {"where_pin": "31.2 121.4 0 0"}
    assert answers_of(FORMS["ask"], {"where": "Lane 1", **pin}) == {
        "where": Located("Lane 1", 31.2, 121.4)
    }
    assert answers_of(FORMS["ask"], pin) == {"where": Located("", 31.2, 121.4)}


def test_another_time_is_the_time_on_the_clock():
    """Seconds and zone are of the telephone it was filled in on."""
    sent = {"step": "on_my_way", "arrive_at": "at_time", "arrive_at_time": "14:30:00.000+08:00"}
    assert answers_of(FORMS["task"], sent)["arrive_at"] == ("14:30",)


def test_who_asked_for_a_person_gave_no_answer_there():
    """Neither from a list nor in writing; how a person shall help is told."""
    sent = {"need": "food", "food_need": "meal person", "where": "0", "person": "call_me"}
    assert answers_of(FORMS["ask"], sent) == {"need": ("food",), "food_need": ("meal",)}
    assert person_of(sent) == "call_me"
    assert person_of({}) == ""

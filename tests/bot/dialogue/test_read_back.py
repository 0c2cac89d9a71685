"""Everything is read back before it is sent, and one item at a time may be changed."""

from accessibility.prompt import Reading, ReadingKind
from tests.bot.dialogue.person import (
    HELLO,
    PIN,
    Person,
    asking,
    codes_of,
    command,
    option,
    text,
)


def at_read_back(seed=1, **wanted):
    """Somebody who has answered everything and hears it read back."""
    wanted = {"need": ("food",), "sure": ("change",)} | wanted
    person = Person(places=()).say(HELLO)
    while person.at != "ask.sure":
        walk_once(person, wanted, seed)
    return person


def walk_once(person, wanted, seed):
    """One reply: as wanted, or the first option, or some words."""
    question = person.question
    if question.name in wanted:
        person.say(option(*wanted[question.name]))
    elif codes := codes_of(person.open):
        person.say(option(codes[0]))
    else:
        person.say(command("done") if question.optional else text("some words"))


def test_the_read_back_says_every_answer_about_the_help_and_nothing_about_the_talk():
    """Skipped questions are left out; free words come with themselves as labels."""
    lines = at_read_back().open.values["read_back"]
    assert {"question": "ask.need", "answer": ["food"], "labels": {}} in lines
    place = {"question": "ask.where", "answer": ["some words"]}
    assert place | {"labels": {"some words": "some words"}} in lines
    names = [line["question"] for line in lines]
    assert "ask.safe_now" not in names
    assert "ask.door" not in names


def test_a_pin_is_read_back_by_a_code():
    """It has no words of its own."""
    person = asking("yes", "food", "meal", "today").say(Reading(ReadingKind.PLACE, place=PIN))
    person.facts = Person(known=(*person.facts.known, "long_silence")).facts
    lines = person.say(HELLO).turn.prompts[0].values["read_back"]
    assert lines[-1] == {"question": "ask.where", "answer": ["pin"], "labels": {}}


def test_one_item_is_changed_and_the_read_back_comes_again_at_once():
    """Everything else stays as it was, skipped items may be filled in as well."""
    person = at_read_back().choose("change")
    assert person.at == "ask.change_what"
    assert {"urgency", "door"} <= set(codes_of(person.open))
    assert "safe_now" not in codes_of(person.open)
    before = {**person.answers}
    person.choose("urgency")
    assert person.at == "ask.urgency"
    person.choose("later")
    assert person.at == "ask.sure"
    assert person.answers["urgency"] == ("later",)
    assert {**person.answers} == {
        name: answer
        for name, answer in (before | {"urgency": ("later",)}).items()
        if name != "sure"
    }


def test_a_changed_need_drops_its_old_details_and_asks_the_new_ones():
    """Answers that are no longer relevant are gone, all others stay."""
    person = at_read_back().choose("change", "need", "health")
    assert person.at == "ask.health_need"
    assert not {"food_need", "people", "food_detail"} & person.answers.keys()
    assert "where" in person.answers
    person.choose("medicine")
    assert person.at == "ask.medicine_where"


def test_back_from_an_item_to_change_leaves_it_as_it_was():
    """Nothing is lost by having looked."""
    person = at_read_back()
    before = person.answers
    person.choose("change", "urgency").say(command("back"))
    assert person.at == "ask.sure"
    assert person.answers == before

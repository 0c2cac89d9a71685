"""What the real forms promise to the people who meet them."""

import pytest

from bot.forms import FORMS
from tests.bot.dialogue.person import HELLO, Person, by_chance, codes_of, text, walk


def test_the_ask_begins_with_danger_then_consent_then_the_need():
    """The order of ask: nobody describes themselves before they are known to be safe."""
    names = [question.name for question in FORMS["ask"].questions]
    order = ["language", "safe_now", "consent", "need", "urgency", "where", "for_whom"]
    order += ["must_know", "reach", "sure"]
    assert sorted(order, key=names.index) == order


def test_who_is_not_safe_gets_the_card_and_an_alert_and_may_go_on():
    """Danger never ends a request."""
    person = Person().say(HELLO).choose("no")
    assert person.said == ["ask-danger_card", "ask.need"]
    assert person.turn.effects[0].values["kind"] == "danger"


def test_everything_a_known_resident_is_asked_fits_in_twelve_replies():
    """A tired person asks for a meal without telling again what is known."""
    wanted = {"need": ("food",), "must_know": ("no",), "reach": ("here",), "for_whom": ("me",)}
    person = walk(Person(places=()), by_chance(1), wanted)
    assert len(person.asked) <= 12


def test_help_that_was_to_come_is_asked_about_directly():
    """The question of the notice comes first, not a menu; all is well is one reply."""
    person = Person("follow_up", about={"purpose": "arrived", "request_id": "r1"}).say(HELLO)
    assert person.asked == ["follow_up.arrived"]
    person.choose("yes")
    assert person.effects == ["confirm_request"]
    assert person.turn.done


def test_help_that_did_not_come_may_be_told_of():
    """No remark is asked of who was helped; it may be left out."""
    person = Person("follow_up", about={"purpose": "arrived"}).say(HELLO).choose("no")
    assert person.at == "follow_up.remark"
    assert person.say(text("nobody came")).effects == ["confirm_request"]


def test_a_kept_request_is_not_cancelled():
    """One more question stands before a request is gone."""
    kept = Person("follow_up").say(HELLO).choose("cancel", "no")
    assert (kept.said, kept.effects) == (["follow_up-kept"], [])
    gone = Person("follow_up").say(HELLO).choose("cancel", "yes")
    assert gone.effects == ["cancel_request"]


def test_an_offer_is_declined_in_one_reply_and_asks_for_no_reason():
    """Not now is no refusal for ever."""
    for code in ("decline", "not_now"):
        person = Person("offer", about={"offer_id": "o1"}).say(HELLO).choose(code)
        assert person.effects == ["decline_offer"]
        assert person.turn.done
    assert person.turn.effects[0].values["not_now"] == "yes"


def test_handing_a_task_back_takes_one_reply():
    """No excuse is asked for."""
    person = Person("task", about={"task_id": "t1"}).say(HELLO).choose("hand_back")
    assert person.effects == ["hand_back"]
    assert person.turn.done


def test_who_refuses_to_enrol_is_let_go_with_a_word():
    """Nothing is kept of them."""
    person = Person("enrol", ("language_known",)).say(HELLO).choose("no")
    assert person.said == ["enrol-no_consent"]
    assert (person.effects, person.turn.done) == ([], True)


def test_a_volunteer_who_writes_is_asked_what_they_want_and_may_ask_for_help_themselves():
    """A neighbour who helps may need help."""
    known = ("language_known", "consented", "volunteer")
    person = Person("enrol", known).say(HELLO)
    assert codes_of(person.open) == ["pause", "resume", "leave", "ask"]
    assert person.choose("ask").at == "ask.safe_now"
    assert Person("enrol", known).say(HELLO).choose("resume").effects == ["resume"]
    stays = Person("enrol", known).say(HELLO).choose("leave", "no")
    assert (stays.said, stays.effects) == (["enrol-stayed"], [])


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_free_words_about_a_person_are_private(form):
    """Names, numbers, places and words are never repeated to anybody else."""
    told = {"text", "place", "phone"}
    assert all(question.private for question in form.questions if question.kind in told)

"""What came in becomes a reading and facts: pressed, typed, shared or sent, and no guessing."""

from datetime import UTC, datetime

import pytest

from accessibility.prompt import Command, Kind, Prompt, ReadingKind
from api.vocabulary import MEDIA, InboundKind
from bot.dialogue.state import Act, Frame, State, Turn
from bot.turn import (
    LONG_SILENCE_S,
    facts_of,
    going_on,
    in_its_language,
    read_out,
    reading_of,
    root_of,
)
from tests.bot.work import ID, OFFER, REQUEST, SAFE, TASK, leased

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)
CODE = "482915736"
WORDS = Prompt("Your name?", kind=Kind.TEXT, question_id="7")


def read(kind, prompt=SAFE, facts=None, **body):
    """How something that came in is read, at the open question."""
    return reading_of(leased(kind, facts=facts, **body), prompt, "CN")


def known(facts=None, **body):
    """What is true for the conditions of forms."""
    return facts_of(leased(InboundKind.TEXT, facts=facts, **body), State(), NOW).known


def test_a_button_of_the_open_question_is_its_option():
    """By the code it carries, whatever the language."""
    reading = read(InboundKind.BUTTON, button="7:yes")
    assert (reading.kind, reading.codes, reading.pressed) == (ReadingKind.OPTION, ("yes",), True)


@pytest.mark.parametrize("button", ["6:yes", "6::stop", "offer:1:accept", "yes", "", ":yes"])
def test_a_button_of_anything_else_changes_nothing(button):
    """Not even when it carries a code that the open question has."""
    assert read(InboundKind.BUTTON, button=button).kind is ReadingKind.STALE


def test_with_no_question_open_every_button_of_a_question_is_stale():
    """It was answered before."""
    assert read(InboundKind.BUTTON, None, button="7:yes").kind is ReadingKind.STALE


@pytest.mark.parametrize("command", list(Command))
@pytest.mark.parametrize("prompt", [SAFE, WORDS, None], ids=["a menu", "words", "nothing"])
def test_a_command_of_a_wires_own_menu_works_at_any_question(command, prompt):
    """The way to a person is never stale."""
    reading = read(InboundKind.BUTTON, prompt, button=f"::{command}")
    assert (reading.kind, reading.command) == (ReadingKind.COMMAND, command)


def test_a_page_sends_several_options_at_once():
    """They are no presses: each is not answered for itself."""
    reading = read(InboundKind.BUTTON, button="7:=yes,,no")
    assert (reading.codes, reading.pressed) == (("yes", "no"), False)
    assert read(InboundKind.BUTTON, button="7:=").codes == ()


def test_typed_text_is_read_at_the_open_question():
    """A number means its option there, and nowhere else."""
    assert read(InboundKind.TEXT, text="1").codes == ("yes",)
    assert read(InboundKind.TEXT, None, text="1").kind is not ReadingKind.OPTION


def test_a_shared_number_is_read_as_a_number_of_the_region():
    """However the telephone wrote it down."""
    phone = Prompt("Your number?", kind=Kind.PHONE, question_id="7")
    assert read(InboundKind.CONTACT, phone, phone="138 0013 8000").text == "+8613800138000"


def test_a_pin_keeps_what_was_written_with_it():
    """The words help whoever looks for the door."""
    place = read(InboundKind.LOCATION, text="Elm Court", latitude=31.2, longitude=121.4).place
    assert (place.text, place.latitude, place.longitude) == ("Elm Court", 31.2, 121.4)


@pytest.mark.parametrize("kind", sorted(MEDIA))
def test_what_no_program_can_read_is_put_to_a_person(kind):
    """And says what it was; the words below a photo answer no question."""
    reading = read(kind, text="yes", media={"file_id": "f", "mime": "a/b", "size": 1})
    assert (reading.kind, dict(reading.about)) == (ReadingKind.MEDIA, {"kind": kind})


@pytest.mark.parametrize("kind", sorted(MEDIA))
def test_danger_in_the_words_below_a_photo_is_heard_first(kind):
    """Nobody waits for somebody to look at the photo."""
    assert read(kind, text="help, I am in danger").kind is ReadingKind.DANGER


def test_an_invite_that_works_opens_its_form_and_another_one_asks_for_nothing():
    """A link that is over must not make a volunteer of anybody."""
    good = read(InboundKind.START, link="CODE234", facts={"invited": True})
    assert (good.kind, good.text) == (ReadingKind.OPEN, "enrol")
    assert dict(good.about) == {"invite": "CODE234"}
    for link in ("CODE234", ""):
        bad = read(InboundKind.START, link=link)
        assert (bad.kind, bad.command) == (ReadingKind.COMMAND, Command.AGAIN)


def test_a_notice_whose_time_has_come_opens_its_form_about_what_it_says():
    """With the notice itself, so that its words are said once."""
    about = {"notice": "did_help_arrive", "request_id": ID}
    opening = {"notice_id": ID, "form": "follow_up", "about": about}
    reading = reading_of(leased(opening=opening), SAFE, "CN")
    assert (reading.kind, reading.text) == (ReadingKind.OPEN, "follow_up")
    assert dict(reading.about) == about


def test_a_lane_with_nothing_in_it_is_no_answer():
    """Nothing may follow from silence."""
    assert reading_of(leased(), SAFE, "CN").kind is ReadingKind.UNCLEAR


@pytest.mark.parametrize("prompt", [SAFE, None], ids=["a menu", "nothing"])
def test_a_code_from_elsewhere_offers_to_go_on_with_that_conversation(prompt):
    """Typed where nine digits can be nothing else, or brought by a link."""
    for work in (
        leased(InboundKind.TEXT, text="482 915 736"),
        leased(InboundKind.START, link=CODE),
    ):
        reading = going_on(work, prompt)
        assert (reading.text, dict(reading.about)) == ("go_on", {"resume_code": CODE})


def test_nine_digits_are_an_answer_where_words_or_numbers_are_asked_for():
    """It may be a telephone number."""
    for kind in (Kind.TEXT, Kind.PHONE, Kind.PLACE):
        assert going_on(leased(InboundKind.TEXT, text=CODE), Prompt("?", kind=kind)) is None
    assert going_on(leased(InboundKind.START, link=CODE), WORDS) is not None
    assert going_on(leased(InboundKind.TEXT, text="1"), SAFE) is None


def test_an_invite_that_looks_like_a_code_is_an_invite():
    """Whoever was invited is asked what the invite is for."""
    assert going_on(leased(InboundKind.START, link=CODE, facts={"invited": True}), None) is None


@pytest.mark.parametrize(
    ("facts", "form"),
    [
        ({}, "ask"),
        ({"volunteer": True}, "enrol"),
        ({"requests": [REQUEST]}, "follow_up"),
        ({"requests": [REQUEST], "tasks": [TASK]}, "task"),
        ({"requests": [REQUEST], "tasks": [TASK], "offers": [OFFER]}, "offer"),
    ],
    ids=["somebody new", "a volunteer", "a request", "a task", "an offer"],
)
def test_who_writes_first_is_asked_about_what_waits_for_them(facts, form):
    """What somebody else waits for comes before what they came for themselves."""
    assert root_of(leased(InboundKind.TEXT, facts=facts))[0] == form


def test_an_offer_says_nothing_of_who_the_resident_is():
    """Only what a volunteer decides on, and the ids that answer it."""
    _, about = root_of(leased(InboundKind.TEXT, facts={"offers": [OFFER]}))
    assert about["offer_id"] == ID
    assert about["distance"] == OFFER["distance_m"]
    decides = {"letter", "leaves", "urgency", "area", "accommodations", "people", "remote"}
    decides |= {"interpreter", "half"}  # a language they do not share; which half of a relay
    assert about.keys() <= decides | {"offer_id", "distance"}


def test_with_several_requests_it_is_asked_which_one():
    """One alone is meant without asking."""
    one, two = {"requests": [REQUEST]}, {"requests": [REQUEST, REQUEST]}
    assert root_of(leased(InboundKind.TEXT, facts=one))[1] == {"request_id": ID}
    assert root_of(leased(InboundKind.TEXT, facts=two))[1] == {}
    assert "several_requests" in known(two)
    assert "several_requests" not in known(one)


@pytest.mark.parametrize("name", ["consented", "name_known", "phone_known", "volunteer"])
def test_what_the_api_knows_of_somebody_is_not_asked_again(name):
    """Each fact by its own name."""
    assert name in known({name: True})
    assert name not in known()


def test_a_language_that_was_chosen_is_known():
    """And one that was not is asked for."""
    assert "language_known" in known()
    assert "language_known" not in known({"language": ""})


def test_after_half_a_day_or_on_another_wire_somebody_is_told_where_they_were():
    """Nobody remembers the question of yesterday."""
    assert "long_silence" in known({"silent_s": LONG_SILENCE_S})
    assert "long_silence" not in known({"silent_s": LONG_SILENCE_S - 1})
    assert "long_silence" in known(arrives=True)


def test_who_is_rung_for_the_first_time_is_not_welcomed_back():
    """Days may pass between an invite and the call; what they answered once is told as ever."""
    late = {"silent_s": LONG_SILENCE_S, "caller_for": True}
    assert "long_silence" not in known(late)
    begun = State(frames=(Frame("enrol", answers={"consent": ("yes",)}),))
    there = facts_of(leased(InboundKind.TEXT, facts=late), begun, NOW)
    assert "long_silence" in there.known


def test_a_turn_that_sets_the_language_is_made_in_it():
    """A paper names its language and asks for help in the same turn."""
    work = leased(InboundKind.ANSWER_LINE, text="1=2")
    said = Act("set_language", {"answers": {"language": ["zh-Hans"]}})
    chinese = in_its_language(work, Turn(State(), effects=(said,)))
    assert chinese.facts.language == "zh-Hans"
    assert in_its_language(work, Turn(State())) is work


def test_a_code_is_read_out_only_in_a_call():
    """A link in somebody's own chat changes nothing of what they have begun."""
    link = leased(InboundKind.START, link=CODE)
    called = link.model_copy(update={"inbound": link.inbound.model_copy(update={"call_id": ID})})
    assert (read_out(link), read_out(called)) == (False, True)

"""How a call begins: who is this, is it a good time, and every other thing that may be."""

from datetime import UTC, datetime, timedelta

import pytest

from api.people import service as people
from api.people.schemas import Contact, Profile
from api.vocabulary import Accommodation, CallBy, Role
from tests.bot.desk.holding import call_id, picks_up, takes_the_call
from tests.bot.desk.office import PHONE

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
HELPER = "+8613800138009"


async def test_nothing_of_the_request_is_said_before_it_is_the_right_person(voice):
    """First who calls and whom for; then whether it is safe; only then the open question."""
    eva = await picks_up(voice)
    assert "Good day, my name is" in eva.text
    assert "When do you need it?" not in eva.text
    seen = await eva.follows("Yes, it is them")
    assert "Is now a good and safe time to talk?" in seen
    assert "When do you need it?" not in seen
    assert "When do you need it?" in await eva.follows("Yes, now is good")


@pytest.mark.parametrize(
    ("way", "says"),
    [
        (("It is somebody else",), "I will try again another time"),
        (("A relay operator answers", "Go on"), "Is now a good and safe time"),
        (("I can hardly understand them",), "you say yes or no"),
        (("I can hardly understand them", "They need an interpreter"), "speaks your language"),
        (("Yes, it is them", "No, not now"), "When may we call you again?"),
    ],
)
async def test_every_answer_leads_to_words_for_it(voice, way, says):
    """What is said there names no need, and the way back is one press."""
    eva = await picks_up(voice)
    for answer in way:
        await eva.follows(answer)
    assert says in eva.text
    assert "cooked meal" not in eva.text
    assert "Good day, my name is" in await eva.follows("The opening once more")


async def test_a_machine_hears_nothing_unless_that_was_marked_safe(voice):
    """Then a first name and our number, and neither Linli nor the request."""
    eva = await picks_up(voice)
    assert "Leave no message" in await eva.follows("A machine answers")
    assert "Please call me back" not in eva.text
    assert "message left" not in eva.text

    person_id = await voice.person_id("Bob")
    safe = Contact(may_call="yes", leave_message=True)
    await voice.write(lambda c: people.set_contact(c, person_id, safe))
    seen = await eva.opens(str(eva.answer.url.path))
    assert "this is Eva. Please call me back" in seen
    assert "Linli" not in seen.partition("Please call me back")[2].partition("Say only this")[0]


async def test_what_the_opening_came_to_is_kept_like_any_other_try(voice):
    """The wrong person: another time, and the call goes back to the queue."""
    eva = await picks_up(voice)
    await eva.follows("It is somebody else")
    assert "Noted" in await eva.presses("no answer")
    assert "Tries 1" in eva.text


async def test_the_number_shown_in_the_opening_keeps_the_sentence_to_say(voice):
    """Whoever dials reads on from the same page."""
    eva = await picks_up(voice)
    await eva.presses("Show the whole number")
    assert f'href="tel:{PHONE}"' in eva.answer.text
    assert "Good day, my name is" in eva.text
    assert PHONE not in str(eva.been)


async def test_say_it_again_is_simpler_and_changes_nothing(voice):
    """The same question in its simplest words, as often as it is wanted."""
    eva = await takes_the_call(voice)
    assert "How soon must it come?" in await eva.follows("Say it again, simply")
    assert "When do you need it?" in await eva.follows("Say it as before")
    assert "answer" not in await voice.actions(await call_id(voice))


async def test_whoever_does_not_hold_the_call_sees_no_opening(voice):
    """The name of whom it is with is in it."""
    await picks_up(voice)
    tom = await voice.at_the_desk("Tom Berg")
    seen = await tom.opens(f"/desk/calls/{await call_id(voice)}/opening/who")
    assert "Good day, my name is" not in seen
    assert "Eva has this call until" in seen


async def test_whoever_wants_to_talk_later_says_when(voice):
    """The call waits until then; what is no time is not taken."""
    eva = await picks_up(voice)
    await eva.follows("They want to stop for now")
    assert "That is all right" in eva.text
    later = {"again_at": "tomorrow"}
    assert "check what you chose" in await eva.presses("they want to talk later", **later)
    at = voice.now + timedelta(hours=3)
    seen = await eva.presses("they want to talk later", again_at=f"{at:%Y-%m-%dT%H:%M}")
    assert "Noted" in seen
    assert "For later" in seen


async def test_what_is_safe_is_said_before_anybody_is_rung(voice):
    """Who else may pick up, a phone that is not theirs, and when to ring."""
    person_id = await voice.person_id("Bob")
    safe = Contact(when=("morning",), who_answers="his brother", borrowed=True)
    await voice.write(lambda c: people.set_contact(c, person_id, safe))
    eva = await picks_up(voice)
    assert "Ring only then: in the morning" in eva.text
    assert "Somebody else may answer: his brother" in eva.text
    assert "The phone is not theirs" in eva.text


async def test_whoever_talks_with_them_notes_what_is_safe(voice):
    """It is kept for all who call after that, and stands above the number."""
    eva = await takes_the_call(voice)
    said = {"when": ["evening"], "who_answers": "his brother", "leave_message": "yes"}
    assert "Saved." in await eva.presses("Keep this", may_call="yes", **said)
    assert "Ring only then: in the evening" in eva.text
    assert "Leave no message" not in eva.text
    assert "his brother" in eva.text
    assert "contact" in await voice.actions(await call_id(voice))


async def test_who_must_not_be_phoned_is_not_phoned_any_more(voice):
    """The same call goes on in writing, and the number is gone from the page."""
    eva = await takes_the_call(voice)
    seen = await eva.presses("Keep this", may_call="no")
    assert "Do not phone. Write to them below." in seen
    assert "Show the whole number" not in seen


async def test_how_to_talk_with_them_stands_there_before_the_call_begins(voice):
    """By what they told us, with who helps them; their number only when it is asked for."""
    person_id = await voice.person_id("Bob")

    def tell(conn):
        said = Profile(ways=(CallBy.VOICE,), helper_name="Bo", helper_phone=HELPER)
        people.keep_profile(conn, person_id, said, talking=[Accommodation.SLOW], now=NOON)

    await voice.write(tell)
    eva = await picks_up(voice)
    assert "Do not hurry them." in eva.text
    assert "Best for them: by phone." in eva.text
    assert "Bo helps them to talk with us." in eva.text
    assert HELPER not in eva.text
    assert HELPER in await eva.presses("Show the number of the helper")
    assert "Good day, my name is" in eva.text


async def test_nobody_else_reads_who_helps_them(voice):
    """Not in the queue, and not on the page of a call that is not theirs."""
    person_id = await voice.person_id("Bob")
    said = Profile(helper_name="Quagga", helper_phone=HELPER)
    await voice.write(lambda c: people.keep_profile(c, person_id, said, talking=None, now=NOON))
    await picks_up(voice)
    tom = await voice.at_the_desk("Tom", Role.CALLER)
    for page in ("/desk/calls", f"/desk/calls/{await call_id(voice)}"):
        assert "Quagga" not in await tom.opens(page)

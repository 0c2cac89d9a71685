"""Voice notes in a conversation: heard, read back, asked again, and at last a person's."""

from datetime import timedelta

import pytest

from accessibility.listen.errors import (
    NoEarsError,
    NotAudioError,
    NothingSaidError,
    TooLongError,
)
from accessibility.prompt import Heard
from api.vocabulary import InboundKind
from bot.channel import Inbound
from tests.ears import ears_of, kept, played, speak, voice_note
from tests.journeys.steps import perform

AGAIN = "I did not hear that well"
A_PERSON = "I cannot understand this yet"
MINUTE = timedelta(minutes=1)


async def test_what_is_spoken_is_read_back_and_answers_when_it_is_confirmed(world, ann):
    """By words or by voice; the audio is gone, what was heard is in the history."""
    await speak(world, ann, "I need food")
    world.expect(ann, "I heard: Food or water.")
    assert await kept(world) == []
    await speak(world, ann, "yes")
    assert world.open_prompt(ann).code == "ask.food_need"
    await speak(world, ann, "groceries")
    await world.say(ann, "1")
    assert world.open_prompt(ann).code == "ask.urgency"


async def test_the_words_of_the_open_question_help_to_hear(world, ann):
    """And of what is beneath, while something is read back."""
    await speak(world, ann, "food")
    language, expected = ears_of(world).asked[-1]
    assert (language, expected.free) == ("en", False)
    assert {"Food or water", "one"} <= set(expected.words)
    await speak(world, ann, "yes")
    assert {"Yes, that is right", "No, that is wrong", "Food or water"} <= set(
        ears_of(world).asked[-1][1].words
    )


async def test_whoever_says_something_else_corrects_what_was_heard(world, ann):
    """Spoken it is read back anew, written it counts, and so does an old button."""
    await speak(world, ann, "food")
    button = f"{_beneath(world, ann)}:talk"
    await speak(world, ann, "health")
    world.expect(ann, "I heard: Medicine or a doctor.")
    await world.receive(ann, InboundKind.BUTTON, button=button)
    assert world.open_prompt(ann).code == "ask.need"
    await speak(world, ann, "food")
    await world.say(ann, "talk")
    assert world.open_prompt(ann).code == "ask.talk_need"


def _beneath(world, name):
    """The number of the question beneath the one that is open."""
    asked = [one.prompt for one in world.wire(name).sent[world.address(name)] if one.prompt.asks]
    return asked[-2].question_id


async def test_what_is_not_heard_well_is_asked_again_and_then_a_person_listens(world, ann):
    """Who takes the call hears the very voice note; the question stays open."""
    ears_of(world).come_to = [Heard("blue elephants", 0.2), Heard("grey elephants", 0.2)]
    await speak(world, ann, "my knee hurts")
    world.expect(ann, AGAIN)
    assert await kept(world) == []
    await speak(world, ann, "my knee hurts so much")
    world.expect(ann, A_PERSON)
    assert world.open_prompt(ann).code == "ask.need"
    assert await played(world, "Eva", ann) == ["my knee hurts so much"]


@pytest.mark.parametrize("error", [NothingSaidError, NotAudioError])
async def test_silence_and_what_is_no_audio_are_asked_again(world, ann, error):
    """Nobody is told that something is not supported."""
    ears_of(world).come_to = [error("why"), error("why")]
    await speak(world, ann, "...")
    world.expect(ann, AGAIN)
    await speak(world, ann, "...")
    world.expect(ann, A_PERSON)


async def test_without_ears_a_person_listens_at_once(world, ann):
    """As it always was; and now they hear it."""
    ears_of(world).come_to = [NoEarsError("none")]
    await speak(world, ann, "I need food")
    world.expect(ann, A_PERSON)
    world.expect(ann, "What do you need?")
    assert await played(world, "Eva", ann) == ["I need food"]


async def test_a_language_nobody_hears_is_for_a_person(world, ann):
    """Another language is not tried for it."""
    ears_of(world).languages = ("zh-Hans",)
    await speak(world, ann, "I need food")
    world.expect(ann, A_PERSON)
    assert ears_of(world).asked == []


async def test_what_is_too_long_is_told_with_the_limit_and_goes_to_a_person(world, ann):
    """It is theirs whole."""
    ears_of(world).come_to = [TooLongError("too long")]
    await speak(world, ann, "a long story")
    world.expect(ann, "I can listen to 120 seconds at once.")
    assert await played(world, "Eva", ann) == ["a long story"]


async def test_danger_that_is_spoken_gives_the_card_at_once(world, ann):
    """No confirmation, and the words go with the alert."""
    await speak(world, ann, "I cannot breathe")
    world.expect(ann, "Please call 120, 110 now.")
    await world.expect_alert(ann)
    assert world.open_prompt(ann).code == "ask.need"
    await speak(world, ann, "food")
    await speak(world, ann, "help me I am bleeding badly")
    world.expect(ann, "Please call 120, 110 now.")
    assert world.open_prompt(ann).code == "heard.right"


async def test_words_beside_a_voice_note_are_kept_with_it(world, ann):
    """Where free words are asked for."""
    for text in ("6", "2", "Lane 12, door 3", "#"):
        await world.say(ann, text)
    assert world.open_prompt(ann).code == "ask.other_detail"
    await speak(world, ann, "a fan", text="It is hot.")
    world.expect(ann, "I heard: It is hot. a fan.")


async def test_free_words_and_a_place_are_spoken(world, ann):
    """Read back as they will be kept."""
    for text in ("6", "2"):
        await world.say(ann, text)
    assert world.open_prompt(ann).code == "ask.where"
    await speak(world, ann, "Lane 12, door 3")
    world.expect(ann, "I heard: Lane 12, door 3.")
    await speak(world, ann, "that is right")
    await world.say(ann, "#")
    await speak(world, ann, "somebody must look at my stove")
    world.expect(ann, "I heard: somebody must look at my stove.")
    await speak(world, ann, "yes")
    assert world.open_prompt(ann).code == "ask.for_whom"


@pytest.mark.parametrize(("words", "language"), [("English", "en"), ("中文", "zh-Hans")])
async def test_who_has_chosen_no_language_is_heard_in_each(world, words, language):
    """And the next question comes in theirs."""
    await speak(world, "Bea", "hello")
    assert world.open_prompt("Bea").code == "ask.language"
    await speak(world, "Bea", words)
    assert [one for one, _ in ears_of(world).asked[-2:]] == ["en", "zh-Hans"]
    assert world.open_prompt("Bea").code == "ask.safe_now"
    await world.say("Bea", "1")
    assert world.wire("Bea").sent["bea"][-1].language == language


async def test_while_a_caller_writes_it_goes_to_the_caller(world, ann):
    """They hear it and read what was heard; the open question stays as it was."""
    await world.say(ann, "0")
    await world.say(ann, "write to me here")
    await world.take_call("Eva", ann)
    await speak(world, ann, "I need food")
    assert world.open_prompt(ann).code != "heard.right"
    await world.read_in_call("Eva", "I need food")
    call = await world.in_call("Eva", "GET", "")
    assert len(call["recordings"]) == 1
    await speak(world, ann, "I cannot breathe")
    world.expect(ann, "Please call 120, 110 now.")
    call = await world.in_call("Eva", "GET", "")
    assert len(call["recordings"]) == 2


async def test_a_voice_note_passed_on_is_for_a_person(world, ann):
    """It is not the voice of who answers."""
    note = voice_note(world, ann, "I need food")
    passed_on = Inbound("f1", note.address, InboundKind.FORWARD, note.body, note.audio)
    await world.wire(ann).ports.receive(passed_on)
    await world.settle()
    world.expect(ann, A_PERSON)
    assert ears_of(world).asked == []
    assert await played(world, "Eva", ann) == ["I need food"]


async def test_words_spoken_before_the_question_changed_are_not_taken_for_an_answer(world):
    """Whoever began before the new question reached them is told so, and asked again."""
    for line in (
        "group Elm is 300 m away and does meal",
        "Vera is a volunteer of Elm",
        "Ann asks for meal today",
        "Ann > hello",
        "Ann > 2",
        "Ann > 1",
        "Ann > 1",
        "Vera < When: now.",
        "1 minute passes",
    ):
        await perform(world, line)
    began = {"file_id": "", "mime": "audio/ogg", "size": 3, "seconds": 120}
    await speak(world, "Vera", "yes", media=began)
    world.expect("Vera", "The question has just changed.")
    await speak(world, "Vera", "yes")
    world.expect("Vera", "I heard:")
    assert await world.request_status("Ann") == "offered"
    await speak(world, "Vera", "yes")
    assert await world.request_status("Ann") == "taken"

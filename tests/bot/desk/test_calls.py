"""A call from the queue to its end, on the page: by voice, in writing, and with a leader."""

import re
from datetime import timedelta

from api.vocabulary import Role
from tests.bot.desk.holding import call_id, takes_the_call
from tests.bot.desk.office import MASKED, PHONE


async def test_a_caller_sees_what_to_say_only_once_the_call_is_theirs(voice):
    """Before that: why, how, which language, and until when it was promised."""
    eva = await voice.at_the_desk("Eva", Role.CALLER)
    before = await eva.follows("they asked for a person")
    assert "by phone" in before
    assert "When do you need it?" not in before
    assert "This call is yours now" in await eva.presses("Take this call")
    await eva.follows("Yes, it is them")
    assert "When do you need it?" in await eva.follows("Yes, now is good")


async def test_everybody_else_sees_who_has_the_call(voice):
    """By first name, in the queue and on the page, and takes another one."""
    await takes_the_call(voice)
    tom = await voice.at_the_desk("Tom", Role.CALLER)
    assert "Taken by Eva" in tom.text
    seen = await tom.follows("they asked for a person")
    assert "Eva has this call until" in seen
    assert "Take this call" not in seen
    assert "Put it back" not in seen


async def test_a_coordinator_puts_back_a_call_that_somebody_cannot_go_on_with(voice):
    """Then anybody may take it."""
    eva = await takes_the_call(voice)
    boss = await voice.at_the_desk("Ida")
    await boss.follows("they asked for a person")
    await boss.presses("Put it back into the queue")
    assert "Take this call" in await eva.opens(f"/desk/calls/{await call_id(voice)}")


async def test_the_number_is_masked_until_its_holder_asks_for_it(voice):
    """And that is in the audit; a look at the page is not enough."""
    eva = await takes_the_call(voice)
    assert MASKED in eva.text
    assert PHONE not in eva.answer.text
    await eva.presses("Show the whole number")
    assert f'href="tel:{PHONE}"' in eva.answer.text
    assert (await voice.actions(await call_id(voice)))[-2:] == ["reveal_number", "reveal"]


async def test_by_voice_the_caller_asks_the_rest_of_the_form(voice):
    """By pressing what was answered, by ticking it, by typing it, and back."""
    eva = await takes_the_call(voice)
    assert "Sorry, I did not understand" in await eva.presses("Keep the answer", text="blue")
    assert "What food or water" in await eva.presses("Back")
    assert "When do you need it?" in await eva.ticks("cooked meal", "water")
    assert "Where is the help needed?" in await eva.presses("Today")
    assert "How does a helper find your door?" in await eva.presses(
        "Keep the answer", text="121 Elm Street"
    )
    assert "Where is the help needed?" in await eva.presses("Back")


async def test_a_page_sent_twice_answers_once(voice):
    """Two clicks are one answer: the second is told from the first by its key."""
    eva = await takes_the_call(voice)
    path = str(eva.answer.url.path)
    form = next(form for form in eva.page.forms if any("Today" in b[2] for b in form.buttons))
    button = next(b for b in form.buttons if "Today" in b[2])
    for _ in range(2):
        await eva.client.post(form.action, data={**form.sends, button[0]: button[1]})
    assert "Where is the help needed?" in await eva.opens(path)
    assert "did not understand" not in eva.text


async def test_danger_is_told_for_them_and_the_card_comes_at_once(voice):
    """The caller reads the numbers out; a lead is told."""
    eva = await takes_the_call(voice)
    await eva.presses("They are in danger")
    assert "Read this out now" in eva.text
    assert "120" in eva.text
    await voice.expect_alert("Bob")
    assert "danger" in await eva.opens("/desk")


async def test_who_was_not_reached_is_tried_again(voice):
    """The call is back in the queue, with the try counted."""
    eva = await takes_the_call(voice)
    assert "Noted" in await eva.presses("no answer")
    assert "For later" in eva.text
    assert "Tries 1" in eva.text


async def test_a_call_is_closed_with_what_came_of_it_and_a_note(voice):
    """The note is for coordinators and the next caller only."""
    eva = await takes_the_call(voice)
    path = str(eva.answer.url.path)
    assert "check what you chose" in await eva.presses("Close the call", outcome="")
    closed = await eva.presses("Close the call", outcome="partly", note="Ask about the lift")
    assert "The call is closed" in closed
    assert "Nobody is waiting for a call" in closed
    assert "Ask about the lift" not in await eva.opens(path)
    assert "a part answered" in eva.text


async def test_in_writing_sentences_go_out_and_come_back(writing):
    """With the caller's first name, on the resident's own channel; never a number to dial."""
    eva = await takes_the_call(writing)
    assert "Do not phone" in eva.text
    assert "tel:" not in eva.answer.text
    assert "Show the whole number" not in eva.text
    assert "Sent." in await eva.presses("Send", text="Good morning! What is it about?")

    async def came():
        return any("Eva writes to you:\nGood morning!" in one for one in writing.heard("Ann"))

    await writing.until(came, "what Eva wrote")
    await writing.say("Ann", "my neighbour needs it too")
    seen = await eva.opens(str(eva.answer.url.path))
    assert seen.index("my neighbour needs it too") < seen.index("Good morning!")


async def test_in_writing_the_form_goes_on_in_the_residents_channel(writing):
    """What the caller answers for them brings the next question to them."""
    eva = await takes_the_call(writing)
    await eva.presses("Today")

    async def came():
        return "Where is the help needed?" in writing.heard("Ann")[-1]

    await writing.until(came, "the next question")


async def test_nothing_personal_is_in_any_address_the_browser_has_been_to(voice):
    """Not the name, the number, the answers, nor the note."""
    eva = await takes_the_call(voice)
    await eva.presses("Show the whole number")
    await eva.presses("Today")
    await eva.presses("Keep the answer", text="121 Elm Street")
    await eva.presses("Close the call", outcome="completed", note="Call after five")
    for url in eva.been:
        assert re.fullmatch(
            r"http://desk\.test/desk(/sign-in/[0-9a-f]{64}|/calls(/[0-9a-f-]{36}(/[a-z]+){0,2})?)?"
            r"(\?(said=[a-z_]+|at=[a-z]+|&)*)?(#[a-z]+)?",
            url,
        ), url


async def test_no_clock_runs_against_a_slow_caller(voice):
    """Whose time ran out holds the call again by the next answer, if nobody else does."""
    eva = await takes_the_call(voice)
    voice.now += timedelta(hours=1)
    assert "Where is the help needed?" in await eva.presses("Today")
    assert "This call is yours until" in eva.text


async def test_a_call_that_somebody_else_took_meanwhile_is_theirs(voice):
    """The form that was still open says so and changes nothing."""
    eva = await takes_the_call(voice)
    voice.now += timedelta(hours=1)
    tom = await takes_the_call(voice, "Tom Berg")
    assert "Somebody else changed this" in await eva.presses("Today")
    assert "Tom has this call until" in eva.text
    assert "When do you need it?" in await tom.opens(str(tom.answer.url.path))


async def test_who_phones_in_is_asked_on_the_same_page(office):
    """A number that cannot be is refused before anything is kept; none at all is fine."""
    office.whole.bot.work()
    eva = await office.at_the_desk("Eva")
    await eva.follows("Somebody phones in")
    assert "This number cannot be right" in await eva.presses("Begin", phone="12")
    assert await call_id(office) is None
    seen = await eva.presses("Begin", phone="138 0013 8000", name="Mei", language="zh-Hans")
    assert "Mei" in seen
    assert MASKED in seen
    assert "您现在安全吗" in seen
    assert "Are you safe right now?" in seen

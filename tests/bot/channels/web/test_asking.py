"""A resident asks for help on the page, without scripts."""

import re

import pytest

from bot.channels.web.visitor import COOKIE
from tests.bot.channels.web.asking import ASK, answer_all


@pytest.mark.parametrize("way", ["pressed", "typed"])
async def test_from_the_first_word_to_the_receipt_without_scripts(here, mei, way):
    """By buttons and boxes, or by typing alone, the request is the same."""
    await answer_all(mei, ASK, way)
    assert "We have your request" in mei.screen.text
    [request] = await here.requests()
    assert request.urgency == "today"
    assert sorted(request.accommodations) == ["ring_long", "slow", "wheelchair", "woman_only"]
    assert [one for one in addresses(mei) for word in private(mei) if word in one] == []


def addresses(person):
    """Every address a browser was at, was sent to, or could go to."""
    found = {str(answer.url) for answer in person.answers}
    found |= {answer.headers.get("location", "") for answer in person.answers}
    found |= set(re.findall(r'(?:href|action|src|data-live)="([^"]*)"', person.screen.html))
    return sorted(found)


def private(person):
    """What no address may hold: it stays in the history of a browser that others use."""
    proof = person.screen.answer.fields[0].value
    return ("Mei", "Door", "Hongmei", "138", "wheelchair", person.cookies[COOKIE], proof)


async def test_the_first_question_is_there_before_anything_was_sent(mei):
    """Each language in its own words, and its name marked as such for a voice."""
    assert "press its number" in mei.screen.part("question")
    own = [one for one in ('lang="en">English', 'lang="zh-Hans">中文') if one in mei.screen.html]
    assert len(own) == 2


async def test_the_page_speaks_the_language_that_was_chosen(mei):
    """Every word of it, at once, and it says so to a voice."""
    await mei.presses("中文")
    assert (mei.screen.language, mei.screen.direction) == ("zh-Hans", "ltr")
    assert "您现在安全吗" in mei.screen.part("question")
    assert "马上离开" in mei.screen.text


async def test_the_language_is_changed_by_its_own_name_at_any_question(mei):
    """Whoever cannot read the page finds their language at its top; then it goes on."""
    await mei.presses("English")
    await mei.presses("Language 中文", form="/chat")
    await mei.presses("中文")
    assert "您现在安全吗" in mei.screen.part("question")


async def test_a_page_sent_twice_is_one_message(here, mei):
    """A double click, or a reload that sends again."""
    await mei.presses("English")
    form = mei.screen.answer
    fields = [*form.filled(), ("press", "yes")]
    for _ in range(2):
        await mei.sends("/chat", fields)
    assert await here.kept() == 3
    assert "May we keep your answers" in mei.screen.part("question")
    assert "earlier question" not in mei.screen.text


async def test_words_that_were_changed_before_they_were_sent_again_are_not_lost(here, mei):
    """The first answer may have got lost on its way back, so the page was sent once more."""
    form = mei.screen.answer
    for text in ("English", "English please"):
        await mei.sends("/chat", [*form.filled(text=text), ("send", "1")])
    assert await here.kept() == 3


async def test_after_sending_a_reload_sends_nothing(mei):
    """The answer to a sent form only says where to look."""
    await mei.presses("English")
    [redirect] = [answer for answer in mei.answers if answer.status_code == 303]
    assert redirect.headers["location"] == "/chat#open"


async def test_a_button_of_an_earlier_question_is_refused_in_plain_words(mei):
    """A page that stood open elsewhere; nothing changes."""
    old = mei.screen.answer
    await mei.presses("English")
    await mei.sends("/chat", [*old.filled(), ("press", "zh-Hans")])
    assert "That button belongs to an earlier question" in mei.screen.text
    assert "Are you safe right now?" in mei.screen.part("question")
    assert mei.screen.language == "en"


async def test_words_typed_under_an_earlier_question_answer_no_other_one(mei):
    """A page that stood open in a second window; key 0 works there all the same."""
    await mei.presses("English")
    old = mei.screen
    await mei.presses("Yes, I am safe")
    mei.screen = old
    await mei.says("2")
    assert "The question has just changed" in mei.screen.text
    assert "May we keep your answers" in mei.screen.part("question")
    mei.screen = old
    await mei.says("0")
    assert "May we keep your answers" not in mei.screen.part("question")


async def test_a_person_is_reached_from_an_old_page_too(mei):
    """Key 0 belongs to no question: nobody in danger is told that a button is old."""
    old = mei.screen.answer
    await mei.presses("English")
    await mei.sends("/chat", [*old.filled(), ("key", "person")])
    assert "How should a person help you?" in mei.screen.part("question")


async def test_danger_is_two_presses_from_any_page(here, mei):
    """The key in the sentence at the top, then the first choice; the numbers come at once."""
    await mei.presses("English")
    await mei.presses("0", form="danger")
    await mei.presses("I am in danger now")
    assert "Please call 120, 110 now." in mei.screen.text
    assert "Are you safe right now?" in mei.screen.part("question")


async def test_the_numbers_to_call_are_on_the_page_and_can_be_called(mei):
    """By voice and, for whoever cannot speak, by text message."""
    told = mei.screen.part("danger")
    assert told == "In danger now? Press 0 or call 120 , 110 . Cannot speak? Text 12110 ."
    assert {"tel:120", "tel:110", "sms:12110"} <= set(mei.screen.links)


async def test_choices_of_another_page_of_the_list_are_ticked_beside_those_of_this_one(mei):
    """A menu shows five; whoever needs the third and the sixth says so at once."""
    for label in ("English", "Yes, I am safe", "Yes"):
        await mei.presses(label)
    await mei.ticks("Help at home or outside")
    await mei.ticks(
        "An errand, such as bank, post or bins", "A repair, such as water, power or locks"
    )
    assert "When do you need it?" in mei.screen.part("question")
    assert "An errand, such as bank, post or bins and A repair" in mei.screen.lines[-2]

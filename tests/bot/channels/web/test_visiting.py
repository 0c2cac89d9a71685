"""Whoever only looks leaves nothing behind; whoever speaks loses nothing by that."""

import pytest
import sqlalchemy as sa

from api.database.tables.inbound import inbound, lanes
from api.database.tables.people import addresses, people
from api.database.tables.sessions import sessions
from tests.bot.channels.web.asking import asks_for_food

VISITS = 5


async def rows(here):
    """How many rows there are of whoever came."""
    tables = (people, addresses, inbound, lanes, sessions)
    count = sa.select(sa.func.count())
    return await here.read(lambda c: [c.scalar(count.select_from(one)) for one in tables])


@pytest.mark.parametrize("path", ["/chat", "/join/AB23CD"])
async def test_a_visit_that_says_nothing_keeps_nothing(here, new_browser, path):
    """A program that reads links and keeps no cookies may come as often as it likes."""
    before = await rows(here)
    for _ in range(VISITS):
        await new_browser().opens(path)
    assert await rows(here) == before


async def test_a_cookie_that_somebody_made_up_keeps_nothing_either(here, new_browser):
    """It has the form of ours."""
    before = await rows(here)
    for number in range(VISITS):
        browser = new_browser()
        browser.cookies.set("linli_visitor", f"{number}" * 40)
        await browser.opens()
    assert await rows(here) == before


async def test_the_first_press_answers_the_question_that_was_shown(here, new_browser):
    """It is the first thing that is kept, with the question before it."""
    browser = new_browser()
    await browser.opens()
    assert "press its number" in browser.screen.part("question")
    await browser.presses("English")
    assert "Are you safe" in browser.screen.part("question")
    assert browser.screen.text.index("press its number") < browser.screen.text.index("Are you")
    assert (await rows(here))[1] == 1


async def test_the_first_words_answer_it_too(new_browser):
    """Typed instead of pressed."""
    browser = new_browser()
    await browser.opens()
    await browser.says("2")
    assert "您现在安全吗" in browser.screen.part("question")


async def test_danger_is_heard_at_the_first_press(new_browser):
    """A person is the first thing anybody may ask for."""
    browser = new_browser()
    await browser.opens()
    await browser.presses("A person")
    assert "How should a person help you?" in browser.screen.part("question")


async def test_a_page_sent_twice_begins_once(here, new_browser):
    """A double click of somebody new is one conversation and one answer."""
    browser = new_browser()
    await browser.opens()
    form = browser.screen.answer
    button = form.find("English")
    fields = [*form.filled(), (button.name, button.value)]
    for _ in range(2):
        await browser.sends(form.action, fields)
    assert "Are you safe" in browser.screen.part("question")
    assert (await rows(here))[2] == 2


async def test_somebody_new_goes_on_with_a_code_at_once(mei, new_browser):
    """The first question of this browser is not asked after the one they come with."""
    await asks_for_food(mei, until="What do you need?")
    await mei.says("code")
    code = mei.screen.text.partition("Your code is ")[2][:11]
    other = new_browser()
    await other.opens()
    await other.presses("Go on here", form="/chat/resume", code=code)
    assert "What do you need?" in other.screen.part("question")
    await mei.opens()
    assert "Your conversation now goes on in another place." in mei.screen.text


async def test_somebody_new_may_ask_for_a_code_first(new_browser):
    """Their conversation begins by it."""
    browser = new_browser()
    await browser.opens()
    await browser.presses("Give me a code", form="/chat/code")
    assert "Your code is" in browser.screen.part("elsewhere")

"""Arriving by a link: a volunteer's own, which ends; a coordinator's invite."""

import logging

import pytest

from bot.channels.web.visitor import COOKIE
from tests.bot.channels.web.asking import asks_for_food
from tests.bot.channels.web.neighbourhood import WEEK

LINK = "0a" * 32
ANN = "address-of-ann"


@pytest.fixture
def linked(alone):
    """A page where a personal link leads to Ann's conversation."""
    alone.links[LINK] = ANN
    return alone


async def test_a_personal_link_opens_its_own_conversation(linked, new_visitor):
    """And the address bar shows the link no longer."""
    browser = new_visitor()
    await browser.opens(f"/me/{LINK}")
    assert linked.asked[-1] == ANN
    assert str(browser.last.url).endswith("/chat#open")
    assert LINK not in browser.last.text


async def test_a_second_browser_with_the_link_has_the_same_conversation(linked, new_visitor):
    """A telephone and a computer of one volunteer."""
    for browser in (new_visitor(), new_visitor()):
        await browser.opens(f"/me/{LINK}")
        await browser.says("hello")
    assert [one.address for one in linked.received] == [ANN, ANN]


async def test_a_link_that_is_unknown_or_has_ended_is_told_so(alone, new_visitor):
    """Nobody is greeted as a resident instead; the coordinator's number is there."""
    browser = new_visitor()
    await browser.opens(f"/me/{LINK}")
    assert browser.last.status_code == 410
    assert "This link does not work any more." in browser.screen.part("told")
    assert "021 5555 0100" in browser.screen.part("told")
    assert alone.received == []


async def test_a_link_that_ends_while_its_page_is_open_says_so_and_shows_what_was_typed(
    linked, new_visitor
):
    """The words go to nobody; they are not lost."""
    browser = new_visitor()
    await browser.opens(f"/me/{LINK}")
    linked.links.clear()
    await browser.says("I am on my way")
    assert browser.last.status_code == 410
    assert "I am on my way" in browser.screen.text
    assert [one for one in linked.received if one.body.get("text")] == []
    await browser.opens()
    assert linked.asked[-1] != ANN


async def test_a_link_takes_no_browser_from_another_conversation_unasked(linked, visitor):
    """Else a link somebody made up would make a resident write into another's conversation."""
    mine = linked.asked[-1]
    await visitor.opens(f"/me/{LINK}")
    assert "This browser shows another conversation." in visitor.screen.part("told")
    await visitor.opens()
    assert linked.asked[-1] == mine
    await visitor.opens(f"/me/{LINK}")
    await visitor.presses("Open my conversation", form="open")
    assert linked.asked[-1] == ANN


async def test_another_site_cannot_make_that_choice(linked, visitor):
    """Only our own form does."""
    await visitor.sends(f"/me/{LINK}", [("proof", "0" * 64)])
    assert visitor.last.status_code == 403
    assert not visitor.cookies[COOKIE].startswith("me.")


async def test_who_follows_the_same_link_again_is_not_asked(linked, new_visitor):
    """It is their own conversation already."""
    browser = new_visitor()
    for _ in range(2):
        await browser.opens(f"/me/{LINK}")
    assert "another conversation" not in browser.screen.text


async def test_a_volunteer_with_nothing_to_do_is_asked_nothing(linked, new_visitor):
    """A question of ours would keep an offer waiting."""
    linked.talk = type(linked.talk)("en", (), None, waiting=False)
    browser = new_visitor()
    await browser.opens(f"/me/{LINK}")
    assert linked.received == []
    assert "Nothing waits for you here." in browser.screen.text


async def test_an_invite_begins_the_conversation_of_somebody_new_by_a_button(alone, new_visitor):
    """Programs that look at links press none; then it is as for everybody else."""
    alone.new = True
    browser = new_visitor()
    await browser.opens("/join/AB23CD")
    assert alone.received == []
    assert "You are invited to help your neighbours." in browser.screen.part("told")
    await browser.presses("Begin")
    assert [one.body for one in alone.received] == [{"link": "AB23CD"}]
    assert str(browser.last.url).endswith("/chat#open")
    await browser.opens("/join/AB23CD")
    assert len(alone.received) == 1


async def test_another_site_cannot_press_it(alone, new_visitor):
    """Only our own page does."""
    alone.new = True
    browser = new_visitor()
    await browser.opens("/join/AB23CD")
    await browser.sends("/join/AB23CD", [("proof", "0" * 64)])
    assert browser.last.status_code == 403
    assert alone.received == []


async def test_an_invite_begins_the_conversation_with_it_once(alone, new_visitor):
    """Opening it twice says it once."""
    browser = new_visitor()
    for _ in range(2):
        await browser.opens("/join/AB23CD")
    assert [one.body for one in alone.received] == [{"link": "AB23CD"}]


@pytest.mark.parametrize("path", ["/join/%00", "/join/a%0ab", "/me/%00", "/me/a%0ab"])
async def test_a_link_of_odd_characters_is_a_link_that_does_not_work(alone, new_visitor, path):
    """In words, and nothing is kept."""
    browser = new_visitor()
    await browser.opens(path)
    assert browser.last.status_code == 410
    assert alone.received == []


async def test_a_volunteer_accepts_an_offer_on_their_page(here, mei, new_browser, caplog):
    """The resident hears it; the link is in no log, and a week later it leads nowhere."""
    await here.add_group("Hongmei", 200, ["water"])
    await here.know_places()
    link = await here.volunteer("Ann", "Hongmei")
    ann = new_browser()
    caplog.set_level(logging.DEBUG, logger="bot")
    caplog.set_level(logging.DEBUG, logger="api")
    await ann.opens(f"/me/{link}")
    await asks_for_food(mei)
    await ann.reads_until("Can you help?")
    assert "Can you help?" in ann.screen.part("question")
    assert "Door 4" not in ann.screen.text
    await ann.presses("Yes, I will help")
    assert "Door 4" in ann.screen.text
    await mei.reads_until("Ann will help you")
    assert link not in "\n".join(r.getMessage() for r in caplog.records if r.name != "httpx")
    here.now += WEEK
    await ann.opens()
    assert ann.last.status_code == 410
    assert "Door 4" not in ann.screen.text

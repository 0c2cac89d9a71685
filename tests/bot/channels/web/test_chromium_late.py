"""The page in a browser when messages, pages and the network come late, fail or go away."""

import asyncio
from datetime import timedelta

import pytest
from playwright.async_api import expect

from accessibility.prompt import Kind
from bot.channel import Said, Shown
from tests.bot.channels.web.looking import asks
from tests.bot.channels.web.standin import FRAME, NOON, question, shown
from tests.browser import screenshot

pytestmark = pytest.mark.full


async def test_words_being_typed_stay_when_a_message_arrives(stands, page):
    """In the field, with the focus in it, though the question changed meanwhile.

    However long the conversation is: a page shows its last hundred lines.
    """
    alone, url = stands
    lines = [f"Line {number}." for number in range(101)]
    alone.talk = shown(*lines[:-1], asks=question())
    await page.goto(f"{url}/chat")
    await page.locator("#text").press_sequentially("I am wri")
    said = shown(*lines, "A neighbour will help you").said
    alone.talk = Shown("en", said[-100:], None, waiting=False)
    alone.channel._live.tell(alone.asked[-1])  # noqa: SLF001 - as sending does
    await expect(page.locator("[role=log]")).to_contain_text("A neighbour will help you")
    await page.keyboard.type("ting")
    assert await page.input_value("#text") == "I am writing"
    await expect(page.locator(".said", has_text="Line 99.")).to_have_count(1)


async def test_a_look_that_comes_late_takes_nobody_back_to_an_older_question(stands, page):
    """Begun before the answer was sent, and there after it: the newer question stays."""
    alone, url = stands
    looked, arrives = asyncio.Event(), asyncio.Event()

    async def late(route):
        if route.request.method == "GET":
            old = await route.fetch()
            looked.set()
            await arrives.wait()
            await route.fulfill(response=old)
        else:
            await route.continue_()

    async with page.expect_response("**/chat/events*"):
        await page.goto(f"{url}/chat")
    await page.route("**/chat", late)
    alone.talk = shown("Hello", "Read this.", asks=question())
    alone.channel._live.tell(alone.asked[-1])  # noqa: SLF001 - as sending does
    await looked.wait()
    asked = question("Where are you?", (), Kind.TEXT)
    said = Said("linli", asked.text, NOON + timedelta(minutes=6), asked)
    alone.talk = Shown("en", (*alone.talk.said, said), asked, waiting=False)
    await page.get_by_role("button", name="Yes").click()
    await asks(page, "Where are you?")
    async with page.expect_event("requestfinished", lambda one: one.method == "GET"):
        arrives.set()
    await page.evaluate("new Promise(requestAnimationFrame)")
    await expect(page.locator("#open button", has_text="Yes")).to_have_count(0)
    await asks(page, "Where are you?")


async def test_a_link_that_has_ended_is_told_with_the_words_that_went_nowhere(stands, page):
    """The page gives way to the one that says so."""
    alone, url = stands
    link = "0a" * 32
    alone.links[link] = "ann"
    await page.goto(f"{url}/me/{link}")
    alone.links.clear()
    await page.fill("#text", "I am on my way")
    await page.press("#text", "Enter")
    await expect(page.locator("#told")).to_contain_text("This link does not work any more.")
    await expect(page.locator("main")).to_contain_text("I am on my way")


async def test_leaving_is_quick_and_leaves_no_way_back(stands, page):
    """The page is gone from what the button that goes back knows."""
    _, url = stands
    await page.route(
        FRAME.exit_url, lambda route: route.fulfill(body="Sunny", content_type="text/html")
    )
    await page.goto("about:blank")
    await page.goto(f"{url}/chat")
    await page.get_by_role("link", name="Leave quickly").click()
    await page.wait_for_url(FRAME.exit_url)
    await page.go_back()
    assert page.url == "about:blank"


async def test_a_page_without_network_says_so_keeps_the_words_and_sends_them(stands, browser):
    """Once, by itself, as soon as it can."""
    alone, url = stands
    context = await browser.new_context()
    page = await context.new_page()
    await page.goto(f"{url}/chat")
    await context.set_offline(True)
    await page.fill("#text", "I need water")
    await page.press("#text", "Enter")
    await expect(page.locator("#lost")).to_contain_text("Not connected.")
    assert await page.input_value("#text") == "I need water"
    await screenshot(page, "web-offline")
    assert alone.received == []
    await context.set_offline(False)
    await expect(page.locator("#lost p")).to_be_hidden()
    await expect(page.locator("#text")).to_have_value("")
    assert [one.body for one in alone.received] == [{"text": "I need water", "question": "7"}]


async def test_a_server_that_fails_is_tried_again_by_the_page(stands, page):
    """Nothing is sent twice, and nothing is lost."""
    alone, url = stands
    await page.goto(f"{url}/chat")
    alone.failing.add("receive")
    await page.get_by_role("button", name="1 Yes").click()
    await expect(page.locator("#lost")).to_contain_text("Not connected.")
    alone.failing.clear()
    await expect(page.locator("#lost p")).to_be_hidden()
    assert [one.body for one in alone.received] == [{"button": "7:yes"}]

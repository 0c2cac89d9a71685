"""The page with the whole of Linli behind it: spoken to, answered aloud, read back."""

from contextlib import asynccontextmanager

import pytest
from playwright.async_api import expect

from tests.bot.channels.web.looking import asks
from tests.bot.channels.web.neighbourhood import Neighbourhood
from tests.bot.channels.web.speaking import browser, records
from tests.browser import axe, screenshot, serving
from tests.weights import listening

pytestmark = [pytest.mark.full, pytest.mark.timeout(600)]
__all__ = ["browser"]

PATIENCE_MS = 240_000
"""A machine that speaks, listens and shows a browser at one time takes its while."""


@asynccontextmanager
async def served(folder, **settings):
    """A neighbourhood at work, and the address of its page."""
    here = Neighbourhood(folder, **settings)
    await here.whole.open()
    here.whole.work()
    async with serving(here.whole.web) as url:
        yield here, url
        here.whole.let_go()
    await here.whole.close()


async def test_an_answer_is_spoken_read_back_and_taken(tmp_path, page):
    """The question is heard first; nothing of the voice is kept once it is understood."""
    async with served(tmp_path, listen_directory=str(listening())) as (_, url):
        await page.goto(f"{url}/chat")
        await page.get_by_role("button", name="1 English").click()
        await asks(page, "Are you safe right now?")
        await page.locator(".listen summary").last.click()
        sound = page.locator(".listen audio").last
        assert await sound.evaluate("one => one.play().then(() => one.duration)") > 1
        await records(page, seconds=3)
        await page.locator("#send-recorded").click()
        log = page.locator("[role=log]")
        await expect(log).to_contain_text("I heard: Yes, I am safe.", timeout=PATIENCE_MS)
        await screenshot(page, "web-voice-read-back")
        assert await axe(page) == []
        await page.locator("#open button", has_text="Yes").first.click()
        await asks(page, "May we keep your answers")
        await expect(page.locator(".said.person details")).to_have_count(0)


async def test_where_nobody_understands_it_a_person_will_and_who_spoke_can_hear_it(tmp_path, page):
    """It is kept with the call, and plays for them."""
    async with served(tmp_path) as (here, url):
        await page.goto(f"{url}/chat")
        await page.get_by_role("button", name="1 English").click()
        await asks(page, "Are you safe right now?")
        await records(page)
        await page.locator("#send-recorded").click()
        await expect(page.locator("[role=log]")).to_contain_text("a person will look")
        mine = page.locator(".said.person", has_text="a voice message")
        await mine.locator("summary").click()
        await expect(mine.locator("audio")).to_be_visible()
        assert await mine.locator("audio").evaluate("one => one.play().then(() => true)")
        await screenshot(page, "web-voice-kept")
        assert await axe(page) == []
        assert await here.calls() == ["media"]

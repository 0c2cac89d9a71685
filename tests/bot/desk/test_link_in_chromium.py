"""The link of a call in a real browser: no obstacle, by keyboard, and without scripts."""

import pytest

from tests.bot.desk.test_entrance import taken
from tests.browser import DESK, PHONE, axe, screenshot, scrolls_sideways, serving

pytestmark = pytest.mark.full


@pytest.mark.parametrize(("name", "viewport"), [("desk", DESK), ("phone", PHONE)])
async def test_the_link_is_opened_by_one_press_of_a_key(office, new_page, name, viewport):
    """The page stands in nobody's way; Tab and Enter lead to the call."""
    link, call_id = await taken(office)
    office.whole.bot.work()
    page = await new_page(viewport=viewport)
    async with serving(office.whole.web) as url:
        await page.goto(url + link)
        await screenshot(page, f"open-call-{name}")
        assert await axe(page) == []
        assert not await scrolls_sideways(page)
        button = page.get_by_role("button", name="Open your call")
        for _ in range(9):
            await page.keyboard.press("Tab")
            if await button.evaluate("one => one === document.activeElement"):
                break
        await page.keyboard.press("Enter")
        await page.wait_for_url(f"**/desk/calls/{call_id}")
        assert await axe(page) == []


async def test_the_link_works_without_scripts(office, new_page):
    """On an old telephone, too."""
    link, call_id = await taken(office)
    office.whole.bot.work()
    page = await new_page(java_script_enabled=False, viewport=PHONE)
    async with serving(office.whole.web) as url:
        await page.goto(url + link)
        await page.get_by_role("button", name="Open your call").click()
        await page.wait_for_url(f"**/desk/calls/{call_id}")

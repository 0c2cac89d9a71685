"""Inviting by telephone in a real browser: no obstacle, by keyboard, and without scripts."""

import pytest

from tests.bot.desk.test_in_chromium import signed_in
from tests.browser import DESK, PHONE, in_nobodys_way_either_way, serving

pytestmark = pytest.mark.full


@pytest.fixture
async def elm(office):
    """A group, and a desk that answers by itself."""
    await office.add_group("Elm Street Neighbours", 300, ["meal"])
    office.whole.bot.work()
    return office


async def invites(page):
    """The page is filled in and sent."""
    await page.get_by_label("Their phone number").fill("021 5555 0142")
    await page.get_by_label("Name", exact=True).fill("Mr. Chen")
    await page.get_by_label("Group").select_option(label="Elm Street Neighbours")
    await page.get_by_label("cannot read").check()
    await page.get_by_role("button", name="Put the call in the queue").click()


@pytest.mark.parametrize(("name", "viewport"), [("desk", DESK), ("phone", PHONE)])
async def test_nothing_stands_in_anybodys_way(elm, new_page, name, viewport):
    """The empty page, the list, and a number that is known, with the way out."""
    page = await new_page(viewport=viewport)
    async with serving(elm.whole.web) as url:
        await signed_in(elm, page, url)
        await page.goto(f"{url}/desk/invites")
        await in_nobodys_way_either_way(page, f"invites-{name}")
        await page.evaluate("document.documentElement.dir = 'ltr'")
        await invites(page)
        await page.get_by_text("The call is in the queue.").wait_for()
        await in_nobodys_way_either_way(page, f"invites-made-{name}")
        await page.evaluate("document.documentElement.dir = 'ltr'")
        await invites(page)
        await page.get_by_text("is invited already").wait_for()
        await in_nobodys_way_either_way(page, f"invites-known-{name}")
        assert "5555" not in page.url


async def test_a_coordinator_invites_by_keyboard_alone_and_without_scripts(elm, new_page):
    """Tab, typing and Enter; what was typed stays when the number is known."""
    page = await new_page(java_script_enabled=False)
    async with serving(elm.whole.web) as url:
        await signed_in(elm, page, url)
        await page.goto(f"{url}/desk/invites")
        await page.get_by_label("Their phone number").focus()
        await page.keyboard.type("021 5555 0142")
        await page.keyboard.press("Tab")
        await page.keyboard.type("Mr. Chen")
        await page.get_by_label("Group").focus()
        await page.keyboard.type("Elm")
        await page.get_by_role("button", name="Put the call in the queue").focus()
        await page.keyboard.press("Enter")
        await page.get_by_text("The call is in the queue.").wait_for()
        await invites(page)
        field = page.get_by_label("Their phone number")
        await page.get_by_text("is invited already").wait_for()
        assert await field.input_value() == "021 5555 0142"
        assert await field.get_attribute("aria-invalid") == "true"
        assert await page.get_by_label("This is somebody else who shares the telephone").count()

"""Rules in an area in a real browser: no obstacle, by keyboard, and without scripts."""

import pytest

from tests.bot.desk.test_in_chromium import signed_in
from tests.bot.desk.test_restrictions import PAGE, RULE
from tests.browser import DESK, PHONE, in_nobodys_way_either_way, serving

pytestmark = pytest.mark.full


@pytest.fixture
async def elm(office):
    """A group, and a desk that answers by itself."""
    await office.add_group("Elm Street Neighbours", 300, ["meal"])
    office.whole.bot.work()
    return office


async def makes(page):
    """The form is filled in and sent."""
    await page.get_by_label("Closed: nobody may come").check()
    await page.get_by_label("Why").fill(RULE["reason"])
    await page.get_by_label("Or a polygon as GeoJSON").fill(RULE["area"])
    await page.get_by_role("button", name="Make the rule").click()


@pytest.mark.parametrize(("name", "viewport"), [("desk", DESK), ("phone", PHONE)])
async def test_nothing_stands_in_anybodys_way(elm, new_page, name, viewport):
    """The empty page, what was refused, the list, and the question before an end."""
    page = await new_page(viewport=viewport)
    async with serving(elm.whole.web) as url:
        await signed_in(elm, page, url)
        await page.goto(f"{url}{PAGE}")
        await in_nobodys_way_either_way(page, f"restrictions-{name}")
        await page.evaluate("document.documentElement.dir = 'ltr'")
        await page.get_by_label("Around this place").fill("Nowhere at all")
        await makes(page)
        await page.get_by_text("not both").wait_for()
        await in_nobodys_way_either_way(page, f"restrictions-refused-{name}")
        await page.evaluate("document.documentElement.dir = 'ltr'")
        await page.get_by_label("Around this place").fill("")
        await page.get_by_role("button", name="Make the rule").click()
        await page.get_by_text("The rule is made").wait_for()
        await in_nobodys_way_either_way(page, f"restrictions-made-{name}")
        await page.evaluate("document.documentElement.dir = 'ltr'")
        await page.get_by_role("link", name="End it: Three cases in block 7").click()
        await page.get_by_text("End this rule now?").wait_for()
        await in_nobodys_way_either_way(page, f"restrictions-end-{name}")


async def test_a_rule_is_made_and_ended_by_keyboard_alone_and_without_scripts(elm, new_page):
    """Tab, arrows, typing and Enter."""
    page = await new_page(java_script_enabled=False)
    async with serving(elm.whole.web) as url:
        await signed_in(elm, page, url)
        await page.goto(f"{url}{PAGE}")
        await page.get_by_label("Closed: nobody may come").focus()
        await page.keyboard.press("Space")
        await page.keyboard.press("Tab")
        await page.keyboard.type(RULE["reason"])
        await page.get_by_label("Or a polygon as GeoJSON").focus()
        await page.keyboard.type(RULE["area"])
        await page.get_by_role("button", name="Make the rule").focus()
        await page.keyboard.press("Enter")
        await page.get_by_text("The rule is made").wait_for()
        await page.get_by_role("link", name="End it: Three cases in block 7").focus()
        await page.keyboard.press("Enter")
        await page.get_by_role("button", name="End it now").focus()
        await page.keyboard.press("Enter")
        await page.get_by_text("The rule has ended").wait_for()

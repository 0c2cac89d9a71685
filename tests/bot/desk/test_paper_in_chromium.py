"""Typing a paper in, in a real browser: no obstacle, by keyboard alone, and without scripts."""

import pytest

from api.vocabulary import Role
from bot.dialogue.answer_line import check_digit
from tests.browser import DESK, PHONE, in_nobodys_way_either_way, serving

pytestmark = pytest.mark.full

WHOLE = (
    '2=1 3=1 5=1 6=2 11=2 12="Hongmei Road 12" 13=- 14=2 15="no nuts" 20=1 22="Bob" 23=2 27=1 30=1'
)
GAP = WHOLE.replace("14=2 ", "")


async def at_the_paper(office, page, url):
    """A caller who signed in, with an empty paper before them."""
    office.whole.bot.work()
    await page.goto(url + await office.link("Tom Wu", Role.CALLER))
    await page.get_by_role("button", name="Sign in").click()
    await page.get_by_role("heading", name="Who needs a person").wait_for()
    await page.goto(f"{url}/desk/calls/paper")


@pytest.mark.parametrize(
    ("name", "viewport", "light"),
    [("desk", DESK, "light"), ("desk", DESK, "dark"), ("phone", PHONE, "light")],
)
async def test_nothing_stands_in_anybodys_way(office, new_page, name, viewport, light):
    """The empty line, what is wrong with one, and the code; narrow, wide, and to the left."""
    page = await new_page(viewport=viewport, color_scheme=light)
    async with serving(office.whole.web) as url:
        await at_the_paper(office, page, url)
        for kind in ("new", "wrong"):
            if kind == "wrong":
                await page.get_by_label("Answer line").fill(f"{GAP} c={check_digit(GAP)}")
                await page.get_by_role("button", name="Take this line").click()
                await page.get_by_text("Step 14 is missing.").wait_for()
            await in_nobodys_way_either_way(page, f"paper-{kind}-{name}-{light}")


async def test_a_paper_is_corrected_without_scripts_and_by_keyboard_alone(office, new_page):
    """What was typed is there again, and what is wrong belongs to the field by name."""
    page = await new_page(java_script_enabled=False, viewport=PHONE)
    async with serving(office.whole.web) as url:
        await at_the_paper(office, page, url)
        field = page.get_by_label("Answer line")
        await field.focus()
        await page.keyboard.insert_text(f"{GAP} c=-")
        await page.keyboard.press("Tab")
        await page.keyboard.press("Enter")
        await page.get_by_text("Step 14 is missing.").wait_for()
        assert await field.input_value() == f"{GAP} c=-"
        assert await field.get_attribute("aria-describedby") == "line-hint why"
        await field.focus()
        await page.keyboard.press("Control+a")
        await page.keyboard.insert_text(f"{WHOLE} c={check_digit(WHOLE)}")
        await page.keyboard.press("Tab")
        await page.keyboard.press("Enter")
        await page.get_by_text("The whole paper was taken.").wait_for()
        await page.get_by_text("We have your request: a cooked meal.").first.wait_for()

"""The pages of plans and pauses in a real browser: no obstacle, by keyboard, without scripts."""

import pytest

from api.places import service as places
from api.places.schemas import PlaceIn
from tests.bot.desk.test_in_chromium import signed_in
from tests.browser import DESK, PHONE, in_nobodys_way_either_way, serving
from tests.world import HERE

pytestmark = pytest.mark.full


@pytest.fixture
async def crowded(office):
    """More requests than a group has places, one need that nobody does, and a known place."""
    spot = PlaceIn(name="Garden Road", latitude=HERE[0], longitude=HERE[1])
    await office.write(lambda c: places.replace(c, [spot], now=office.now))
    for group, volunteer, capacity in (("Elm", "Vera", 1), ("Oak", "Tom", 2)):
        await office.add_group(group, 300, ["meal"], capacity=capacity)
        await office.add_volunteer(volunteer, group, "terminal")
    many = ("Ann", "Bo", "Cy", "Di", "Flo", "Gus", "Hal", "Ira", "Jo", "Kay", "Lu")
    await office.waits(many, "meal", "week")
    await office.waits(["Moe"], "repair", "later")
    office.whole.bot.work()
    return office


@pytest.mark.parametrize(("name", "viewport"), [("desk", DESK), ("phone", PHONE)])
async def test_nothing_stands_in_anybodys_way(crowded, new_page, name, viewport):
    """Who waits, a plan, its refusal, what came of it, and a pause with its refusal."""
    page = await new_page(viewport=viewport)
    async with serving(crowded.whole.web) as url:
        await signed_in(crowded, page, url)
        await page.goto(f"{url}/desk/plan")
        await in_nobodys_way_either_way(page, f"plan-{name}")
        await page.get_by_role("button", name="Propose a plan").click()
        await page.get_by_role("heading", name="The plan").wait_for()
        await in_nobodys_way_either_way(page, f"plan-made-{name}")
        await page.get_by_label("I have looked at the plan").check()
        await page.get_by_role("button", name="Ask for").click()
        await page.get_by_text("The groups are being asked.").wait_for()
        await in_nobodys_way_either_way(page, f"plan-applied-{name}")
        await page.goto(f"{url}/desk/intake")
        await page.get_by_label("Place", exact=True).fill("Nowhere")
        await page.get_by_label("Day when it opens again").fill("2090-03-09")
        await page.get_by_label("Why").fill("too much to do")
        await page.get_by_role("button", name="Begin the pause").click()
        await page.get_by_text("It is not certain which place this is.").wait_for()
        await in_nobodys_way_either_way(page, f"intake-refused-{name}")
        await page.get_by_label("Place", exact=True).fill("Garden Road")
        await page.get_by_role("button", name="Begin the pause").click()
        await page.get_by_text("The pause has begun.").wait_for()
        await in_nobodys_way_either_way(page, f"intake-{name}")


async def test_a_plan_is_applied_by_keyboard_alone_and_without_scripts(crowded, new_page):
    """The box and both buttons are plain parts of plain forms."""
    page = await new_page(java_script_enabled=False)
    async with serving(crowded.whole.web) as url:
        await signed_in(crowded, page, url)
        await page.goto(f"{url}/desk/plan")
        await page.get_by_role("button", name="Propose a plan").focus()
        await page.keyboard.press("Enter")
        await page.get_by_role("heading", name="The plan").wait_for()
        await page.get_by_label("I have looked at the plan").focus()
        await page.keyboard.press("Space")
        await page.get_by_role("button", name="Ask for").focus()
        await page.keyboard.press("Enter")
        await page.get_by_text("The groups are being asked.").wait_for()

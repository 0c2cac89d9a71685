"""Plans, pauses and groups in a real browser: no obstacle, by keyboard, without scripts."""

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


async def say_a_day(page, url, name):
    """On which a group opens otherwise; once with nothing said of when."""
    await page.goto(f"{url}/desk/groups")
    await in_nobodys_way_either_way(page, f"groups-{name}")
    await page.get_by_role("link", name="Elm").click()
    await page.get_by_label("Day", exact=True).fill("2090-03-09")
    await page.get_by_label("Open at these hours").check()
    await page.get_by_role("button", name="Keep this day").click()
    await page.get_by_text("Please give from when until when.").wait_for()
    await in_nobodys_way_either_way(page, f"group-refused-{name}")
    await page.get_by_label("From", exact=True).fill("09:00")
    await page.get_by_label("Until", exact=True).fill("12:00")
    await page.get_by_role("button", name="Keep this day").click()
    await page.get_by_text("09:00–12:00").wait_for()
    await in_nobodys_way_either_way(page, f"group-{name}")


@pytest.mark.parametrize(("name", "viewport"), [("desk", DESK), ("phone", PHONE)])
async def test_nothing_stands_in_anybodys_way(crowded, new_page, name, viewport):
    """Who waits, a plan, its refusal, what came of it; a pause and a day, with their refusals."""
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
        await say_a_day(page, url, name)


async def test_a_plan_and_a_day_are_kept_by_keyboard_alone_and_without_scripts(crowded, new_page):
    """Boxes, days and buttons are plain parts of plain forms."""
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
        await page.goto(f"{url}/desk/groups")
        await page.get_by_role("link", name="Oak").focus()
        await page.keyboard.press("Enter")
        await page.get_by_label("Day", exact=True).focus()
        await page.keyboard.type("03092090")
        await page.keyboard.press("Tab")
        await page.get_by_role("button", name="Keep this day").focus()
        await page.keyboard.press("Enter")
        await page.get_by_text("Saved").wait_for()
        await page.get_by_role("button", name="As in the week again").focus()
        await page.keyboard.press("Enter")
        await page.get_by_text("Every day is as in the week.").wait_for()

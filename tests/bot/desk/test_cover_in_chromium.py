"""The page of cover in a real browser: no obstacle, by keyboard, and without scripts."""

from datetime import timedelta

import pytest

from api.groups import service as groups
from api.groups.schemas import GroupChange
from api.places import service as places
from api.places.schemas import PlaceIn
from tests.bot.desk.test_in_chromium import signed_in
from tests.browser import DESK, PHONE, in_nobodys_way_either_way, serving
from tests.world import HERE

pytestmark = pytest.mark.full

NAMES = ("Garden Road 花园路", "Elm Court 榆树里", "Old Mill Row 老磨坊街")
DAY = timedelta(days=1)


@pytest.fixture
async def thin(office):
    """Three places, a group that paused over night, and one that is left."""
    spots = [
        PlaceIn(name=name, latitude=HERE[0], longitude=HERE[1] + number * 0.012)
        for number, name in enumerate(NAMES)
    ]
    await office.write(lambda c: places.replace(c, spots, now=office.now))
    await office.add_group("Elm", 300, ["meal", "groceries", "check_in"])
    await office.add_group("Oak", 2600, ["medicine", "check_in"])
    await office.pass_time(DAY)
    until = GroupChange(paused_until=office.now + 30 * DAY)
    await office.write(lambda c: groups.change(c, office.groups["Elm"], until, now=office.now))
    await office.pass_time(DAY)
    office.whole.bot.work()
    return office


@pytest.mark.parametrize(("name", "viewport"), [("desk", DESK), ("phone", PHONE)])
async def test_nothing_stands_in_anybodys_way(thin, new_page, name, viewport):
    """Alarms, gaps, filters and canaries, and the refusal of an unknown place."""
    page = await new_page(viewport=viewport)
    async with serving(thin.whole.web) as url:
        await signed_in(thin, page, url)
        await in_nobodys_way_either_way(page, f"cover-queue-{name}")
        await page.goto(f"{url}/desk/coverage")
        await in_nobodys_way_either_way(page, f"cover-{name}")
        await page.evaluate("document.documentElement.dir = 'ltr'")
        await page.get_by_text("Try something of your own").click()
        await page.get_by_label("Place", exact=True).fill("Nowhere")
        await page.get_by_role("button", name="Try it every night").click()
        await page.get_by_text("We do not know this place").wait_for()
        await in_nobodys_way_either_way(page, f"cover-refused-{name}")


async def test_a_coordinator_looks_after_an_area_by_keyboard_alone_and_without_scripts(
    thin, new_page
):
    """The filter is a plain form, and so is the press that says who looks after it."""
    page = await new_page(java_script_enabled=False)
    async with serving(thin.whole.web) as url:
        await signed_in(thin, page, url)
        await page.goto(f"{url}/desk/coverage")
        await page.get_by_label("How well").select_option(label="Only from far away")
        await page.get_by_role("button", name="Show").focus()
        await page.keyboard.press("Enter")
        await page.wait_for_url("**/desk/coverage?**")
        await page.get_by_role("button", name="I look after this").first.focus()
        await page.keyboard.press("Enter")
        await page.get_by_text("Noted. You look after this.").wait_for()
        assert await page.get_by_text("Somebody looks after this").count() == 1

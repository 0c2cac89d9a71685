"""The desk in a real browser: no obstacle, at any width, by keyboard, and without scripts."""

import asyncio
import shutil
from datetime import timedelta

import pytest
import sqlalchemy as sa

from api.database.tables.calls import calls
from api.database.tables.people import alerts
from api.database.tables.requests import requests
from api.understanding import service as understanding
from tests.bot.desk.office import PHONE as NUMBER
from tests.bot.desk.office import Office
from tests.browser import DESK, PHONE, in_nobodys_way_either_way, serving

pytestmark = pytest.mark.full
RULES = {"hits": ["en:need.medicine"], "confirmed": ["en:need.medicine"], "corrected": []}


async def make_busy(office):
    """A busy morning: danger, calls by voice and in writing, requests under way."""
    await office.add_group("Elm Street Neighbours", 300, ["meal", "groceries", "water"])
    await office.add_volunteer("Vera", "Elm Street Neighbours", "terminal")
    await office.ask("Ann", "meal", "now", "no_phone_calls and wheelchair")
    await office.say("Vera", "1")
    await office.in_the_middle("Mei", "1", "I am in danger, he is at the door")
    office.now += timedelta(minutes=4)
    await office.in_the_middle("Bob", "1", "2")
    await office.give_phone("Bob", NUMBER)
    await office.say("Bob", "0")
    await office.say("Bob", "2")
    for said in ("hello", "0", "2"):
        await office.say("Ann", said)
    await office.ask("Cato", "medicine", "today", "")
    office.now += timedelta(minutes=11)
    await office.settle()


@pytest.fixture(scope="module")
def morning(tmp_path_factory):
    """The folder of a busy morning, made once and copied for each test; and what time it is."""
    folder = tmp_path_factory.mktemp("morning")

    async def made():
        office = Office(folder)
        await office.whole.open()
        try:
            await make_busy(office)
        finally:
            await office.close()
        return office.now

    return folder, asyncio.run(made())


@pytest.fixture
async def busy(morning, tmp_path):
    """A desk on a busy morning, of its own."""
    folder, now = morning
    office = Office(shutil.copytree(folder, tmp_path / "linli"))
    office.now = now
    await office.whole.open()
    office.whole.bot.work()
    yield office
    await office.close()


async def first(office, table, **where):
    """The id of the first row of a table."""
    query = sa.select(table.c.id).where(*[table.c[name] == code for name, code in where.items()])
    return await office.read(lambda c: c.scalar(query.order_by(table.c.id)))


async def signed_in(office, page, url):
    """Ida, coordinator, with the queue before her."""
    await page.goto(url + await office.link("Ida Berg"))
    await page.get_by_role("button", name="Sign in").click()
    await page.get_by_role("heading", name="Who needs a person").wait_for()


async def every_page(office):
    """A name and a path of every kind of page there is, the calls taken by who looks."""
    await office.write(lambda conn: understanding.count(conn, **RULES, now=office.now))
    return {
        "queue": "/desk",
        "calls": "/desk/calls",
        "alert": f"/desk/alerts/{await first(office, alerts)}",
        "request": f"/desk/requests/{await first(office, requests)}",
        "voice": f"/desk/calls/{await first(office, calls, by='voice')}",
        "question": f"/desk/calls/{await first(office, calls, by='voice')}?at=question",
        "writing": f"/desk/calls/{await first(office, calls, by='text')}",
        "phoned": "/desk/calls/new",
        "texts": "/desk/texts",
        "understanding": "/desk/understanding",
    }


@pytest.mark.parametrize(
    ("name", "viewport", "light"),
    [("desk", DESK, "light"), ("desk", DESK, "dark"), ("phone", PHONE, "light")],
)
async def test_nothing_stands_in_anybodys_way(busy, new_page, name, viewport, light):
    """In light and dark, from left to right and back, narrow and wide; nothing runs off."""
    page = await new_page(viewport=viewport, color_scheme=light)
    async with serving(busy.whole.web) as url:
        await signed_in(busy, page, url)
        for kind, path in (await every_page(busy)).items():
            await page.goto(url + path)
            if kind in {"voice", "writing"}:
                await (
                    page.get_by_role("button", name="Take this call")
                    .or_(page.get_by_role("button", name="Keep it longer"))
                    .first.click()
                )
                await page.get_by_text("This call is yours now").wait_for()
            if kind == "texts":
                await page.get_by_role("button", name="Show the oldest 50").click()
                await page.get_by_role("button", name="I have read these").wait_for()
                await page.get_by_text("I fear for this person").first.click()
            await in_nobodys_way_either_way(page, f"{kind}-{name}-{light}")


async def test_everything_works_without_scripts(busy, new_page):
    """A page needs none: signing in, taking, writing and closing a call, and signing out."""
    page = await new_page(java_script_enabled=False, viewport=PHONE)
    async with serving(busy.whole.web) as url:
        await signed_in(busy, page, url)
        await page.goto(url + (await every_page(busy))["writing"])
        await page.get_by_role("button", name="Take this call").click()
        await page.get_by_label("What you want to write").fill("Good morning, this is Ida.")
        await page.get_by_role("button", name="Send").click()
        await page.get_by_text("Ida writes to you").wait_for()
        await page.get_by_label("What came of the call").select_option("completed")
        await page.get_by_role("button", name="Close the call").click()
        await page.get_by_text("The call is closed.").wait_for()
        await page.get_by_role("button", name="Sign out").click()
        await page.get_by_role("heading", name="You are signed out").wait_for()

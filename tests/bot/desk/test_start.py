"""The page a practice district starts with: practice first, four ways in, one of them guarded."""

import csv
from importlib.resources import files

import httpx
import pytest
from fastapi import FastAPI

import locales
from bot.desk import start
from bot.desk.routes import static
from tests.browser import PHONE, axe, screenshot, scrolls_sideways, serving

LANGUAGES = [language.code for language in locales.offered()]
LINK = "/desk/sign-in/one-use"


@pytest.fixture
def app():
    """The start page alone, with a coordinator's link that is made on demand."""

    async def demo_sign_in():
        return LINK

    made = FastAPI()
    made.include_router(start.routes(lambda: "CODE234", demo_sign_in))
    return made


def browser(app, *, host="127.0.0.1", address="127.0.0.1"):
    """A browser at an address, that calls us by a host name."""
    transport = httpx.ASGITransport(app, client=(address, 50_000))
    return httpx.AsyncClient(transport=transport, base_url=f"http://{host}:8000")


@pytest.mark.full
@pytest.mark.parametrize("light", ["light", "dark"])
async def test_nothing_on_it_stands_in_anybodys_way(app, new_page, light):
    """Each way in can be read, in both lights, at the width of a telephone."""
    app.add_api_route("/desk/static/{name}", static)
    page = await new_page(viewport=PHONE, color_scheme=light)
    async with serving(app) as url:
        await page.goto(url)
        await screenshot(page, f"start-{light}")
        assert await axe(page) == []
        assert not await scrolls_sideways(page)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_first_thing_it_says_is_that_this_is_practice(app, language):
    """Before any heading and any link into it, in each language."""
    async with browser(app) as here:
        page = (await here.get("/", params={"language": language})).text
    practice = locales.catalog(language).say("say-practice")
    assert 0 < page.index(practice) < page.index("<main>")


async def test_it_leads_to_asking_volunteering_the_queue_and_the_documentation(app):
    """A newcomer needs to know no address by heart."""
    async with browser(app) as here:
        page = (await here.get("/")).text
    for way in ('href="/chat"', 'href="/join/CODE234"', 'action="/demo/desk"', 'href="/docs"'):
        assert way in page


@pytest.mark.parametrize(
    ("asked", "chosen", "spoken"),
    [("zh-CN,zh;q=0.9", "", "zh-Hans"), ("zh-CN", "en", "en"), ("", "", "en"), ("*", "", "en")],
)
async def test_it_speaks_what_was_chosen_or_what_the_browser_asks_for(app, asked, chosen, spoken):
    """A choice wins; what cannot be served is English."""
    params = {"language": chosen} if chosen else {}
    async with browser(app) as here:
        page = await here.get("/", params=params, headers={"accept-language": asked})
    assert f'<html lang="{spoken}"' in page.text


async def test_a_click_on_this_machine_leads_to_the_desk_by_a_link_of_its_own(app):
    """The link is made by the click, so that none lies in a page."""
    async with browser(app) as here:
        assert LINK not in (await here.get("/")).text
        answer = await here.post("/demo/desk")
    assert (answer.status_code, answer.headers["location"]) == (303, LINK)


@pytest.mark.parametrize(
    "elsewhere", [{"address": "192.0.2.7"}, {"host": "evil.example"}], ids=["address", "name"]
)
async def test_from_elsewhere_nobody_gets_to_the_desk(app, elsewhere):
    """Neither another machine, nor a page that gave this one a name of its own."""
    async with browser(app, **elsewhere) as there:
        answer = await there.post("/demo/desk")
    assert answer.status_code == 403
    assert LINK not in str(answer.headers)


async def test_nothing_of_another_site_may_run_or_be_loaded(app):
    """No script at all, no frame around it, and nothing kept."""
    async with browser(app) as here:
        headers = (await here.get("/")).headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert headers["cache-control"] == "no-store"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_place_it_names_is_in_the_gazetteer(language):
    """A newcomer who writes what the page says is found."""
    said = locales.catalog(language).say("page-start_ask_about")
    with files("api.demo").joinpath("places.csv").open(encoding="utf-8") as file:
        aliases = [alias for row in csv.DictReader(file) for alias in row["aliases"].split("|")]
    assert any(alias in said for alias in aliases)

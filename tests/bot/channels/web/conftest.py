"""A neighbourhood with a chat page, at work; and browsers to visit it with."""

from contextlib import asynccontextmanager

import pytest

from tests.bot.channels.web.neighbourhood import Neighbourhood
from tests.bot.channels.web.standin import Standin
from tests.bot.channels.web.visiting import Browser
from tests.browser import serving


@asynccontextmanager
async def browsers(app):
    """Makes browsers that visit an application; they are closed at the end."""
    made = []

    def make(**options):
        made.append(Browser(app, **options))
        return made[-1]

    try:
        yield make
    finally:
        for one in made:
            await one.close()


@pytest.fixture
async def here(tmp_path):
    """A Linli of its own that answers by itself."""
    world = Neighbourhood(tmp_path)
    await world.whole.open()
    world.whole.work()
    yield world
    await world.whole.close()


@pytest.fixture
async def new_browser(here):
    """Makes browsers, each with cookies of its own: `new_browser(language="zh-CN")`."""
    async with browsers(here.whole.web) as make:
        yield make


@pytest.fixture
async def mei(new_browser):
    """A resident's browser, with the page open."""
    made = new_browser()
    await made.opens()
    return made


@pytest.fixture
async def alone():
    """The page without an application behind it."""
    made = Standin()
    await made.open()
    return made


@pytest.fixture
async def stands(alone):
    """The page without an application, and its address for a real browser."""
    async with serving(alone.app) as url:
        yield alone, url
        alone.channel.let_go()


@pytest.fixture
async def new_visitor(alone):
    """Makes browsers that visit it."""
    async with browsers(alone.app) as make:
        yield make


@pytest.fixture
async def visitor(new_visitor):
    """A browser with the page open."""
    made = new_visitor()
    await made.opens()
    return made

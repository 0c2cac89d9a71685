"""A neighbourhood with a chat page, at work; and browsers to visit it with."""

from datetime import UTC, datetime

import pytest

from api.vocabulary import Channel
from bot.app import Whole
from bot.app.channels import frame_of
from bot.channels.web import Web
from tests.bot.channels.web.visiting import Browser
from tests.world import World, settings_for


class Neighbourhood(World):
    """A world whose time passes by itself from where a test put it."""

    @property
    def now(self):
        """The moment."""
        return datetime.now(UTC) + self._ahead

    @now.setter
    def now(self, moment):
        self._ahead = moment - datetime.now(UTC)


def arranged(settings, wires, clock):
    """Everything in one process, with the page beside the made-up wires."""
    return Whole(settings, {**wires, Channel.WEB: Web(frame_of(settings))}, clock)


@pytest.fixture
async def here(tmp_path):
    """A Linli of its own that answers by itself."""
    world = Neighbourhood(settings_for(f"sqlite:///{tmp_path}/linli.sqlite3", tmp_path), arranged)
    await world.whole.open()
    world.whole.work()
    yield world
    await world.whole.close()


@pytest.fixture
async def new_browser(here):
    """Makes browsers, each with cookies of its own: `new_browser(language="zh-CN")`."""
    made = []

    def make(**options):
        made.append(Browser(here.whole.web, **options))
        return made[-1]

    yield make
    for one in made:
        await one.close()


@pytest.fixture
def mei(new_browser):
    """A resident's browser."""
    return new_browser()

"""What tests of the bot share: a world in one process."""

import pytest

from tests.ears import ears_of
from tests.world import World, settings_for


@pytest.fixture
async def world(tmp_path):
    """A Linli of its own, in one process on SQLite."""
    world = World(settings_for(f"sqlite:///{tmp_path}/linli.sqlite3", tmp_path))
    await world.whole.open()
    yield world
    await world.whole.close()


@pytest.fixture
async def ann(world):
    """Ann is asked what she needs, and Linli has ears."""
    ears_of(world)
    for text in ("hello", "1", "1", "1"):
        await world.say("Ann", text)
    assert world.open_prompt("Ann").code == "ask.need"
    return "Ann"

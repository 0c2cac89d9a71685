"""What tests of the bot share: a world in one process."""

import pytest

from tests.world import World, settings_for


@pytest.fixture
async def world(tmp_path):
    """A Linli of its own, in one process on SQLite."""
    world = World(settings_for(f"sqlite:///{tmp_path}/linli.sqlite3", tmp_path))
    await world.whole.open()
    yield world
    await world.whole.close()

"""The world a journey happens in."""

import pytest

from tests.world import World, settings_for


@pytest.fixture
async def world(tmp_path):
    """A Linli of its own, on SQLite."""
    settings = settings_for(f"sqlite:///{tmp_path}/linli.sqlite3", tmp_path)
    world = World(settings)
    await world.whole.open()
    yield world
    await world.whole.close()

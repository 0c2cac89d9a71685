"""The world a journey happens in: one process on SQLite, and in the full run two others."""

import pytest

from tests.apart import Apart
from tests.postgresql import postgresql
from tests.world import World, settings_for

__all__ = ["postgresql"]

ARRANGEMENTS = (
    "whole on sqlite",
    pytest.param("whole on postgresql", marks=pytest.mark.full),
    pytest.param("apart on sqlite", marks=pytest.mark.full),
)


@pytest.fixture(params=ARRANGEMENTS)
def arrangement(request):
    """How Linli is arranged, and the PostgreSQL it needs, if it does."""
    cluster = request.getfixturevalue("postgresql") if "postgresql" in request.param else None
    return request.param, cluster


@pytest.fixture
async def world(arrangement, tmp_path):
    """A Linli of its own, in each arrangement."""
    name, cluster = arrangement
    url = await cluster.create() if cluster else f"sqlite:///{tmp_path}/linli.sqlite3"
    arrange = {"arrange": Apart} if "apart" in name else {}
    world = World(settings_for(url, tmp_path), **arrange)
    await world.whole.open()
    yield world
    await world.whole.close()
    if cluster:
        await cluster.drop(url)

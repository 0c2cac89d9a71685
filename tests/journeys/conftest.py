"""The world a journey happens in: one process on SQLite, and in the full run two others."""

import asyncio

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
    """How Linli is arranged."""
    return request.param


@pytest.fixture(scope="session")
def one_database(postgresql):
    """The URL of a PostgreSQL database for one journey at a time; the first one migrates it."""
    return asyncio.run(postgresql.create())


@pytest.fixture
async def emptied_url(postgresql, one_database):
    """That URL, and no row is there."""
    yield one_database
    await postgresql.empty(one_database)


@pytest.fixture
def database(arrangement, request, tmp_path):
    """The URL of the journey's database."""
    on_sqlite = f"sqlite:///{tmp_path}/linli.sqlite3"
    return request.getfixturevalue("emptied_url") if "postgresql" in arrangement else on_sqlite


@pytest.fixture
async def world(arrangement, database, tmp_path):
    """A Linli of its own, in each arrangement."""
    arrange = {"arrange": Apart} if "apart" in arrangement else {}
    world = World(settings_for(database, tmp_path), **arrange)
    await world.whole.open()
    yield world
    await world.whole.close()

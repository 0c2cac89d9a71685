"""A store with today's tables, empty, new for every test, on each engine."""

import asyncio
import shutil

import pytest
import sqlalchemy as sa

import api.database.tables  # noqa: F401 - declares every table
from api.database.engine import open_store
from api.database.metadata import metadata
from api.database.postgresql import asyncpg_engine
from api.database.private import load_keys
from api.database.sqlite import WRITER_PRAGMAS, writing_engine
from tests.postgresql import postgresql  # noqa: F401 - a fixture

ENGINES = ("sqlite", pytest.param("postgresql", marks=pytest.mark.full))


@pytest.fixture(scope="session")
def keys(tmp_path_factory):
    """Sealing keys, made once: nothing in a test depends on which."""
    return load_keys(tmp_path_factory.mktemp("keys") / "keys.json")


@pytest.fixture(scope="session")
def blank_file(tmp_path_factory):
    """An SQLite file with every table and no row, to be copied."""
    path = tmp_path_factory.mktemp("blank") / "blank.sqlite3"
    engine = writing_engine(path, WRITER_PRAGMAS)
    metadata.create_all(engine)
    engine.dispose()
    return path


@pytest.fixture(scope="session")
def blank_database(postgresql):  # noqa: F811 - the fixture of that name
    """The URL of a PostgreSQL database with every table and no row, for one test at a time."""
    asyncio.run(_make_blank(postgresql))
    return postgresql.url("blank")


@pytest.fixture(params=ENGINES)
def engine_name(request):
    """Each engine in turn."""
    return request.param


@pytest.fixture
def store_url(engine_name, request):
    """The URL of a database of this test's own, with every table and no row."""
    make = {"sqlite": "sqlite_url", "postgresql": "postgresql_url"}[engine_name]
    return request.getfixturevalue(make)


@pytest.fixture
def sqlite_url(blank_file, tmp_path):
    """As store_url, on SQLite."""
    path = tmp_path / "linli.sqlite3"
    shutil.copyfile(blank_file, path)
    return f"sqlite:///{path}"


@pytest.fixture
async def postgresql_url(postgresql, blank_database):  # noqa: F811 - the fixture of that name
    """As store_url, on PostgreSQL: what the last test left there is gone."""
    yield blank_database
    await postgresql.empty(blank_database)


@pytest.fixture
async def store(store_url, keys):
    """An open store on a database of this test's own, on each engine."""
    opened = open_store(store_url, keys=keys)
    await opened.open()
    yield opened
    await opened.close()


async def _make_blank(cluster):
    await cluster.run("CREATE DATABASE blank TEMPLATE template0")
    engine = asyncpg_engine(sa.make_url(cluster.url("blank")))
    async with engine.begin() as conn:
        await conn.run_sync(metadata.create_all)
    await engine.dispose()

"""A table with a column of every type, for tests of the store rather than of a feature."""

import asyncio
import enum

import pytest
import sqlalchemy as sa

from api.database import types
from api.database.metadata import NAMING

PATIENCE_SECONDS = 20


class Colour(enum.StrEnum):
    """A small vocabulary."""

    RED = "red"
    BLUE = "blue"


specimens = sa.MetaData(naming_convention=NAMING)
shelves = sa.Table(
    "shelves",
    specimens,
    sa.Column("id", types.Id, primary_key=True),
    sqlite_strict=True,
)
jars = sa.Table(
    "jars",
    specimens,
    sa.Column("id", types.Id, primary_key=True),
    sa.Column("shelf_id", types.Id, sa.ForeignKey("shelves.id")),
    sa.Column("colour", types.Code(Colour)),
    sa.Column("label", types.Text),
    sa.Column("filled_at", types.Moment),
    sa.Column("count", types.Big),
    sa.Column("weight", types.Real),
    sa.Column("open", types.Flag),
    sa.Column("contents", types.Json),
    sa.Column("sealed", types.Blob),
    sqlite_strict=True,
)


def put(name, **values):
    """A unit of work that keeps one jar."""
    return lambda conn: conn.execute(jars.insert().values(id=name, **values))


def names(conn):
    """The ids of all jars, in order."""
    return list(conn.execute(sa.select(jars.c.id).order_by(jars.c.id)).scalars())


async def soon(awaitable):
    """Its result; TimeoutError where a broken rule would let the test hang."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        return await awaitable


@pytest.fixture
async def shelf(store):
    """An open store with the specimen tables beside today's."""
    await store.write(specimens.create_all)
    return store


@pytest.fixture
def empty_url(engine_name, request):
    """The URL of a database of this test's own without any table."""
    return request.getfixturevalue(f"empty_{engine_name}")


@pytest.fixture
def empty_sqlite(tmp_path):
    """As empty_url, on SQLite: not even the file is there."""
    return f"sqlite:///{tmp_path}/data/linli.sqlite3"


@pytest.fixture
async def empty_postgresql(postgresql):
    """As empty_url, on PostgreSQL."""
    url = await postgresql.create()
    yield url
    await postgresql.drop(url)


@pytest.fixture
def versions(tmp_path):
    """A folder for revisions of this test's own; its name is one that settings files mangle."""
    folder = tmp_path / "50% of: versions"
    folder.mkdir()
    return folder


@pytest.fixture
async def postgresql_url(postgresql, blank_database):
    """As everywhere, but a database that nobody else gets: tables are made in it here."""
    url = await postgresql.create(blank_database.rpartition("/")[2])
    yield url
    await postgresql.drop(url)

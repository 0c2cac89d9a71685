"""A prepared statement does what SQLAlchemy does with it, on both engines, and costs less."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
import sqlalchemy as sa

from api.database.ids import new_id
from api.database.prepared import WRITER, Prepared
from tests.api.database.conftest import Colour, jars

NOW = datetime(2026, 11, 25, 9, 30, 15, 123456, tzinfo=UTC)
JAR = {
    "id": new_id(NOW),
    "colour": Colour.BLUE,
    "label": "it's 100 % ? :label",
    "filled_at": NOW,
    "count": 7,
    "weight": 0.5,
    "open": True,
    "contents": {"plums": [1, None]},
}
BY_ID = sa.select(jars).where(jars.c.id == sa.bindparam("jar_id"))


@pytest.fixture
async def kept(shelf):
    """A store with one jar in it."""
    assert await shelf.write(lambda conn: Prepared(jars.insert()).changed(conn, JAR)) == 1
    return shelf


async def test_a_row_is_the_row_that_sqlalchemy_gives(kept):
    """Every type comes out as it went in, by name, by place and as a whole."""
    ours = await kept.write(lambda conn: Prepared(BY_ID).first(conn, {"jar_id": JAR["id"]}))
    theirs = await kept.write(lambda conn: conn.execute(BY_ID, {"jar_id": JAR["id"]}).one())
    assert tuple(ours) == tuple(theirs)
    assert ours._asdict() == theirs._asdict()
    assert (ours.filled_at, ours.contents, ours.open) == (NOW, {"plums": [1, None]}, True)


async def test_a_reader_may_run_it_too(kept):
    """In the thread of a reader, with one hand-off; on PostgreSQL, SQLAlchemy runs it."""
    found = await kept.read(lambda conn: Prepared(BY_ID).first(conn, {"jar_id": JAR["id"]}))
    assert found.label == JAR["label"]


async def test_an_update_sets_the_columns_it_is_given_and_no_other(kept):
    """Each set of columns is a statement of its own."""
    change = Prepared(jars.update().where(jars.c.id == sa.bindparam("jar_id")))
    of_it = {"jar_id": JAR["id"]}
    assert await kept.write(lambda conn: change.changed(conn, {**of_it, "label": None})) == 1
    assert await kept.write(lambda conn: change.changed(conn, {**of_it, "count": 8})) == 1
    row = await kept.write(lambda conn: Prepared(BY_ID).first(conn, of_it))
    assert (row.label, row.count, row.colour) == (None, 8, Colour.BLUE)


async def test_a_statement_may_carry_values_of_its_own_and_give_rows(kept):
    """As `count + 1` does, and RETURNING."""
    more = Prepared(jars.update().values(count=jars.c.count + 1).returning(jars.c.count))
    assert await kept.write(more.scalar) == JAR["count"] + 1


async def test_nothing_found_is_nothing(kept):
    """Not an error, and no row."""
    nobody = {"jar_id": new_id(NOW)}
    statement = Prepared(BY_ID)
    assert await kept.write(lambda conn: statement.all(conn, nobody)) == []
    assert await kept.write(lambda conn: statement.first(conn, nobody)) is None
    assert await kept.write(lambda conn: statement.scalar(conn, nobody)) is None


async def test_a_value_that_cannot_be_kept_is_refused(kept):
    """By the same types, and nothing is written."""
    with pytest.raises((ValueError, TypeError, sa.exc.StatementError)):
        await kept.write(
            lambda conn: Prepared(jars.insert()).changed(
                conn, {"id": new_id(NOW), "label": "with a \x00"}
            )
        )
    assert await kept.read(lambda conn: conn.scalar(sa.select(sa.func.count(jars.c.id)))) == 1


async def test_a_list_of_unknown_length_is_refused_where_it_would_be_compiled(shelf):
    """It would be another statement each time; SQLAlchemy's own way may take it."""
    of_them = Prepared(sa.select(jars).where(jars.c.id.in_(sa.bindparam("ids", expanding=True))))
    ids = {"ids": [new_id(NOW)]}
    if await shelf.write(lambda conn: conn.dialect.driver) == WRITER:
        for run in (shelf.read, shelf.write):
            with pytest.raises(TypeError, match="unknown length"):
                await run(lambda conn: of_them.all(conn, ids))
    else:
        assert await shelf.read(lambda conn: of_them.all(conn, ids)) == []

"""A statement compiled once and then run by the driver itself, where that is many times cheaper.

SQLAlchemy writes the SQL and knows the types, but what it does at every run costs more than
SQLite does. It is passed over on SQLite only, where one hand-off to the thread of a reader then
takes the place of four: see ADR 0012.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection
from sqlalchemy.engine import Dialect
from sqlalchemy.engine.result import SimpleResultMetaData
from sqlalchemy.pool import PoolProxiedConnection
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.util import await_only

WRITER = "pysqlite"
READER = "aiosqlite"
NOTHING: Mapping[str, Any] = {}

DATABASE_ERRORS = (sa.exc.DBAPIError, sqlite3.Error)
"""What a database raises, by way of SQLAlchemy and past it."""

Process = Any  # a function of a value: SQLAlchemy has no public name for its kind
Rows = list[sa.Row[Any]]
Statement = Any  # a Select, Insert, Update or Delete; their own types name each column


class Prepared:
    """A statement without lists of unknown length; an UPDATE or INSERT sets what it is given."""

    def __init__(self, statement: Statement) -> None:
        self._statement = statement
        self._compiled: dict[tuple[str, ...], _Compiled] = {}

    def all(self, conn: Connection, values: Mapping[str, Any] = NOTHING) -> Rows:
        """Every row."""
        if conn.dialect.driver not in {WRITER, READER}:
            return list(conn.execute(self._statement, dict(values)).all())
        return self._for(conn.dialect, values).rows(conn, values)

    def first(self, conn: Connection, values: Mapping[str, Any] = NOTHING) -> sa.Row[Any] | None:
        """The first row, if there is one."""
        found = self.all(conn, values)
        return found[0] if found else None

    def scalar(self, conn: Connection, values: Mapping[str, Any] = NOTHING) -> Any:  # noqa: ANN401 - a column's own type
        """The first column of the first row; None if there is none."""
        found = self.first(conn, values)
        return None if found is None else found[0]

    def changed(self, conn: Connection, values: Mapping[str, Any] = NOTHING) -> int:
        """Run a statement that gives no rows; how many rows it changed."""
        if conn.dialect.driver != WRITER:
            return conn.execute(self._statement, dict(values)).rowcount
        return int(self._for(conn.dialect, values).run(conn, values).rowcount)

    def _for(self, dialect: Dialect, values: Mapping[str, Any]) -> _Compiled:
        """The statement for these columns: an UPDATE of others is another statement."""
        names = tuple(values)
        found = self._compiled.get(names)
        if found is None:
            found = self._compiled[names] = _Compiled(self._statement, dialect, names)
        return found


class _Compiled:
    """A statement in the words of SQLite, with what makes its values and its rows."""

    def __init__(self, statement: Statement, dialect: Dialect, names: Sequence[str]) -> None:
        compiled = statement.compile(dialect=dialect, column_keys=list(names))
        if not isinstance(compiled, SQLCompiler):
            raise TypeError("only a statement can be prepared")
        if compiled.post_compile_params:
            raise TypeError("a statement with a list of unknown length cannot be prepared")
        self._sql = str(compiled)
        taken = compiled.positiontup or ()
        self._takes = [_taken(name, compiled.binds[name], dialect) for name in taken]
        columns = list(statement.exported_columns)
        self._names = SimpleResultMetaData([one.name for one in columns])
        self._places = {one.name: place for place, one in enumerate(columns)}
        self._gives = [_given(one.type, dialect) for one in columns]

    def run(self, conn: Connection, values: Mapping[str, Any]) -> Any:  # noqa: ANN401 - the driver's cursor
        """The driver's cursor, after the statement was run with these values."""
        return conn.connection.cursor().execute(self._sql, self._values(values))

    def rows(self, conn: Connection, values: Mapping[str, Any]) -> Rows:
        """The rows, as SQLAlchemy would give them."""
        if conn.dialect.driver == READER:
            found = fetched(conn.connection, self._sql, self._values(values))
        else:
            found = self.run(conn, values).fetchall()
        return [sa.Row(self._names, self._gives, self._places, row) for row in found]

    def _values(self, values: Mapping[str, Any]) -> list[Any]:
        return [
            value if name is None else process(values[name]) if process else values[name]
            for name, process, value in self._takes
        ]


def fetched(
    connection: PoolProxiedConnection, sql: str, given: Sequence[Any] = ()
) -> Sequence[Any]:
    """Every row of a statement run by aiosqlite, with one hand-off to its thread and back."""
    driver: Any = connection.driver_connection
    rows: Sequence[Any] = await_only(driver.execute_fetchall(sql, given))
    return rows


def _taken(
    name: str, bind: sa.BindParameter[Any], dialect: Dialect
) -> tuple[str | None, Process | None, Any]:
    """What the driver is given for a parameter: what is named so, processed, or a fixed value."""
    process: Process | None = bind.type.dialect_impl(dialect).bind_processor(dialect)
    if bind.required:
        return name, process, None
    return None, None, process(bind.value) if process else bind.value


def _given(kind: sa.types.TypeEngine[Any], dialect: Dialect) -> Process | None:
    """What makes a column's value of what the driver gives, unless they are the same."""
    return kind.dialect_impl(dialect).result_processor(dialect, None)

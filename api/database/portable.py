"""The few statements that the two engines spell differently, for every feature's store."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

import sqlalchemy as sa
from sqlalchemy import Connection
from sqlalchemy.dialects import sqlite

from api.database.prepared import Prepared

if TYPE_CHECKING:
    from sqlalchemy.dialects import postgresql

S = TypeVar("S", bound=sa.Select[*tuple[Any, ...]])


def skip_locked(conn: Connection, select: S) -> S:
    """The select, passing over rows that another transaction holds; on SQLite one writes alone."""
    return select if _is_sqlite(conn) else select.with_for_update(skip_locked=True)


def order_lock(conn: Connection, key: str) -> None:
    """Waits until no other transaction holds `key`, then holds it until the end of this one.

    What is inserted under one key is so numbered in the order of its commits.
    """
    if not _is_sqlite(conn):
        conn.execute(sa.select(sa.func.pg_advisory_xact_lock(sa.func.hashtext(key))))


def insert_ignore(
    conn: Connection,
    table: sa.Table,
    values: Mapping[str, Any],
    index_elements: Sequence[str | sa.Column[Any]],
) -> bool:
    """Inserts one row unless `index_elements` (a unique key) has it; whether it was inserted."""
    statement = _insert_ignore(table, tuple(index_elements), on_sqlite=_is_sqlite(conn))
    return statement.first(conn, values) is not None


@cache
def _insert_ignore(
    table: sa.Table, index_elements: tuple[str | sa.Column[Any], ...], *, on_sqlite: bool
) -> Prepared:
    """Built once: building a statement costs several times what running it does."""
    return Prepared(
        _insert(table, on_sqlite=on_sqlite)
        .on_conflict_do_nothing(index_elements=index_elements)
        .returning(sa.literal_column("1"))
    )


def _insert(table: sa.Table, *, on_sqlite: bool) -> sqlite.Insert | postgresql.Insert:
    if on_sqlite:
        return sqlite.insert(table)
    from sqlalchemy.dialects import postgresql  # noqa: PLC0415 - memory of small machines

    return postgresql.insert(table)


def _is_sqlite(conn: Connection) -> bool:
    return conn.dialect.name == "sqlite"

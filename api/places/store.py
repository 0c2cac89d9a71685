"""SQL of the gazetteer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from api.database.prepared import Prepared
from api.database.tables.places import places

Stamp = tuple[int, str | None]
"""How many places there are and the newest id, which no two states of the table share."""

STAMP = Prepared(
    sa.select(sa.func.count().label("many"), sa.func.max(places.c.id).label("newest"))
)
"""Built once: it is asked at every request that says where."""


def stamp(conn: Connection) -> Stamp:
    """Tells one state of the gazetteer from another."""
    (row,) = STAMP.all(conn)
    return row.many, row.newest


def everything(conn: Connection) -> Sequence[sa.Row[Any]]:
    """Every place, in the order of its coming."""
    return conn.execute(sa.select(places).order_by(places.c.id)).all()


def clear(conn: Connection) -> None:
    """Forget every place."""
    conn.execute(places.delete())


def add(conn: Connection, rows: Sequence[dict[str, Any]]) -> None:
    """Keep places."""
    if rows:
        conn.execute(places.insert(), list(rows))

"""SQL of the gazetteer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from api.database.tables.places import places

Stamp = tuple[int, str | None]
"""How many places there are and the newest id, which no two states of the table share."""

STAMP = sa.select(sa.func.count(), sa.func.max(places.c.id))


def stamp(conn: Connection) -> Stamp:
    """Tells one state of the gazetteer from another."""
    row = conn.execute(STAMP).one()
    return row[0], row[1]


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

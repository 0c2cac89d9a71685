"""The SQL of nights and of the areas of the last one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from api.database.engine import insert_ignore
from api.database.ids import new_id
from api.database.prepared import Prepared
from api.database.tables.watching import watch_areas, watch_nights

KEPT = 30
"""Nights that are remembered."""

LAST = Prepared(sa.select(watch_nights).order_by(watch_nights.c.began_at.desc()).limit(1))
"""Built once: it is asked whenever the worker looks."""


def last(conn: Connection) -> sa.Row[Any] | None:
    """The last night that began."""
    return LAST.first(conn)


def begin(
    conn: Connection,
    night: str,
    now: datetime,
    languages: Sequence[str] = (),
    ended_at: datetime | None = None,
) -> bool:
    """A night begins unless it did; whether it does. Only some nights are remembered."""
    row = {
        "id": new_id(now),
        "night": night,
        "began_at": now,
        "languages": list(languages),
        "ended_at": ended_at,
    }
    kept = sa.select(watch_nights.c.id).order_by(watch_nights.c.began_at.desc()).limit(KEPT)
    conn.execute(watch_nights.delete().where(watch_nights.c.id.not_in(kept)))
    return insert_ignore(conn, watch_nights, row, ("night",))


def change(conn: Connection, night_id: str, values: Mapping[str, Any]) -> None:
    """How far a night is."""
    conn.execute(watch_nights.update().where(watch_nights.c.id == night_id).values(**values))


def set_areas(conn: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    """The areas of this night instead of the last one's."""
    conn.execute(watch_areas.delete())
    if rows:
        conn.execute(watch_areas.insert(), [dict(row) for row in rows])


def next_area(conn: Connection, leaves: int) -> sa.Row[Any] | None:
    """An area of which fewer leaves than these were looked at."""
    rest = sa.select(watch_areas).where(watch_areas.c.next_leaf < leaves)
    return conn.execute(rest.order_by(watch_areas.c.name).limit(1)).first()


def advance(conn: Connection, name: str, next_leaf: int) -> None:
    """So many leaves of an area are looked at."""
    one = watch_areas.update().where(watch_areas.c.name == name)
    conn.execute(one.values(next_leaf=next_leaf))


def areas(conn: Connection) -> list[sa.Row[Any]]:
    """The areas of the last night."""
    return list(conn.execute(sa.select(watch_areas).order_by(watch_areas.c.name)))


def told_in(conn: Connection, moment: datetime) -> str | None:
    """The night whose alarms were told at a moment."""
    query = sa.select(watch_nights.c.id).where(watch_nights.c.told_at == moment)
    night_id: str | None = conn.scalar(query)
    return night_id

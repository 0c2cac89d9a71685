"""SQL of the gazetteer, and of what a geocoder said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from api.database.prepared import Prepared
from api.database.tables.places import geocoded, places

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


def answered(conn: Connection, words_index: str) -> sa.Row[Any] | None:
    """What a geocoder was last asked for some words, and when."""
    return conn.execute(sa.select(geocoded).where(geocoded.c.words_index == words_index)).first()


def last_asked_at(conn: Connection) -> datetime | None:
    """The latest moment for which asking a geocoder is set."""
    at: datetime | None = conn.scalar(sa.select(sa.func.max(geocoded.c.asked_at)))
    return at


def ask(conn: Connection, row: Mapping[str, Any]) -> None:
    """A geocoder is to be asked for some words: again, or for the first time."""
    before = geocoded.c.words_index == row["words_index"]
    again = {name: value for name, value in row.items() if name != "words_index"}
    if conn.execute(geocoded.update().where(before).values(**again)).rowcount == 0:
        conn.execute(geocoded.insert().values(**row))


def hear(conn: Connection, id_: str, answer: bytes | None, good_until: datetime) -> None:
    """What the geocoder answered, and how long that is good."""
    asked = geocoded.update().where(geocoded.c.id == id_)
    conn.execute(asked.values(answer=answer, good_until=good_until))

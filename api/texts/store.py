"""SQL of texts to be read; the words are sealed."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from api.database.private import vault
from api.database.tables.people import addresses, people
from api.database.tables.texts import texts

_UNREAD = texts.c.read_at.is_(None)


def add(conn: Connection, text_id: str, words: str, values: dict[str, Any]) -> None:
    """Keep a text."""
    blob = vault(conn).seal("texts", "words", text_id, words)
    conn.execute(texts.insert().values(id=text_id, words=blob, **values))


def unsealed(conn: Connection, row: sa.Row[Any]) -> str:
    """The words of a text."""
    return vault(conn).unseal("texts", "words", row.id, row.words)


def get(conn: Connection, text_id: str) -> sa.Row[Any] | None:
    """The text of an id, read or not."""
    return conn.execute(sa.select(texts).where(texts.c.id == text_id)).first()


def unread(conn: Connection, limit: int) -> list[sa.Row[Any]]:
    """The oldest texts that nobody has read, with where they were written."""
    found = (
        sa.select(texts, addresses.c.channel, people.c.language)
        .join(addresses, addresses.c.id == texts.c.address_id)
        .join(people, people.c.id == texts.c.person_id)
        .where(_UNREAD)
        .order_by(texts.c.said_at, texts.c.id)
        .limit(limit)
    )
    return list(conn.execute(found).all())


def waiting(conn: Connection, now: datetime) -> sa.Row[Any]:
    """How many wait, how many for too long, and since when the oldest does."""
    late = sa.func.sum(sa.case((texts.c.read_by_at < now, 1), else_=0))
    found = sa.select(sa.func.count(), sa.func.coalesce(late, 0), sa.func.min(texts.c.said_at))
    return conn.execute(found.where(_UNREAD)).one()


def read(conn: Connection, ids: Collection[str], values: dict[str, Any]) -> list[str]:
    """Keep that texts were read; the ids of those that nobody had read before."""
    some = texts.update().where(texts.c.id.in_(ids), _UNREAD).values(values)
    return list(conn.scalars(some.returning(texts.c.id)))

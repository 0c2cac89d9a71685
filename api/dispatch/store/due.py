"""What is due of offers and tasks together, and how much volunteers hold of both."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from api.database.tables.requests import offers, requests, tasks
from api.dispatch.store.leaves import SENT, UNDER_WAY


def put_off(conn: Connection, request_id: str, until: datetime) -> None:
    """Nothing of a request's offers, its tasks and what restricts them is due before a moment."""
    mine = sa.and_(requests.c.id == request_id, requests.c.heed_at < until)
    conn.execute(requests.update().where(mine).values(heed_at=until))
    early = sa.and_(offers.c.request_id == request_id, SENT, offers.c.expires_at < until)
    conn.execute(offers.update().where(early).values(expires_at=until))
    silent = sa.and_(tasks.c.request_id == request_id, UNDER_WAY, tasks.c.next_at < until)
    conn.execute(tasks.update().where(silent).values(next_at=until))


def next_due(conn: Connection) -> list[datetime]:
    """When the next offer runs out and the next task must be asked about."""
    out = conn.scalar(sa.select(sa.func.min(offers.c.expires_at)).where(SENT))
    ask = conn.scalar(sa.select(sa.func.min(tasks.c.next_at)).where(UNDER_WAY))
    return [moment for moment in (out, ask) if moment is not None]


def busy(conn: Connection, person_ids: Iterable[str]) -> dict[str, tuple[int, int]]:
    """How many tasks and open offers volunteers have; who has none is not in it."""
    ids = list(person_ids)
    held = _counts(conn, tasks.c.person_id, ids, UNDER_WAY)
    asked = _counts(conn, offers.c.person_id, ids, SENT)
    return {one: (held.get(one, 0), asked.get(one, 0)) for one in {*held, *asked}}


def _counts(
    conn: Connection, column: sa.Column[Any], ids: list[str], which: sa.ColumnElement[bool]
) -> dict[str, int]:
    query = sa.select(column, sa.func.count()).where(column.in_(ids), which).group_by(column)
    return {row[0]: row[1] for row in conn.execute(query)}

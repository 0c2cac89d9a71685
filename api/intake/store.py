"""The SQL of pauses of intake, and of the requests that wait for one to end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from api.database.ids import new_id
from api.database.tables.backlog import intake_pauses, waits
from api.database.tables.requests import requests

HELD = (
    sa.select(sa.func.count())
    .select_from(waits.join(requests, requests.c.id == waits.c.request_id))
    .where(waits.c.held_by == intake_pauses.c.id, requests.c.closed_at.is_(None))
    .scalar_subquery()
    .label("held")
)


def insert(conn: Connection, values: Mapping[str, Any], now: datetime) -> str:
    """A new pause's id."""
    pause_id = new_id(now)
    conn.execute(intake_pauses.insert().values(id=pause_id, created_at=now, **values))
    return pause_id


def in_force(conn: Connection, now: datetime) -> Sequence[sa.Row[Any]]:
    """The pauses that hold now, oldest first."""
    holds = sa.and_(intake_pauses.c.ended_at.is_(None), intake_pauses.c.until_at > now)
    found = sa.select(intake_pauses, HELD).where(holds).order_by(intake_pauses.c.id)
    return conn.execute(found).all()


def find(conn: Connection, pause_id: str) -> sa.Row[Any] | None:
    """A pause, over or not."""
    return conn.execute(
        sa.select(intake_pauses, HELD).where(intake_pauses.c.id == pause_id)
    ).first()


def end(conn: Connection, pause_id: str, now: datetime) -> bool:
    """Ends a pause; whether it was not ended before."""
    lasting = sa.and_(intake_pauses.c.id == pause_id, intake_pauses.c.ended_at.is_(None))
    return conn.execute(intake_pauses.update().where(lasting).values(ended_at=now)).rowcount == 1


def release(conn: Connection, pause_id: str, now: datetime) -> int:
    """The requests that wait for a pause are due now; how many."""
    held = sa.select(waits.c.request_id).where(waits.c.held_by == pause_id)
    waiting = sa.and_(requests.c.id.in_(held), requests.c.closed_at.is_(None))
    return conn.execute(requests.update().where(waiting).values(next_at=now)).rowcount


def hold(conn: Connection, request_id: str, pause_id: str | None) -> None:
    """A request waits for a pause to end, or for none any more."""
    mine = waits.update().where(waits.c.request_id == request_id)
    if not conn.execute(mine.values(held_by=pause_id)).rowcount and pause_id is not None:
        conn.execute(waits.insert().values(request_id=request_id, held_by=pause_id))


def held_by(conn: Connection, request_id: str) -> str | None:
    """The pause a request waits for, if it does."""
    mine = sa.select(waits.c.held_by).where(waits.c.request_id == request_id)
    pause_id: str | None = conn.scalar(mine)
    return pause_id

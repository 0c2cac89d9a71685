"""Which requests are to be fitted to the restrictions at their place, and when."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy import Connection

from api.database.tables.requests import requests


def located(conn: Connection, after: str, limit: int) -> Sequence[str]:
    """Ids of unclosed requests whose place is known, from the next one on, in their order."""
    query = sa.select(requests.c.id).where(
        requests.c.closed_at.is_(None), requests.c.located, requests.c.id > after
    )
    return conn.scalars(query.order_by(requests.c.id).limit(limit)).all()


def mark(conn: Connection, request_ids: Collection[str], now: datetime) -> None:
    """These requests are to be looked at; who is marked already stays so."""
    which = sa.and_(requests.c.id.in_(list(request_ids)), requests.c.heed_at.is_(None))
    conn.execute(requests.update().where(which).values(heed_at=now))


def marked(conn: Connection, now: datetime, limit: int) -> Sequence[str]:
    """Ids of requests that are to be looked at, the oldest first."""
    query = sa.select(requests.c.id).where(requests.c.heed_at <= now)
    return conn.scalars(query.order_by(requests.c.heed_at, requests.c.id).limit(limit)).all()


def put_mark(conn: Connection, request_id: str, at: datetime | None) -> None:
    """A request is to be looked at then; None: it was."""
    conn.execute(requests.update().where(requests.c.id == request_id).values(heed_at=at))


def is_marked(conn: Connection, request_id: str, now: datetime) -> bool:
    """Whether a request is still to be looked at: another worker may have been faster."""
    due = sa.select(requests.c.id).where(requests.c.id == request_id, requests.c.heed_at <= now)
    return conn.scalar(due) is not None


def next_marked(conn: Connection) -> datetime | None:
    """When the next request is to be looked at."""
    earliest: datetime | None = conn.scalar(sa.select(sa.func.min(requests.c.heed_at)))
    return earliest

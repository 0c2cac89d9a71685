"""What the clock asks about calls: claims that are over, promises about to be broken."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy import Connection

from api.calls.store.reading import Call, call_of, selected
from api.database.engine import skip_locked
from api.database.tables.calls import calls
from api.vocabulary import CallStatus


def expired(conn: Connection, now: datetime, limit: int) -> list[str]:
    """Calls whose holder has been silent for too long."""
    over = (
        sa.select(calls.c.id)
        .where(calls.c.status == CallStatus.CLAIMED, calls.c.claimed_until <= now)
        .order_by(calls.c.claimed_until)
        .limit(limit)
    )
    return list(conn.scalars(skip_locked(conn, over)))


_UNTOLD = sa.and_(
    calls.c.status == CallStatus.QUEUED,
    calls.c.promised_at.is_not(None),
    calls.c.promised_at.is_distinct_from(calls.c.warned_for),
)
"""Promises that nobody was warned of yet."""


def breaking(conn: Connection, before: datetime, limit: int) -> list[Call]:
    """Queued calls promised by `before` of which nobody was warned."""
    near = selected().where(_UNTOLD, calls.c.promised_at <= before)
    return [call_of(row) for row in conn.execute(near.order_by(calls.c.promised_at).limit(limit))]


def next_promise(conn: Connection) -> datetime | None:
    """The next promise of a queued call of which nobody was warned."""
    found: datetime | None = conn.scalar(
        sa.select(sa.func.min(calls.c.promised_at)).where(_UNTOLD)
    )
    return found


def next_expiry(conn: Connection) -> datetime | None:
    """When the next claim is over."""
    held = sa.select(sa.func.min(calls.c.claimed_until))
    found: datetime | None = conn.scalar(held.where(calls.c.status == CallStatus.CLAIMED))
    return found


_LACKING = sa.and_(calls.c.status == CallStatus.QUEUED, calls.c.look_at.is_not(None))


def lacking(conn: Connection, now: datetime, limit: int) -> list[str]:
    """Queued calls for which a caller is to be looked for now."""
    due = (
        sa.select(calls.c.id)
        .where(_LACKING, calls.c.look_at <= now)
        .order_by(calls.c.look_at, calls.c.id)
        .limit(limit)
    )
    return list(conn.scalars(skip_locked(conn, due)))


def next_look(conn: Connection) -> datetime | None:
    """When a caller is to be looked for next."""
    found: datetime | None = conn.scalar(sa.select(sa.func.min(calls.c.look_at)).where(_LACKING))
    return found

"""SQL of lanes."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from api.database.engine import insert_ignore, skip_locked
from api.database.tables.inbound import lanes
from api.database.tables.people import addresses
from api.vocabulary import Channel


def _is(address_id: str, direction: str) -> sa.ColumnElement[bool]:
    return sa.and_(lanes.c.address_id == address_id, lanes.c.direction == direction)


def next_position(
    conn: Connection, address_id: str, direction: str, due_at: datetime | None
) -> int:
    """Take the next number, which locks the lane, and make the lane due no later than `due_at`."""
    key = {"address_id": address_id, "direction": direction}
    insert_ignore(conn, lanes, {**key, "last_position": 0}, ["address_id", "direction"])
    changes: dict[str, Any] = {"last_position": lanes.c.last_position + 1}
    if due_at is not None:
        changes["due_at"] = _earlier(due_at)
    taken = (
        lanes.update()
        .where(_is(address_id, direction))
        .values(changes)
        .returning(lanes.c.last_position)
    )
    return int(conn.execute(taken).scalar_one())


def _earlier(due_at: datetime) -> sa.ColumnElement[Any]:
    late = sa.or_(lanes.c.due_at.is_(None), lanes.c.due_at > due_at)
    given = sa.literal(due_at, lanes.c.due_at.type)
    return sa.case((late, given), else_=lanes.c.due_at)


def _free(now: datetime) -> sa.ColumnElement[bool]:
    return sa.or_(lanes.c.leased_until.is_(None), lanes.c.leased_until <= now)


def _on(channels: Collection[Channel] | None) -> sa.ColumnElement[bool]:
    if channels is None:
        return sa.true()
    on_these = sa.select(addresses.c.id).where(addresses.c.channel.in_(channels))
    return lanes.c.address_id.in_(on_these)


def free_and_due(
    conn: Connection,
    direction: str,
    now: datetime,
    limit: int,
    channels: Collection[Channel] | None,
) -> list[str]:
    """Addresses whose lane is due and leased to nobody, longest due first; the rows are locked."""
    found = (
        sa.select(lanes.c.address_id)
        .where(lanes.c.direction == direction, lanes.c.due_at <= now, _free(now), _on(channels))
        .order_by(lanes.c.due_at)
        .limit(limit)
    )
    return list(conn.execute(skip_locked(conn, found)).scalars())


def set_lease(
    conn: Connection, address_ids: list[str], direction: str, lease: str, until: datetime
) -> None:
    """Lease these lanes."""
    conn.execute(
        lanes.update()
        .where(lanes.c.address_id.in_(address_ids), lanes.c.direction == direction)
        .values(lease=lease, leased_until=until)
    )


def lock(conn: Connection, address_id: str, direction: str) -> str:
    """The lane's lease; nobody else changes the lane until this transaction ends."""
    found = sa.select(lanes.c.lease).where(_is(address_id, direction))
    return conn.execute(found.with_for_update()).scalar() or ""


def is_leased(conn: Connection, address_id: str, direction: str, now: datetime) -> bool:
    """Whether somebody has the lane at this moment."""
    leased = _is(address_id, direction) & (lanes.c.lease != "") & (lanes.c.leased_until > now)
    return conn.execute(sa.select(lanes.c.lease).where(leased)).first() is not None


def free(
    conn: Connection,
    address_id: str,
    direction: str,
    due_at: datetime | None,
    leased_until: datetime | None = None,
) -> None:
    """End the lease; with `leased_until`, nobody gets the lane before."""
    conn.execute(
        lanes.update()
        .where(_is(address_id, direction))
        .values(lease="", leased_until=leased_until, due_at=due_at)
    )


def make_due(conn: Connection, address_id: str, direction: str, due_at: datetime) -> None:
    """Make the lane due no later than `due_at`."""
    due = {"due_at": _earlier(due_at)}
    conn.execute(lanes.update().where(_is(address_id, direction)).values(due))


def next_due(
    conn: Connection, direction: str, channels: Collection[Channel] | None
) -> datetime | None:
    """When the first lane may be taken that is not free and due now."""
    leased = lanes.c.leased_until > lanes.c.due_at
    at = sa.case((leased, lanes.c.leased_until), else_=lanes.c.due_at)
    due = sa.select(sa.func.min(at)).where(
        lanes.c.direction == direction, lanes.c.due_at.is_not(None), _on(channels)
    )
    found: datetime | None = conn.execute(due).scalar()
    return found


def forget(conn: Connection) -> int:
    """End every lease that somebody holds; pauses stay."""
    ended = lanes.update().where(lanes.c.lease != "").values(lease="", leased_until=None)
    return conn.execute(ended).rowcount

"""SQL of lanes."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from functools import cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from api.database.engine import insert_ignore
from api.database.prepared import Prepared
from api.database.tables.inbound import lanes
from api.database.tables.people import addresses
from api.vocabulary import Channel

# Statements are built once: building one costs several times what running it does.
OF_ADDRESS = sa.and_(
    lanes.c.address_id == sa.bindparam("of_address"),
    lanes.c.direction == sa.bindparam("of_direction"),
)
NOW = sa.bindparam("now", type_=lanes.c.due_at.type)
FREE = sa.or_(lanes.c.leased_until.is_(None), lanes.c.leased_until <= NOW)
EARLIER = sa.case(
    (sa.or_(lanes.c.due_at.is_(None), lanes.c.due_at > NOW), NOW), else_=lanes.c.due_at
)
MAKE_DUE = Prepared(lanes.update().where(OF_ADDRESS).values(due_at=EARLIER))
TAKE_POSITION = (
    lanes.update()
    .where(OF_ADDRESS)
    .values(last_position=lanes.c.last_position + 1)
    .returning(lanes.c.last_position)
)
NEXT_POSITION = Prepared(TAKE_POSITION)
NEXT_POSITION_DUE = Prepared(TAKE_POSITION.values(due_at=EARLIER))
LEASE = Prepared(sa.select(lanes.c.lease).where(OF_ADDRESS).with_for_update())
TAKE_LEASE = Prepared(
    lanes.update()
    .where(OF_ADDRESS, lanes.c.due_at <= NOW, FREE)
    .values(
        lease=sa.bindparam("name"),
        leased_until=sa.bindparam("until", type_=lanes.c.due_at.type),
    )
)
SET_LEASE = Prepared(lanes.update().where(OF_ADDRESS))
FREED = Prepared(
    lanes.update()
    .where(OF_ADDRESS)
    .values(
        lease="",
        leased_until=sa.bindparam("until", type_=lanes.c.due_at.type),
        due_at=sa.bindparam("due", type_=lanes.c.due_at.type),
    )
)


def _of(address_id: str, direction: str) -> dict[str, Any]:
    return {"of_address": address_id, "of_direction": direction}


def next_position(
    conn: Connection, address_id: str, direction: str, due_at: datetime | None
) -> int:
    """Take the next number, which locks the lane, and make the lane due no later than `due_at`."""
    taken = _next_position(conn, address_id, direction, due_at)
    if taken is None:
        key = {"address_id": address_id, "direction": direction}
        insert_ignore(conn, lanes, {**key, "last_position": 0}, ["address_id", "direction"])
        taken = _next_position(conn, address_id, direction, due_at)
    if taken is None:
        raise LookupError("a lane vanished in the middle of a transaction")
    return taken


def _next_position(
    conn: Connection, address_id: str, direction: str, due_at: datetime | None
) -> int | None:
    of_it = _of(address_id, direction)
    taken: int | None = (
        NEXT_POSITION.scalar(conn, of_it)
        if due_at is None
        else NEXT_POSITION_DUE.scalar(conn, {**of_it, "now": due_at})
    )
    return taken


@cache
def _on(channels: frozenset[Channel] | None) -> sa.ColumnElement[bool]:
    if channels is None:
        return sa.true()
    its = addresses.c.id == lanes.c.address_id
    ours = sa.or_(sa.false(), *(addresses.c.channel == one for one in sorted(channels)))
    return sa.exists().where(its, ours)


@cache
def _free_and_due(channels: frozenset[Channel] | None) -> Prepared:
    return Prepared(
        sa.select(lanes.c.address_id)
        .where(
            lanes.c.direction == sa.bindparam("of_direction"),
            lanes.c.due_at <= NOW,
            FREE,
            _on(channels),
        )
        .order_by(lanes.c.due_at)
        .limit(sa.bindparam("most"))
        .with_for_update(skip_locked=True, of=lanes)
    )


@cache
def _next_due(channels: frozenset[Channel] | None) -> Prepared:
    leased = lanes.c.leased_until > lanes.c.due_at
    at = sa.case((leased, lanes.c.leased_until), else_=lanes.c.due_at)
    return Prepared(
        sa.select(sa.func.min(at)).where(
            lanes.c.direction == sa.bindparam("of_direction"),
            lanes.c.due_at.is_not(None),
            _on(channels),
        )
    )


def free_and_due(
    conn: Connection,
    direction: str,
    now: datetime,
    limit: int,
    channels: Collection[Channel] | None,
) -> list[str]:
    """Addresses whose lane is due and leased to nobody, longest due first; the rows are locked."""
    wanted = {"of_direction": direction, "now": now, "most": limit}
    return [row.address_id for row in _free_and_due(_set(channels)).all(conn, wanted)]


def _set(channels: Collection[Channel] | None) -> frozenset[Channel] | None:
    return None if channels is None else frozenset(channels)


def set_lease(
    conn: Connection, address_ids: list[str], direction: str, lease: str, until: datetime
) -> None:
    """Lease these lanes."""
    leased = {"lease": lease, "leased_until": until}
    for address_id in address_ids:
        SET_LEASE.changed(conn, {**_of(address_id, direction), **leased})


def take_lease(
    conn: Connection, address_id: str, direction: str, lease: str, now: datetime, until: datetime
) -> bool:
    """Lease this lane if it is due and free; whether it was."""
    moments = {"now": now, "until": until, "name": lease}
    return TAKE_LEASE.changed(conn, {**_of(address_id, direction), **moments}) == 1


def lock(conn: Connection, address_id: str, direction: str) -> str:
    """The lane's lease; nobody else changes the lane until this transaction ends."""
    return LEASE.scalar(conn, _of(address_id, direction)) or ""


def is_leased(conn: Connection, address_id: str, direction: str, now: datetime) -> bool:
    """Whether somebody has the lane at this moment."""
    leased = OF_ADDRESS & (lanes.c.lease != "") & (lanes.c.leased_until > now)
    found = sa.select(lanes.c.lease).where(leased)
    return conn.execute(found, _of(address_id, direction)).first() is not None


def free(
    conn: Connection,
    address_id: str,
    direction: str,
    due_at: datetime | None,
    leased_until: datetime | None = None,
) -> None:
    """End the lease; with `leased_until`, nobody gets the lane before."""
    moments = {"until": leased_until, "due": due_at}
    FREED.changed(conn, {**_of(address_id, direction), **moments})


def make_due(conn: Connection, address_id: str, direction: str, due_at: datetime) -> None:
    """Make the lane due no later than `due_at`."""
    MAKE_DUE.changed(conn, {**_of(address_id, direction), "now": due_at})


def next_due(
    conn: Connection, direction: str, channels: Collection[Channel] | None
) -> datetime | None:
    """When the first lane may be taken that is not free and due now."""
    found: datetime | None = _next_due(_set(channels)).scalar(conn, {"of_direction": direction})
    return found


def forget(conn: Connection) -> int:
    """End every lease that somebody holds; pauses stay."""
    ended = lanes.update().where(lanes.c.lease != "").values(lease="", leased_until=None)
    return conn.execute(ended).rowcount

"""SQL of inbound messages; what was said is sealed."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from api.database.engine import insert_ignore, order_lock
from api.database.private import vault
from api.database.tables.calls import calls
from api.database.tables.inbound import inbound
from api.vocabulary import Channel


def known(conn: Connection, channel: Channel, message_id: str) -> sa.Row[str, str] | None:
    """The message that came with this id, if it came before; nobody else adds it meanwhile."""
    order_lock(conn, f"inbound {channel} {message_id}")
    found = sa.select(inbound.c.id, inbound.c.address_id).where(
        inbound.c.channel == channel, inbound.c.message_id == message_id
    )
    return conn.execute(found).first()


def is_call(conn: Connection, call_id: str) -> bool:
    """Whether there is such a call."""
    found = sa.select(calls.c.id).where(calls.c.id == call_id)
    return conn.execute(found).first() is not None


def add(conn: Connection, inbound_id: str, body: str, values: dict[str, Any]) -> None:
    """Keep a message."""
    blob = vault(conn).seal("inbound", "body", inbound_id, body)
    row = {"id": inbound_id, "body": blob, **values}
    insert_ignore(conn, inbound, row, ["channel", "message_id"])


def unsealed(conn: Connection, row: sa.Row[Any]) -> str:
    """What was said, as it was kept."""
    return vault(conn).unseal("inbound", "body", row.id, row.body)


def head(conn: Connection, address_id: str) -> sa.Row[Any] | None:
    """The oldest unsettled message of an address."""
    found = (
        sa.select(inbound)
        .where(inbound.c.address_id == address_id, inbound.c.settled_at.is_(None))
        .order_by(inbound.c.position)
        .limit(1)
    )
    return conn.execute(found).first()


def attempt(conn: Connection, inbound_id: str) -> None:
    """Count that somebody took it."""
    counted = inbound.update().where(inbound.c.id == inbound_id)
    conn.execute(counted.values(attempts=inbound.c.attempts + 1))


def settle(conn: Connection, inbound_id: str, address_id: str, now: datetime) -> bool:
    """Settle a message; False when it is settled already or of another address."""
    open_one = sa.and_(
        inbound.c.id == inbound_id,
        inbound.c.address_id == address_id,
        inbound.c.settled_at.is_(None),
    )
    return conn.execute(inbound.update().where(open_one).values(settled_at=now)).rowcount == 1


def last(conn: Connection, address_id: str, limit: int) -> list[sa.Row[Any]]:
    """The newest messages of an address, newest first."""
    found = (
        sa.select(inbound)
        .where(inbound.c.address_id == address_id)
        .order_by(inbound.c.position.desc())
        .limit(limit)
    )
    return list(conn.execute(found).all())


def get(conn: Connection, inbound_id: str) -> sa.Row[Any] | None:
    """The message of an id."""
    return conn.execute(sa.select(inbound).where(inbound.c.id == inbound_id)).first()

"""SQL of inbound messages; what was said is sealed."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from api.database.engine import insert_ignore, order_lock
from api.database.prepared import Prepared
from api.database.private import vault
from api.database.tables.calls import calls
from api.database.tables.inbound import inbound
from api.vocabulary import Channel

# Statements are built once: building one costs several times what running it does.
KNOWN = Prepared(
    sa.select(inbound.c.id, inbound.c.address_id).where(
        inbound.c.channel == sa.bindparam("by"), inbound.c.message_id == sa.bindparam("as")
    )
)
IN_ORDER = (
    sa.select(inbound)
    .where(inbound.c.address_id == sa.bindparam("of_address"), inbound.c.settled_at.is_(None))
    .order_by(inbound.c.position)
    .limit(1)
)
HEAD = Prepared(IN_ORDER)
TAKE = Prepared(
    inbound.update()
    .where(inbound.c.id == IN_ORDER.with_only_columns(inbound.c.id).scalar_subquery())
    .values(attempts=inbound.c.attempts + 1)
    .returning(inbound)
)
SETTLE = Prepared(
    inbound.update()
    .where(
        inbound.c.id == sa.bindparam("inbound_id"),
        inbound.c.address_id == sa.bindparam("of_address"),
        inbound.c.settled_at.is_(None),
    )
    .returning(inbound)
)


def known(conn: Connection, channel: Channel, message_id: str) -> sa.Row[Any] | None:
    """The message that came with this id, if it came before; nobody else adds it meanwhile."""
    order_lock(conn, f"inbound {channel} {message_id}")
    return KNOWN.first(conn, {"by": channel, "as": message_id})


def is_call(conn: Connection, call_id: str) -> bool:
    """Whether there is such a call."""
    found = sa.select(calls.c.id).where(calls.c.id == call_id)
    return conn.execute(found).first() is not None


def add(conn: Connection, inbound_id: str, body: str, values: dict[str, Any]) -> None:
    """Keep a message."""
    blob = vault(conn).seal("inbound", "body", inbound_id, body)
    row = {"id": inbound_id, "body": blob, **values}
    insert_ignore(conn, inbound, row, ["channel", "message_id"])


def reseal(conn: Connection, inbound_id: str, body: str) -> None:
    """Keep a message in other words."""
    blob = vault(conn).seal("inbound", "body", inbound_id, body)
    conn.execute(inbound.update().where(inbound.c.id == inbound_id).values(body=blob))


def put_back(conn: Connection, inbound_id: str, address_id: str) -> bool:
    """Count a message as taken once less; whether it is there and not settled."""
    mine = sa.and_(
        inbound.c.id == inbound_id,
        inbound.c.address_id == address_id,
        inbound.c.settled_at.is_(None),
    )
    once_less = inbound.update().where(mine, inbound.c.attempts > 0)
    return conn.execute(once_less.values(attempts=inbound.c.attempts - 1)).rowcount == 1


def unsealed(conn: Connection, row: sa.Row[Any]) -> str:
    """What was said, as it was kept."""
    return vault(conn).unseal("inbound", "body", row.id, row.body)


def head(conn: Connection, address_id: str) -> sa.Row[Any] | None:
    """The oldest unsettled message of an address."""
    return HEAD.first(conn, {"of_address": address_id})


def take(conn: Connection, address_id: str) -> sa.Row[Any] | None:
    """The oldest unsettled message of an address, counted as taken once more."""
    return TAKE.first(conn, {"of_address": address_id})


def settle(
    conn: Connection, inbound_id: str, address_id: str, now: datetime
) -> sa.Row[Any] | None:
    """Settle a message and give it; None when it is settled already or of another address."""
    of_it = {"inbound_id": inbound_id, "of_address": address_id}
    return SETTLE.first(conn, {**of_it, "settled_at": now})


def one(conn: Connection, inbound_id: str) -> sa.Row[Any] | None:
    """The message of an id."""
    return conn.execute(sa.select(inbound).where(inbound.c.id == inbound_id)).first()


def last(conn: Connection, address_id: str, limit: int) -> list[sa.Row[Any]]:
    """The newest messages of an address, newest first."""
    found = (
        sa.select(inbound)
        .where(inbound.c.address_id == address_id)
        .order_by(inbound.c.position.desc())
        .limit(limit)
    )
    return list(conn.execute(found).all())

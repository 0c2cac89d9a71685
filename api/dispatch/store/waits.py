"""The SQL of waiting: who found nobody how often, and which groups have room again."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from api.database.portable import skip_locked
from api.database.tables.backlog import freed_groups, waits
from api.database.tables.requests import offers, requests
from api.dispatch.store.leaves import SENT
from api.vocabulary import Urgency


def wait_of(conn: Connection, request_id: str) -> sa.Row[Any] | None:
    """What is known of a request's waiting; None if it never did."""
    return conn.execute(sa.select(waits).where(waits.c.request_id == request_id)).first()


def keep_wait(conn: Connection, request_id: str, values: Mapping[str, Any]) -> None:
    """Changes what is known of a request's waiting; `rarity` is needed the first time."""
    mine = waits.update().where(waits.c.request_id == request_id)
    if not conn.execute(mine.values(**values)).rowcount:
        conn.execute(waits.insert().values(request_id=request_id, **values))


def asked_for(conn: Connection, request_id: str) -> None:
    """Somebody is asked for all of a request: it does not wait in vain any more."""
    mine = sa.and_(waits.c.request_id == request_id, waits.c.looks > 0)
    conn.execute(waits.update().where(mine).values(looks=0))


def forget_wait(conn: Connection, request_id: str) -> None:
    """A request is at its end."""
    conn.execute(waits.delete().where(waits.c.request_id == request_id))


def asks(
    conn: Connection, group_ids: Collection[str], but: str, urgencies: Collection[Urgency]
) -> dict[str, int]:
    """For how many requests of these urgencies, but one, each group is asked now."""
    which = [
        SENT,
        offers.c.group_id.in_(list(group_ids)),
        offers.c.request_id != but,
        requests.c.urgency.in_(list(urgencies)),
    ]
    counted = (
        sa.select(offers.c.group_id, sa.func.count(sa.distinct(offers.c.request_id)))
        .join(requests, requests.c.id == offers.c.request_id)
        .where(*which)
        .group_by(offers.c.group_id)
    )
    return {row[0]: row[1] for row in conn.execute(counted)}


def was_asked(conn: Connection, request_id: str, group_id: str) -> bool:
    """Whether a group, or anybody of it, was ever asked for a request."""
    mine = sa.exists().where(offers.c.request_id == request_id, offers.c.group_id == group_id)
    return conn.scalar(sa.select(mine)) or False


def take_freed(conn: Connection, limit: int) -> Sequence[str]:
    """Groups that have room again, taken from the list."""
    found = skip_locked(conn, sa.select(freed_groups.c.group_id).limit(limit))
    ids = conn.scalars(found.order_by(freed_groups.c.group_id)).all()
    if ids:
        conn.execute(freed_groups.delete().where(freed_groups.c.group_id.in_(ids)))
    return ids

"""The SQL of kept matches, and of what a match must know of the past."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from api.database.ids import new_id
from api.database.prepared import Prepared
from api.database.tables.groups import groups
from api.database.tables.requests import matches, offers, requests, tasks
from api.vocabulary import Arrival, OfferStatus, TaskStatus


def add(
    conn: Connection,
    request_id: str,
    wave: int,
    values: Mapping[str, Any],
    now: datetime,
) -> None:
    """Keeps a match of a wave, as the documents that `rules.record` makes of it."""
    row = {"id": new_id(now), "request_id": request_id, "wave": wave, "created_at": now}
    conn.execute(matches.insert().values(**row, **values))


# Asked for every request that is looked at: building one costs several times what running it does.
REFUSED = Prepared(
    sa.select(offers.c.group_id)
    .join(groups, groups.c.id == offers.c.group_id)
    .where(
        offers.c.request_id == sa.bindparam("of_request"),
        offers.c.status == OfferStatus.DECLINED,
        sa.or_(offers.c.person_id.is_(None), groups.c.phone_only),
    )
)
SAID_NO = requests.c.arrival.in_([Arrival.NO, Arrival.PARTLY])
MISSED = sa.or_(tasks.c.missed_at.is_not(None), sa.func.coalesce(SAID_NO, sa.false()))
HELP_OF = (
    sa.select(tasks.c.group_id, tasks.c.person_id, tasks.c.status, MISSED)
    .join(requests, requests.c.id == tasks.c.request_id)
    .where(
        requests.c.resident_id == sa.bindparam("of_person"),
        tasks.c.ended_at.is_not(None),
    )
    .order_by(tasks.c.ended_at, tasks.c.id)
)


def refused(conn: Connection, request_id: str) -> frozenset[str]:
    """The groups that said no as a whole: in their chat, or by a leader who has only a phone."""
    return frozenset(row.group_id for row in REFUSED.all(conn, {"of_request": request_id}))


def help_of(conn: Connection, resident_id: str) -> list[tuple[str, str, TaskStatus, bool]]:
    """The tasks for a resident that ended, the newest last: group, person, how, and if missed."""
    rows = conn.execute(HELP_OF, {"of_person": resident_id})
    return [(group_id, who, status, bool(miss)) for group_id, who, status, miss in rows]

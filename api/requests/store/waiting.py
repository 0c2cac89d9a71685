"""The SQL of who is next: what is due and what waits, in the order of `rules.drain`."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from api.database.tables.backlog import waits
from api.database.tables.requests import request_needs, requests
from api.vocabulary import WAITING_STATUSES, Leaf, RequestStatus, Urgency

WITH_WAITS = requests.outerjoin(waits, waits.c.request_id == requests.c.id)
"""Requests, with what is known of their waiting."""


@dataclass(frozen=True, slots=True)
class Order:
    """`rules.drain` at one moment: who joined the queue until when stands at which level.

    `overdue`: the level of each urgency at which age alone counts; `common`: the rarity of a
    request that nobody counted the able groups of.
    """

    levels: Sequence[tuple[Urgency, datetime, int]]
    overdue: Mapping[Urgency, int]
    common: int

    def columns(self) -> list[sa.ColumnElement[Any]]:
        """What requests are ordered by."""
        stands = [(_joined(urgency, at), level) for urgency, at, level in self.levels]
        late = [
            _joined(urgency, at)
            for urgency, at, level in self.levels
            if level == self.overdue[urgency]
        ]
        counted = sa.func.coalesce(waits.c.rarity, self.common)
        bounded = sa.case((counted > self.common, self.common), else_=counted)
        rarity = sa.case((sa.or_(*late), 0), else_=bounded)
        last = max(level for _, _, level in self.levels)
        return [sa.case(*stands, else_=last), rarity, requests.c.queued_at, requests.c.id]


def _joined(urgency: Urgency, until: datetime) -> sa.ColumnElement[bool]:
    return sa.and_(requests.c.urgency == urgency, requests.c.queued_at <= until)


def due(conn: Connection, now: datetime, limit: int, order: Order) -> Sequence[str]:
    """Ids of the requests whose time has come, who is next first."""
    found = sa.select(requests.c.id).select_from(WITH_WAITS).where(requests.c.next_at <= now)
    return conn.scalars(found.order_by(*order.columns()).limit(limit)).all()


def next_due(conn: Connection) -> datetime | None:
    """When the next request is due."""
    earliest: datetime | None = conn.scalar(sa.select(sa.func.min(requests.c.next_at)))
    return earliest


def waiting(
    conn: Connection,
    limit: int,
    order: Order,
    *,
    leaves: Collection[Leaf] | None = None,
    in_vain: bool = False,
    ids: Collection[str] | None = None,
) -> Sequence[sa.Row[Any, Any, Any]]:
    """Who waits for somebody to be asked, who is next first: `id`, `rarity` and `looks` of each.

    Not who waits for intake to reopen. `leaves`: only for some of these; `in_vain`: only who
    found nobody at the last look.
    """
    found = (
        sa.select(requests.c.id, waits.c.rarity, waits.c.looks)
        .select_from(WITH_WAITS)
        .where(*_asks_nobody(leaves))
        .where(*([waits.c.looks > 0] if in_vain else []))
        .where(*([] if ids is None else [requests.c.id.in_(list(ids))]))
    )
    return conn.execute(found.order_by(*order.columns()).limit(limit)).all()


def waiting_count(conn: Connection) -> int:
    """How many wait for somebody to be asked."""
    counted = sa.select(sa.func.count()).select_from(WITH_WAITS).where(*_asks_nobody(None))
    return conn.scalar(counted) or 0


def _asks_nobody(leaves: Collection[Leaf] | None) -> list[sa.ColumnElement[bool]]:
    """A need is open that nobody is asked for; `leaves`: one of these."""
    mine = [
        request_needs.c.request_id == requests.c.id,
        request_needs.c.status == RequestStatus.OPEN,
    ]
    if leaves is not None:
        mine.append(request_needs.c.leaf.in_(list(leaves)))
    return [
        requests.c.closed_at.is_(None),
        requests.c.status.in_(WAITING_STATUSES),
        waits.c.held_by.is_(None),
        sa.exists().where(*mine),
    ]

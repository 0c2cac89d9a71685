"""SQL of reports over the tables of other features, read only."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from api.database.tables.calls import calls
from api.database.tables.groups import groups
from api.database.tables.people import alerts
from api.database.tables.requests import (
    matches,
    offer_needs,
    offers,
    request_needs,
    requests,
    tasks,
)
from api.database.tables.sessions import sessions
from api.vocabulary import WAITING_STATUSES, AlertKind, CallStatus, Leaf

_GOING = requests.c.closed_at.is_(None)
_WAITING = sa.and_(_GOING, requests.c.status.in_(WAITING_STATUSES))
_OPEN_CALL = calls.c.status != CallStatus.CLOSED


def _counted(
    conn: Connection, column: sa.Column[Any], *which: sa.ColumnElement[bool]
) -> dict[Any, int]:
    query = sa.select(column, sa.func.count()).where(*which).group_by(column)
    return {code: number for code, number in conn.execute(query)}  # noqa: C416 - rows, not pairs


def by_status(conn: Connection) -> dict[Any, int]:
    """Requests that are not closed, by status."""
    return _counted(conn, requests.c.status, _GOING)


def by_urgency(conn: Connection) -> dict[Any, int]:
    """Requests nobody took yet, by urgency."""
    return _counted(conn, requests.c.urgency, _WAITING)


def by_leaf(conn: Connection) -> dict[Any, int]:
    """Needs nobody took yet, or not all of it, by leaf; the two parts of a relay are one need."""
    untaken = request_needs.c.status.in_(WAITING_STATUSES)
    needs = sa.func.count(sa.distinct(request_needs.c.request_id))
    counted = (
        sa.select(request_needs.c.leaf, needs)
        .join(requests, requests.c.id == request_needs.c.request_id)
        .where(_GOING, untaken)
        .group_by(request_needs.c.leaf)
    )
    return {leaf: number for leaf, number in conn.execute(counted)}  # noqa: C416 - rows, not pairs


def oldest_queued_at(conn: Connection) -> datetime | None:
    """Since when the oldest request that nobody took waits."""
    found: datetime | None = conn.scalar(
        sa.select(sa.func.min(requests.c.queued_at)).where(_WAITING)
    )
    return found


def calls_by_way(conn: Connection) -> dict[Any, int]:
    """Open calls, by how they are held."""
    return _counted(conn, calls.c.by, _OPEN_CALL)


def calls_by_reason(conn: Connection) -> dict[Any, int]:
    """Open calls, by why."""
    return _counted(conn, calls.c.reason, _OPEN_CALL)


def claimed_calls(conn: Connection) -> int:
    """Calls that somebody holds."""
    return _number(conn, calls, calls.c.status == CallStatus.CLAIMED)


def oldest_call_at(conn: Connection) -> datetime | None:
    """Since when the oldest open call waits."""
    found: datetime | None = conn.scalar(
        sa.select(sa.func.min(calls.c.created_at)).where(_OPEN_CALL)
    )
    return found


def unfinished(conn: Connection) -> int:
    """Requests that were begun and not confirmed."""
    return _number(conn, sessions, sessions.c.unfinished_question != "")


def unheard_alerts(conn: Connection) -> int:
    """Open alerts of danger that reached nobody."""
    return _number(
        conn,
        alerts,
        alerts.c.kind == AlertKind.DANGER.value,
        alerts.c.heard_at.is_(None),
        alerts.c.closed_at.is_(None),
    )


def _number(conn: Connection, table: sa.Table, *which: sa.ColumnElement[bool]) -> int:
    return conn.scalar(sa.select(sa.func.count()).select_from(table).where(*which)) or 0


def request_exists(conn: Connection, request_id: str) -> bool:
    """Whether there is such a request."""
    return conn.scalar(sa.select(requests.c.id).where(requests.c.id == request_id)) is not None


def matches_of(conn: Connection, request_id: str) -> list[sa.Row[Any]]:
    """The looks for help of a request, oldest first."""
    found = sa.select(matches).where(matches.c.request_id == request_id)
    return list(conn.execute(found.order_by(matches.c.id)))


def group_names(conn: Connection, group_ids: Collection[str]) -> dict[str, str]:
    """What groups are called."""
    named = sa.select(groups.c.id, groups.c.name).where(groups.c.id.in_(group_ids))
    return {group_id: name for group_id, name in conn.execute(named)}  # noqa: C416 - rows, not pairs


def offers_of(conn: Connection, request_id: str) -> list[sa.Row[Any]]:
    """The offers of a request, newest first."""
    found = sa.select(offers).where(offers.c.request_id == request_id)
    return list(conn.execute(found.order_by(offers.c.id.desc())))


def tasks_of(conn: Connection, request_id: str) -> list[sa.Row[Any]]:
    """The tasks of a request, newest first, each with the part it is of a relay."""
    of_it = offers.c.id == tasks.c.offer_id
    found = sa.select(tasks, offers.c.part).join(offers, of_it)
    found = found.where(tasks.c.request_id == request_id)
    return list(conn.execute(found.order_by(tasks.c.id.desc())))


def leaves_of(conn: Connection, request_id: str) -> dict[str, list[Leaf]]:
    """What each offer of a request is for."""
    found = (
        sa.select(offer_needs.c.offer_id, request_needs.c.leaf)
        .join(request_needs, request_needs.c.id == offer_needs.c.request_need_id)
        .where(request_needs.c.request_id == request_id)
    )
    by_offer: dict[str, list[Leaf]] = {}
    for offer_id, leaf in conn.execute(found):
        by_offer.setdefault(offer_id, []).append(leaf)
    return by_offer


def located(conn: Connection) -> Sequence[str]:
    """Ids of the requests that are not closed and whose place is known."""
    return conn.scalars(sa.select(requests.c.id).where(_GOING, requests.c.located)).all()

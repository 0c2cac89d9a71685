"""SQL of reports: counts over the tables of other features, read only."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from api.database.tables.calls import calls
from api.database.tables.people import alerts
from api.database.tables.requests import request_needs, requests
from api.database.tables.sessions import sessions
from api.vocabulary import AlertKind, CallStatus, RequestStatus

UNTAKEN = (RequestStatus.OPEN, RequestStatus.OFFERED)
_GOING = requests.c.closed_at.is_(None)
_WAITING = sa.and_(_GOING, requests.c.status.in_(UNTAKEN))
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
    """Needs nobody took yet, by leaf."""
    mine = request_needs.c.request_id == requests.c.id
    untaken = request_needs.c.status.in_(UNTAKEN)
    return _counted(conn, request_needs.c.leaf, mine, _GOING, untaken)


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

"""Reports put together from counts."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from api.reports import store
from api.reports.schemas import Waiting, WaitingCalls, WaitingRequests


def waiting(conn: Connection, *, now: datetime) -> Waiting:
    """What waits now, and since when."""
    return Waiting(
        at=now,
        requests=WaitingRequests(
            by_status=store.by_status(conn),
            by_leaf=store.by_leaf(conn),
            by_urgency=store.by_urgency(conn),
            oldest_queued_at=store.oldest_queued_at(conn),
        ),
        calls=WaitingCalls(
            by_way=store.calls_by_way(conn),
            by_reason=store.calls_by_reason(conn),
            claimed=store.claimed_calls(conn),
            oldest_created_at=store.oldest_call_at(conn),
        ),
        unfinished=store.unfinished(conn),
        unheard_alerts=store.unheard_alerts(conn),
    )

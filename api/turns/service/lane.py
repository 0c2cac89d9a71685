"""The inbound lane of an address: what is to be answered or asked next, and when."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from api.lanes import service as lanes
from api.lanes.service import Direction
from api.notices import service as notices
from api.sessions import service as sessions
from api.turns import rules, store


def free(conn: Connection, address_id: str, *, now: datetime) -> datetime | None:
    """End the lease of a lane; when it is due again, None while nothing waits in it."""
    due_at = _due_at(conn, address_id, now)
    lanes.free(conn, address_id, Direction.IN, due_at=due_at)
    return due_at


def _due_at(conn: Connection, address_id: str, now: datetime) -> datetime | None:
    to_answer, to_ask = store.waits(conn, address_id)
    if to_answer or not to_ask:
        return now if to_answer else None
    asking = notices.waiting(conn, address_id, asking=True)
    return rules.opens_at(asking, sessions.get(conn, address_id)) if asking else None

"""Pauses of intake: made with a reason and a date, listed, ended; none is changed or deleted."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from api.database.engine import after_commit_wake
from api.errors import Invalid, NotFound
from api.intake import rules, store
from api.intake.rules import Pause
from api.intake.schemas import PauseIn, PauseOut
from api.places.rules import Point, circle, to_wgs84
from api.vocabulary import Urgency


def pause(conn: Connection, wanted: PauseIn, *, author_id: str, now: datetime) -> str:
    """Keeps a pause; its id. Raises Invalid for a date that is over."""
    if wanted.until_at <= now:
        raise Invalid([{"field": "until_at", "accepted": "a moment to come"}])
    values = {
        "area": _area(wanted),
        "reason": wanted.reason,
        "author_id": author_id,
        "until_at": wanted.until_at,
    }
    return store.insert(conn, values, now)


def _area(wanted: PauseIn) -> dict[str, Any] | None:
    if wanted.around is None:
        return wanted.area.model_dump(mode="json") if wanted.area else None
    middle = to_wgs84(wanted.around.latitude, wanted.around.longitude, wanted.around.datum)
    ring = circle(middle, wanted.around.radius_m)
    return {"type": "Polygon", "coordinates": [[list(corner) for corner in ring]]}


def holding(
    conn: Connection, urgency: Urgency, point: Point | None, asked_at: datetime, *, now: datetime
) -> Pause | None:
    """The pause that a request waits for now, None for none; see `rules.holding`."""
    if urgency in rules.TAKEN_AS_USUAL:
        return None
    pauses = [
        Pause(row.id, row.area and row.area["coordinates"], row.created_at, row.until_at)
        for row in store.in_force(conn, now)
    ]
    return rules.holding(pauses, urgency, point, asked_at)


def hold(conn: Connection, request_id: str, pause: Pause | None) -> bool:
    """A request waits for a pause to end, or for none; whether that is another than before."""
    before, after = store.held_by(conn, request_id), pause.id if pause else None
    if before != after:
        store.hold(conn, request_id, after)
    return before != after


def listed(conn: Connection, now: datetime) -> list[PauseOut]:
    """The pauses that hold now."""
    return [_out(row) for row in store.in_force(conn, now)]


def get(conn: Connection, pause_id: str) -> PauseOut:
    """A pause; raises NotFound."""
    found = store.find(conn, pause_id)
    if found is None:
        raise NotFound
    return _out(found)


def end(conn: Connection, pause_id: str, *, now: datetime) -> PauseOut:
    """Ends a pause, from now on, and lets the search begin for who waits for that.

    Ending it twice changes nothing. Raises NotFound.
    """
    get(conn, pause_id)
    if store.end(conn, pause_id, now) and store.release(conn, pause_id, now):
        after_commit_wake(conn, "dispatch")
    return get(conn, pause_id)


def _out(row: sa.Row[Any]) -> PauseOut:
    return PauseOut.model_validate({name: getattr(row, name) for name in PauseOut.model_fields})

"""The backlog and kept plans, as they are shown."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from api.backlog import store
from api.backlog.schemas import Assigned, BacklogOut, PlanOut, WaitingOut
from api.errors import NotFound
from api.requests import service as requests
from api.requests.rules import level
from api.settings import Settings
from api.vocabulary import RequestStatus

SHOWN_AS_KEPT = ("id", "author_id", "created_at", "expires_at", "applied_at", "unserved")


def backlog(conn: Connection, limit: int, *, settings: Settings, now: datetime) -> BacklogOut:
    """Who waits for somebody to be asked, who is next first; not who waits for intake."""
    waiting = requests.waiting(conn, limit, settings=settings, now=now)
    items = []
    for one in waiting:
        request = requests.get(conn, one.id)
        items.append(
            WaitingOut(
                id=one.id,
                receipt=request.receipt,
                urgency=request.urgency,
                leaves=request.leaves(RequestStatus.OPEN),
                area=request.area,
                queued_at=request.queued_at,
                level=level(request.urgency, now - request.queued_at, settings.usual_wait),
                rarity=one.rarity,
                looks=one.looks,
            )
        )
    return BacklogOut(count=requests.waiting_count(conn), items=items)


def plan_of(conn: Connection, plan_id: str) -> PlanOut:
    """A plan with what came of each assignment; raises NotFound."""
    found = store.find(conn, plan_id)
    if found is None:
        raise NotFound
    assigned = [
        Assigned.model_validate({name: getattr(row, name) for name in Assigned.model_fields})
        for row in store.items(conn, plan_id)
    ]
    kept = {name: getattr(found, name) for name in SHOWN_AS_KEPT}
    return PlanOut.model_validate({**kept, "assigned": assigned})

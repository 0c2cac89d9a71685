"""Routes of alerts: for callers and coordinators."""

from typing import Annotated

from fastapi import APIRouter, Depends
from sqlalchemy import Connection

from api.alerts import service
from api.alerts.schemas import AlertDetail, AlertList, NoteIn
from api.audit import service as audit
from api.auth.access import Context, allow
from api.vocabulary import Role
from api.wire import Id

router = APIRouter(prefix="/v1/alerts", tags=["alerts"])
Desk = Annotated[Context, Depends(allow(Role.CALLER, Role.COORDINATOR, Role.ADMIN))]


@router.get("")
async def open_alerts(context: Desk) -> AlertList:
    """Open alerts, danger first, without words; callers do not see those of kind flag."""
    flags = context.actor.role is not Role.CALLER
    items = await context.read(lambda conn: service.open_alerts(conn, flags=flags))
    return AlertList(items=items)


@router.get("/{alert_id}")
async def one(alert_id: Id, context: Desk) -> AlertDetail:
    """An alert, what was said and by whom; this reading is in the audit."""

    def unit(conn: Connection) -> AlertDetail:
        flags = context.actor.role is not Role.CALLER
        found = service.detail(conn, alert_id, flags=flags)
        audit.record(conn, context.actor, "reveal", "alerts", alert_id, now=context.now)
        return found

    return await context.write(unit)


@router.post("/{alert_id}/acknowledge", status_code=204)
async def acknowledge(alert_id: Id, context: Desk) -> None:
    """Somebody has it: no further lead is told."""

    def unit(conn: Connection) -> None:
        service.acknowledge(conn, alert_id, context.actor, now=context.now)
        audit.record(conn, context.actor, "acknowledge", "alerts", alert_id, now=context.now)

    await context.write(unit)


@router.put("/{alert_id}/note", status_code=204)
async def note(alert_id: Id, body: NoteIn, context: Desk) -> None:
    """Keep a note for whoever sees to it next; it is sealed."""

    def unit(conn: Connection) -> None:
        service.note(conn, alert_id, body.note, context.actor)
        audit.record(conn, context.actor, "note", "alerts", alert_id, now=context.now)

    await context.write(unit)


@router.post("/{alert_id}/close", status_code=204)
async def close(alert_id: Id, context: Desk) -> None:
    """A person saw to it."""

    def unit(conn: Connection) -> None:
        service.close(conn, alert_id, context.actor, now=context.now)
        audit.record(conn, context.actor, "close", "alerts", alert_id, now=context.now)

    await context.write(unit)

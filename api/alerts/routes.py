"""Routes of alerts: for callers and coordinators."""

from typing import Annotated

from fastapi import APIRouter, Depends
from sqlalchemy import Connection

from api.alerts import service
from api.alerts.schemas import AlertList
from api.audit import service as audit
from api.auth.access import Context, allow
from api.vocabulary import Role
from api.wire import Id

router = APIRouter(prefix="/v1/alerts", tags=["alerts"])
Desk = Annotated[Context, Depends(allow(Role.CALLER, Role.COORDINATOR, Role.ADMIN))]


@router.get("")
async def open_alerts(context: Desk) -> AlertList:
    """Open alerts, danger first; callers do not see those of kind flag."""

    def unit(conn: Connection) -> AlertList:
        flags = context.actor.role is not Role.CALLER
        items = service.open_alerts(conn, flags=flags)
        for item in items:
            audit.record(conn, context.actor, "reveal", "alerts", item.id, now=context.now)
        return AlertList(items=items)

    return await context.write(unit)


@router.post("/{alert_id}/close", status_code=204)
async def close(alert_id: Id, context: Desk) -> None:
    """A person saw to it."""

    def unit(conn: Connection) -> None:
        service.close(conn, alert_id, context.actor.id, now=context.now)
        audit.record(conn, context.actor, "close", "alerts", alert_id, now=context.now)

    await context.write(unit)

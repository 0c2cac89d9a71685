"""Routes of pauses of intake: coordinators make and end them; callers may look."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends
from sqlalchemy import Connection

from api.audit import service as audit
from api.auth.access import Context, allow
from api.idempotency.service import IdempotencyKey, once
from api.intake import service
from api.intake.schemas import PauseIn, PauseList, PauseOut
from api.vocabulary import Role
from api.wire import Id

router = APIRouter(prefix="/v1/intake-pauses", tags=["intake"])
Desk = Annotated[Context, Depends(allow(Role.CALLER, Role.COORDINATOR, Role.ADMIN))]
Coordinator = Annotated[Context, Depends(allow(Role.COORDINATOR, Role.ADMIN))]


@router.post("", status_code=201)
async def create(
    body: PauseIn, context: Coordinator, idempotency_key: IdempotencyKey = None
) -> PauseOut:
    """Let new requests that are not urgent wait until a date; each resident is told at once."""

    def unit(conn: Connection) -> PauseOut:
        def made() -> str:
            author = context.actor.id
            found = service.pause(conn, body, author_id=author, now=context.now)
            audit.record(conn, context.actor, "create", "intake_pauses", found, now=context.now)
            return found

        actor_id = context.actor.id
        found, _ = once(conn, idempotency_key, body, made, actor_id=actor_id, now=context.now)
        return service.get(conn, found)

    return await context.write(unit)


@router.get("")
async def listed(context: Desk) -> PauseList:
    """The pauses that hold now, and how many requests wait for each to end."""
    return PauseList(items=await context.read(lambda conn: service.listed(conn, context.now)))


@router.post("/{pause_id}/end")
async def end(pause_id: Id, context: Coordinator) -> PauseOut:
    """Reopen now; the search begins for everybody who waits for that."""

    def unit(conn: Connection) -> PauseOut:
        ended = service.end(conn, pause_id, now=context.now)
        audit.record(conn, context.actor, "end", "intake_pauses", pause_id, now=context.now)
        return ended

    return await context.write(unit)

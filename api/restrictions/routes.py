"""Routes of restrictions: coordinators make and end them; callers may look."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends
from sqlalchemy import Connection

from api.audit import service as audit
from api.auth.access import Context, allow
from api.idempotency.service import IdempotencyKey, once
from api.restrictions import service
from api.restrictions.schemas import RestrictionIn, RestrictionList, RestrictionOut
from api.vocabulary import Role
from api.wire import Id

router = APIRouter(prefix="/v1/restrictions", tags=["restrictions"])
Desk = Annotated[Context, Depends(allow(Role.CALLER, Role.COORDINATOR, Role.ADMIN))]
Coordinator = Annotated[Context, Depends(allow(Role.COORDINATOR, Role.ADMIN))]


@router.post("", status_code=201)
async def create(
    body: RestrictionIn, context: Coordinator, idempotency_key: IdempotencyKey = None
) -> RestrictionOut:
    """Restrict help in person in an area, with the reason; groups may hold a permit."""

    def unit(conn: Connection) -> RestrictionOut:
        def made() -> str:
            author = context.actor.id
            found = service.create(conn, body, author_id=author, now=context.now)
            audit.record(conn, context.actor, "create", "restrictions", found, now=context.now)
            return found

        actor_id = context.actor.id
        found, _ = once(conn, idempotency_key, body, made, actor_id=actor_id, now=context.now)
        return service.get(conn, found)

    return await context.write(unit)


@router.get("")
async def listed(context: Desk) -> RestrictionList:
    """The restrictions that hold now or will."""
    found = await context.read(lambda conn: service.listed(conn, context.now))
    return RestrictionList(items=found)


@router.post("/{restriction_id}/end")
async def end(restriction_id: Id, context: Coordinator) -> RestrictionOut:
    """End a restriction now."""

    def unit(conn: Connection) -> RestrictionOut:
        ended = service.end(conn, restriction_id, now=context.now)
        audit.record(conn, context.actor, "end", "restrictions", restriction_id, now=context.now)
        return ended

    return await context.write(unit)

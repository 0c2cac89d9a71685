"""Routes of the backlog: who waits, a plan for them, applying it. Its service comes when asked."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query

from api.auth.access import Context, allow
from api.backlog.schemas import BacklogOut, PlanIn, PlanOut
from api.vocabulary import Role
from api.wire import Id

router = APIRouter(prefix="/v1", tags=["backlog"])
Desk = Annotated[Context, Depends(allow(Role.CALLER, Role.COORDINATOR, Role.ADMIN))]
Coordinator = Annotated[Context, Depends(allow(Role.COORDINATOR, Role.ADMIN))]


@router.get("/backlog")
async def backlog(context: Desk, limit: Annotated[int, Query(ge=1, le=200)] = 50) -> BacklogOut:
    """Who waits for somebody to be asked, in the order in which they are served."""
    from api.backlog import service  # noqa: PLC0415 - memory of an idle server

    settings, now = context.settings, context.now
    return await context.read(
        lambda conn: service.backlog(conn, limit, settings=settings, now=now)
    )


@router.post("/plan", status_code=201)
async def propose(body: PlanIn, context: Coordinator) -> PlanOut:
    """Propose which group could take which waiting request; nobody is asked by it."""
    from api.backlog import service  # noqa: PLC0415 - memory of an idle server

    return await _shown(context, await service.propose(context, body))


@router.get("/plans/{plan_id}")
async def show(plan_id: Id, context: Coordinator) -> PlanOut:
    """A plan, and what came of it if it was applied."""
    return await _shown(context, plan_id)


@router.post("/plans/{plan_id}/apply", status_code=202)
async def apply(plan_id: Id, context: Coordinator) -> PlanOut:
    """Begin to ask the people of the assigned groups; what changed meanwhile is passed over.

    They are asked a few at a time; the plan tells how far that is by the outcomes it has.
    """
    from api.backlog import service  # noqa: PLC0415 - memory of an idle server

    await context.write(lambda conn: service.begin(conn, plan_id, context))
    return await _shown(context, plan_id)


async def _shown(context: Context, plan_id: str) -> PlanOut:
    from api.backlog import service  # noqa: PLC0415 - memory of an idle server

    return await context.read(lambda conn: service.plan_of(conn, plan_id))

"""Routes of reports: for everybody who works the queue."""

import asyncio
from collections.abc import AsyncIterator
from functools import partial
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from fastapi.sse import EventSourceResponse

from api.auth.access import Context, allow
from api.reports import service
from api.reports.schemas import Course, InsideList, Waiting
from api.vocabulary import Role
from api.wire import Id

router = APIRouter(prefix="/v1", tags=["reports"])
Reader = Annotated[Context, Depends(allow(Role.CALLER, Role.COORDINATOR, Role.ADMIN))]
Coordinator = Annotated[Context, Depends(allow(Role.COORDINATOR, Role.ADMIN))]

LOOK_AGAIN_S = 5.0
"""So often an open stream looks by itself; a claimed call, say, wakes nobody."""


@router.get("/reports/waiting")
async def waiting(context: Reader) -> Waiting:
    """What waits, by status, leaf, urgency and way, and since when; nobody is in it."""
    return await context.read(lambda conn: service.waiting(conn, now=context.now))


@router.get("/reports/course/{request_id}")
async def course(request_id: Id, context: Coordinator) -> Course:
    """How a request went so far: who was asked and why, and what came of it."""
    return await context.read(lambda conn: service.course(conn, request_id))


@router.get("/reports/restrictions")
async def inside(context: Reader) -> InsideList:
    """How many open requests are inside each restriction that holds now or will."""
    return await context.read(lambda conn: service.inside(conn, now=context.now))


@router.get("/events", response_class=EventSourceResponse)
async def events(
    context: Reader, seconds: Annotated[int, Query(ge=1, le=3600)] = 600
) -> AsyncIterator[Waiting]:
    """Server-sent events: what waits, at once and whenever it changed, for so many seconds.

    A browser's EventSource then connects again, with a token that is checked again.
    """
    clock = context.environment.clock
    ends_at = asyncio.get_running_loop().time() + seconds
    seen: Waiting | None = None
    while (left := ends_at - asyncio.get_running_loop().time()) > 0:
        found = await context.read(partial(service.waiting, now=clock()))
        if seen is None or found.model_copy(update={"at": seen.at}) != seen:
            seen = found
            yield found
        await context.store.wake.wait("notices", min(left, LOOK_AGAIN_S))

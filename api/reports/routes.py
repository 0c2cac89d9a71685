"""Routes of reports: for everybody who works the queue."""

from typing import Annotated

from fastapi import APIRouter, Depends

from api.auth.access import Context, allow
from api.reports import service
from api.reports.schemas import Course, Waiting
from api.vocabulary import Role
from api.wire import Id

router = APIRouter(prefix="/v1/reports", tags=["reports"])
Reader = Annotated[Context, Depends(allow(Role.CALLER, Role.COORDINATOR, Role.ADMIN))]
Coordinator = Annotated[Context, Depends(allow(Role.COORDINATOR, Role.ADMIN))]


@router.get("/waiting")
async def waiting(context: Reader) -> Waiting:
    """What waits, by status, leaf, urgency and way, and since when; nobody is in it."""
    return await context.read(lambda conn: service.waiting(conn, now=context.now))


@router.get("/course/{request_id}")
async def course(request_id: Id, context: Coordinator) -> Course:
    """How a request went so far: who was asked and why, and what came of it."""
    return await context.read(lambda conn: service.course(conn, request_id))

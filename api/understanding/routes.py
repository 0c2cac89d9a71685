"""The report of how well free words are understood: for who writes the rules."""

from typing import Annotated

from fastapi import APIRouter, Depends

from api.auth.access import Context, allow
from api.understanding import service
from api.understanding.schemas import Understanding
from api.vocabulary import Role

router = APIRouter(prefix="/v1", tags=["reports"])
Coordinator = Annotated[Context, Depends(allow(Role.COORDINATOR, Role.ADMIN))]


@router.get("/reports/understanding")
async def understanding(context: Coordinator) -> Understanding:
    """How often each rule understood free words, rightly or wrongly; nobody is in it."""
    return await context.read(lambda conn: service.report(conn, now=context.now))

"""Routes of notices: what an address was told; sending is in `api.deliveries`."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query
from sqlalchemy import Connection

from api.audit import service as audit
from api.auth.access import Context, allow
from api.notices import service
from api.notices.schemas import for_others
from api.notices.schemas.listed import NoticeList, NoticeListed
from api.notices.service import Notice
from api.vocabulary import Role
from api.wire import Id

router = APIRouter(prefix="/v1/notices", tags=["notices"])
Coordinator = Annotated[Context, Depends(allow(Role.COORDINATOR))]
Limit = Annotated[int, Query(ge=1, le=200)]


@router.get("")
async def told(address_id: Id, context: Coordinator, limit: Limit = 100) -> NoticeList:
    """What an address was told, newest first; this reading is in the audit."""

    def unit(conn: Connection) -> NoticeList:
        audit.record(conn, context.actor, "reveal", "notices", address_id, now=context.now)
        found = service.said(conn, address_id, limit=limit)
        return NoticeList(items=[_listed(one) for one in found])

    return await context.write(unit)


def _listed(one: Notice) -> NoticeListed:
    return NoticeListed(
        id=one.id,
        code=one.code,
        values=for_others(one.values),
        created_at=one.created_at,
        sent_at=one.sent_at,
    )

"""The route by which a page goes on with a conversation from elsewhere."""

from typing import Annotated

from fastapi import APIRouter, Depends
from sqlalchemy import Connection

from api.arrivals import service
from api.auth.access import Context, allow
from api.sessions.routes import check_bot
from api.sessions.schemas import Resume, Resumed
from api.vocabulary import Role

router = APIRouter(prefix="/v1/sessions", tags=["sessions"])
Bot = Annotated[Context, Depends(allow(Role.BOT))]


@router.post("/resume")
async def resume(body: Resume, context: Bot) -> Resumed:
    """Go on at this address with the conversation of a code, unless somebody is needed here."""

    def unit(conn: Connection) -> Resumed:
        check_bot(conn, context, body.address_id)
        good = service.resume(
            conn, body.code, body.address_id, actor=context.actor, now=context.now
        )
        return Resumed(ok=good)

    return await context.write(unit)

"""Routes of inbound messages: the bot's; a message comes in by `api.turns`, which answers it."""

from typing import Annotated

from fastapi import APIRouter, Depends

from api.auth.access import Context, allow
from api.inbound import service
from api.inbound.schemas import Moved
from api.vocabulary import Role

router = APIRouter(prefix="/v1/inbound", tags=["inbound"])
Bot = Annotated[Context, Depends(allow(Role.BOT))]


@router.post("/moved", status_code=204)
async def moved(body: Moved, context: Bot) -> None:
    """An address got a new name on its wire."""
    await context.write(lambda conn: service.moved(conn, body, now=context.now))

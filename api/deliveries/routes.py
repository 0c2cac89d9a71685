"""Routes of sending: the bot's."""

from collections.abc import Callable
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Depends
from sqlalchemy import Connection

from api.auth.access import Context, allow
from api.deliveries import service
from api.deliveries.schemas import DeliveriesIn, DeliveriesOut
from api.vocabulary import Role

router = APIRouter(tags=["notices"])
Bot = Annotated[Context, Depends(allow(Role.BOT))]


@router.post("/v1/notices/claim")
async def claim(body: DeliveriesIn, context: Bot) -> DeliveriesOut:
    """Report what became of notices and lease the next ones; waits `wait_s` for some."""

    def attempt(now: datetime) -> Callable[[Connection], tuple[DeliveriesOut, datetime | None]]:
        def unit(conn: Connection) -> tuple[DeliveriesOut, datetime | None]:
            out = service.claim(conn, body, settings=context.settings, now=now)
            return out, out.next_at

        return unit

    return await context.until(
        "notices",
        body.wait_s,
        attempt,
        lambda out: bool(out.notices),
        shared=f"lanes {sorted(body.channels)}",
    )

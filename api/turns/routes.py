"""Routes of turns: the bot's."""

from collections.abc import Callable
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Depends
from sqlalchemy import Connection

from api.auth.access import Context, allow
from api.inbound.schemas import InboundIn
from api.recordings.schemas import Recorded
from api.turns import service
from api.turns.schemas import (
    ClaimIn,
    ClaimOut,
    Fetch,
    Hold,
    HoldOut,
    ReceivedOut,
    TurnIn,
    TurnOut,
)
from api.vocabulary import Role

router = APIRouter(tags=["turns"])
Bot = Annotated[Context, Depends(allow(Role.BOT))]


@router.post("/v1/inbound")
async def hear(body: InboundIn, context: Bot) -> ReceivedOut:
    """Keep one message; once this answers it is never lost, and never taken twice."""
    settings, now = context.settings, context.now
    return await context.write(lambda conn: service.hear(conn, body, settings=settings, now=now))


@router.post("/v1/inbound/claim")
async def claim(body: ClaimIn, context: Bot) -> ClaimOut:
    """Lease one address's lane with all its next turn needs; waits `wait_s` for work."""

    def attempt(now: datetime) -> Callable[[Connection], tuple[ClaimOut, datetime | None]]:
        def unit(conn: Connection) -> tuple[ClaimOut, datetime | None]:
            out = service.claim(conn, body, settings=context.settings, now=now)
            return out, out.next_at

        return unit

    return await context.until(
        "inbound", body.wait_s, attempt, lambda out: out.work is not None, shared="lanes"
    )


@router.post("/v1/inbound/hold")
async def hold(body: Hold, context: Bot) -> HoldOut:
    """The answer takes longer: the lane is held longer or given back, and its writer is told."""
    return await context.write(lambda conn: service.hold(conn, body, now=context.now))


@router.post("/v1/inbound/recording")
async def recording(body: Fetch, context: Bot) -> Recorded:
    """The audio that came with a message, for who answers it; empty when none came along."""
    return await context.write(lambda conn: service.recording(conn, body))


@router.post("/v1/turns")
async def take(body: TurnIn, context: Bot) -> TurnOut:
    """Carry out one turn, whole: effects, notices, session, and what is settled by it."""
    settings, now = context.settings, context.now
    return await context.write(
        lambda conn: service.take(conn, body, actor=context.actor, settings=settings, now=now)
    )

"""Routes of invites by telephone: coordinators invite, callers read out what to."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Depends
from sqlalchemy import Connection

from api.auth.access import Context, allow
from api.auth.actor import Actor
from api.idempotency.service import IdempotencyKey, once
from api.invites import service
from api.invites.schemas import InvitedTo, PhoneInviteIn, PhoneInviteOut, PhoneInvites
from api.settings import Settings
from api.vocabulary import Role
from api.wire import Id

router = APIRouter(prefix="/v1/invites", tags=["invites"])
on_the_phone = APIRouter(prefix="/v1/calls", tags=["calls"])
"""What calls cannot know themselves: what whoever is rung is invited to."""
Caller = Annotated[
    Context, Depends(allow(Role.CALLER, Role.COORDINATOR, Role.ADMIN, by_card=True))
]
Coordinator = Annotated[Context, Depends(allow(Role.COORDINATOR, Role.ADMIN))]


@router.post("/by-phone", status_code=201)
async def by_phone(
    body: PhoneInviteIn, context: Coordinator, idempotency_key: IdempotencyKey = None
) -> PhoneInviteOut:
    """Invite somebody who has only a telephone: a caller rings them, and asks as in any invite."""
    actor, settings, now = context.actor, context.settings, context.now
    return await context.write(
        lambda conn: invited(conn, body, actor, key=idempotency_key, settings=settings, now=now)
    )


def invited(
    conn: Connection,
    wanted: PhoneInviteIn,
    actor: Actor,
    *,
    key: str | None = None,
    settings: Settings,
    now: datetime,
) -> PhoneInviteOut:
    """A new invite by telephone, once under its key; raises as `service.invite`."""

    def made() -> str:
        return service.invite(conn, wanted, actor, settings=settings, now=now)

    invite_id, _ = once(conn, key, wanted, made, actor_id=actor.id, now=now)
    return service.shown(conn, invite_id)


@router.get("/by-phone")
async def listed(context: Coordinator) -> PhoneInvites:
    """Invites by telephone and what became of them, the newest first; nobody is named."""
    return await context.read(service.listed)


@on_the_phone.get("/{call_id}/invite")
async def invited_to(call_id: Id, context: Caller) -> InvitedTo:
    """What whoever holds the call says first to somebody who is invited."""
    return await context.read(
        lambda conn: service.told(conn, call_id, context.actor, now=context.now)
    )

"""Routes of sessions: the bot's, and for coordinators what was said; callers see their calls."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query
from sqlalchemy import Connection

from api.addresses.service import address_of, known
from api.audit import service as audit
from api.auth.access import Context, allow
from api.errors import Refusal
from api.lanes.service import Direction, is_held
from api.recordings.schemas import RecordingOut
from api.sessions import service
from api.sessions.schemas import (
    Find,
    Found,
    HistoryOut,
    RestingList,
    RestingOut,
    ResumeCode,
)
from api.vocabulary import Channel, Role
from api.wire import Id

router = APIRouter(prefix="/v1/sessions", tags=["sessions"])
Bot = Annotated[Context, Depends(allow(Role.BOT))]
Reader = Annotated[Context, Depends(allow(Role.BOT, Role.COORDINATOR))]
Steering = Annotated[Context, Depends(allow(Role.COORDINATOR, Role.ADMIN))]
Desk = Annotated[Context, Depends(allow(Role.CALLER, Role.COORDINATOR, Role.ADMIN))]
Limit = Annotated[int, Query(ge=1, le=200)]

PAGES = frozenset({Channel.WEB, Channel.TERMINAL})
"""Channels that show a page: whoever knows such an address is the person there."""


class NotHeld(Refusal):
    """The bot acts only for the address whose lane it holds."""

    code = "not_held"
    status = 403
    detail = "Claim the lane of this address first: a bot acts only for whom it answers."


def check_bot(conn: Connection, context: Context, address_id: str) -> None:
    """Raises NotHeld unless the address has a page, or somebody holds its lane."""
    if context.actor.role is not Role.BOT:
        return
    if address_of(conn, address_id).channel in PAGES:
        return
    if not is_held(conn, address_id, Direction.IN, context.now):
        raise NotHeld


@router.get("/unfinished")
async def unfinished(context: Desk, limit: Limit = 100) -> RestingList:
    """Requests begun and not confirmed, the longest silent first; nothing of what was said."""
    items = await context.read(lambda conn: service.unfinished(conn, limit=limit))
    return RestingList(items=items)


@router.get("/unfinished/{address_id}")
async def answered(address_id: Id, context: Steering) -> RestingOut:
    """What was answered so far in an unfinished request; this reading is in the audit."""
    return await context.write(
        lambda conn: service.answered(conn, address_id, context.actor, now=context.now)
    )


@router.get("/{address_id}/history")
async def history(address_id: Id, context: Reader) -> HistoryOut:
    """What was said at an address, oldest first; a person's reading of it is in the audit."""

    def unit(conn: Connection) -> HistoryOut:
        check_bot(conn, context, address_id)
        if context.actor.role is not Role.BOT:
            audit.record(conn, context.actor, "reveal", "sessions", address_id, now=context.now)
        own = context.actor.role is Role.BOT
        return service.history(conn, address_id, now=context.now, own=own)

    return await (context.read if context.actor.role is Role.BOT else context.write)(unit)


@router.get("/{address_id}/recordings/{recording_id}")
async def recording(address_id: Id, recording_id: Id, context: Bot) -> RecordingOut:
    """A voice note as long as it is kept, for the page of who spoke it."""

    def unit(conn: Connection) -> RecordingOut:
        check_bot(conn, context, address_id)
        return service.own_recording(conn, address_id, recording_id)

    return await context.read(unit)


@router.post("/{address_id}/code")
async def code(address_id: Id, context: Bot) -> ResumeCode:
    """A short code with which the conversation goes on at another address."""

    def unit(conn: Connection) -> ResumeCode:
        check_bot(conn, context, address_id)
        made = service.new_code(conn, address_id, settings=context.settings, now=context.now)
        return ResumeCode(code=made)

    return await context.write(unit)


@router.post("/find")
async def find(body: Find, context: Bot) -> Found:
    """The id of an address that has a page; raises NotHeld for any other channel."""
    if body.channel not in PAGES:
        raise NotHeld

    def unit(conn: Connection) -> Found:
        address = known(conn, body.channel, body.address)
        return Found(address_id=address.id if address else None)

    return await context.read(unit)

"""Routes of texts to be read: for coordinators."""

from typing import Annotated

from fastapi import APIRouter, Depends
from sqlalchemy import Connection

from api.auth.access import Context, allow
from api.texts import service
from api.texts.schemas import FearIn, Raised, ReadIn, ReadOut, ShowIn, TextList, TextsWaiting
from api.vocabulary import Role
from api.wire import Id

router = APIRouter(prefix="/v1/texts", tags=["texts"])
Coordinator = Annotated[Context, Depends(allow(Role.COORDINATOR, Role.ADMIN))]


@router.get("")
async def waiting(context: Coordinator) -> TextsWaiting:
    """How many free texts wait to be read, and how many for too long; no words."""
    return await context.read(lambda conn: service.waiting(conn, context.now))


@router.post("/show")
async def show(body: ShowIn, context: Coordinator) -> TextList:
    """The oldest ones with their words; each that is shown is in the audit."""

    def unit(conn: Connection) -> TextList:
        return TextList(items=service.show(conn, body.limit, context.actor, now=context.now))

    return await context.write(unit)


@router.post("/read")
async def read(body: ReadIn, context: Coordinator) -> ReadOut:
    """These were read; each is in the audit."""

    def unit(conn: Connection) -> ReadOut:
        return ReadOut(read=service.read(conn, body.ids, context.actor, now=context.now))

    return await context.write(unit)


@router.post("/{text_id}/alert", status_code=201)
async def alert(text_id: Id, body: FearIn, context: Coordinator) -> Raised:
    """Somebody may be in danger by what they wrote: the safeguarding leads are told."""

    def unit(conn: Connection) -> Raised:
        found = service.alert(
            conn, text_id, body.kind, context.actor, settings=context.settings, now=context.now
        )
        return Raised(alert_id=found)

    return await context.write(unit)

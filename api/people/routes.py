"""Routes of people: for coordinators; links for the bot. Callers see people in their calls."""

from typing import Annotated

from fastapi import APIRouter, Depends
from sqlalchemy import Connection

from api.addresses.service import addresses_of
from api.audit import service as audit
from api.auth.access import Context, allow
from api.people import service
from api.people.schemas import (
    AddressOut,
    Block,
    Followed,
    LinkFor,
    PersonChange,
    PersonOut,
    Secret,
)
from api.vocabulary import Role
from api.wire import Id

router = APIRouter(tags=["people"])
Bot = Annotated[Context, Depends(allow(Role.BOT))]
Coordinator = Annotated[Context, Depends(allow(Role.COORDINATOR))]


@router.get("/v1/people/{person_id}")
async def show(person_id: Id, context: Coordinator) -> PersonOut:
    """A person, personal data included; this reading is in the audit."""

    def unit(conn: Connection) -> PersonOut:
        found = _shown(conn, person_id)
        audit.record(conn, context.actor, "reveal", "people", person_id, now=context.now)
        return found

    return await context.write(unit)


@router.patch("/v1/people/{person_id}")
async def change(person_id: Id, body: PersonChange, context: Coordinator) -> PersonOut:
    """Correct what is known of a person."""

    def unit(conn: Connection) -> PersonOut:
        service.person(conn, person_id)
        if body.language is not None:
            service.set_language(conn, person_id, body.language)
        if body.name is not None:
            service.set_name(conn, person_id, body.name)
        if body.phone is not None:
            service.set_phone(conn, person_id, body.phone)
        if body.accommodations is not None:
            service.set_accommodations(conn, person_id, body.accommodations)
        audit.record(conn, context.actor, "change", "people", person_id, now=context.now)
        return _shown(conn, person_id)

    return await context.write(unit)


@router.post("/v1/people/{person_id}/block", status_code=204)
async def block(person_id: Id, body: Block, context: Coordinator) -> None:
    """A resident and a volunteer who must not meet again."""

    def unit(conn: Connection) -> None:
        service.person(conn, person_id)
        service.person(conn, body.volunteer_id)
        service.block(conn, person_id, body.volunteer_id, now=context.now)
        audit.record(conn, context.actor, "block", "people", person_id, now=context.now)

    await context.write(unit)


@router.post("/v1/links")
async def link(body: LinkFor, context: Coordinator) -> Secret:
    """A personal, expiring link's secret, with which a person goes on at a web page."""

    def unit(conn: Connection) -> Secret:
        lifetime = context.settings.link_lifetime
        secret = service.link_for(conn, body.person_id, now=context.now, lifetime=lifetime)
        audit.record(conn, context.actor, "link", "people", body.person_id, now=context.now)
        return Secret(secret=secret)

    return await context.write(unit)


@router.post("/v1/links/follow")
async def follow(body: Secret, context: Bot) -> Followed:
    """The web address that a personal link stands for."""

    def unit(conn: Connection) -> Followed:
        channel, address = service.follow_link(conn, body.secret, now=context.now)
        return Followed(channel=channel, address=address)

    return await context.write(unit)


def _shown(conn: Connection, person_id: str) -> PersonOut:
    found = service.person(conn, person_id)
    return PersonOut(
        id=found.id,
        language=found.language,
        name=found.name,
        phone=found.phone,
        accommodations=list(found.accommodations),
        addresses=[
            AddressOut(
                id=one.id,
                channel=one.channel,
                safe_contact=list(one.safe_contact),
                dead=one.dead_at is not None,
            )
            for one in addresses_of(conn, person_id)
        ],
        profile=found.profile,
    )

"""Routes of groups: coordinators make and change them; the bot brings chats that join."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from sqlalchemy import Connection

from api.audit import service as audit
from api.auth.access import Context, allow
from api.auth.actor import Actor
from api.groups import service
from api.groups.schemas import (
    ChatIn,
    ChatOut,
    GroupChange,
    GroupIn,
    GroupList,
    GroupOut,
    GroupsIn,
    GroupsTaken,
    InviteIn,
    InviteOut,
    Service,
    VolunteerList,
    VolunteerOut,
)
from api.groups.service import Group, InviteRefused, Volunteer
from api.idempotency.service import IdempotencyKey, once
from api.vocabulary import Role
from api.wire import Id

router = APIRouter(prefix="/v1/groups", tags=["groups"])
Bot = Annotated[Context, Depends(allow(Role.BOT))]
Desk = Annotated[Context, Depends(allow(Role.CALLER, Role.COORDINATOR, Role.ADMIN))]
Limit = Annotated[int, Query(ge=1, le=500)]
Coordinator = Annotated[Context, Depends(allow(Role.COORDINATOR, Role.ADMIN))]


@router.post("", status_code=201)
async def create(
    body: GroupIn, context: Coordinator, idempotency_key: IdempotencyKey = None
) -> GroupOut:
    """Add a group, what it does and where."""

    def unit(conn: Connection) -> GroupOut:
        def made() -> str:
            group_id = service.create(conn, body, now=context.now)
            audit.record(conn, context.actor, "create", "groups", group_id, now=context.now)
            return group_id

        actor_id = context.actor.id
        group_id, _ = once(conn, idempotency_key, body, made, actor_id=actor_id, now=context.now)
        return _out(service.get(conn, group_id))

    return await context.write(unit)


@router.get("")
async def listed(context: Desk, after: Id | None = None, limit: Limit | None = None) -> GroupList:
    """Every group that is not closed; with a `limit` so many, by id, that come `after` one."""
    if limit is None:
        return await context.read(every)
    return await context.read(lambda conn: some(conn, after or "", limit))


@router.post("/import")
async def take(body: GroupsIn, context: Coordinator) -> GroupsTaken:
    """Take in groups of a file: known ones change, and sent again nothing does."""
    if body.dry_run:
        return await context.read(
            lambda conn: service.take(conn, body.groups, now=context.now, dry_run=True)
        )
    return await context.write(lambda conn: taken(conn, body, context.actor, now=context.now))


@router.post("/chats")
async def join_chat(body: ChatIn, context: Bot) -> ChatOut:
    """A group chat in which an invite's code was given: offers to the group go there from now."""

    def unit(conn: Connection) -> ChatOut:
        joined = service.enrol_chat(conn, body.channel, body.address, body.code, now=context.now)
        return ChatOut(group=None if isinstance(joined, InviteRefused) else joined.group)

    return await context.write(unit)


@router.get("/{group_id}")
async def show(group_id: Id, context: Desk) -> GroupOut:
    """A group."""
    return _out(await context.read(lambda conn: service.get(conn, group_id)))


@router.patch("/{group_id}")
async def change(group_id: Id, body: GroupChange, context: Coordinator) -> GroupOut:
    """Change a group, pause it until a moment, close it or open it again."""

    def unit(conn: Connection) -> GroupOut:
        changed = service.change(conn, group_id, body, now=context.now)
        audit.record(conn, context.actor, "change", "groups", group_id, now=context.now)
        return _out(changed)

    return await context.write(unit)


@router.get("/{group_id}/volunteers")
async def volunteers(group_id: Id, context: Desk) -> VolunteerList:
    """The volunteers of a group who have not left, without their names."""

    def unit(conn: Connection) -> VolunteerList:
        service.get(conn, group_id)
        found = service.volunteers_of(conn, [group_id])
        return VolunteerList(items=[_volunteer(one) for one in found])

    return await context.read(unit)


@router.post("/{group_id}/invites", status_code=201)
async def invite(group_id: Id, body: InviteIn, context: Coordinator) -> InviteOut:
    """An invite's code, shown this once, and what a deep link carries to use it."""
    return await context.write(
        lambda conn: invited(conn, group_id, body, context.actor, now=context.now)
    )


def every(conn: Connection) -> GroupList:
    """Every group that is not closed."""
    return GroupList(items=[_out(one) for one in service.open_groups(conn)])


def some(conn: Connection, after: str, limit: int) -> GroupList:
    """So many groups that are not closed, whose ids come after one."""
    return GroupList(items=[_out(one) for one in service.open_after(conn, after, limit)])


def taken(conn: Connection, body: GroupsIn, actor: Actor, *, now: datetime) -> GroupsTaken:
    """Groups of a file taken in, kept in the audit with who did it; raises GroupsRefused."""
    count = service.take(conn, body.groups, now=now, dry_run=body.dry_run)
    if not body.dry_run:
        facts = count.model_dump()
        audit.record(conn, actor, "import", "groups", "", now=now, facts=facts)
    return count


def invited(
    conn: Connection, group_id: str, wanted: InviteIn, actor: Actor, *, now: datetime
) -> InviteOut:
    """A new invite, kept in the audit with who made it; raises NotFound."""
    made = service.invite(conn, group_id, wanted, by=actor.id, now=now)
    audit.record(conn, actor, "invite", "groups", group_id, now=now)
    return InviteOut(code=made.code, link=made.code, uses=wanted.uses, expires_at=made.expires_at)


def _out(group: Group) -> GroupOut:
    kept = {name: getattr(group, name) for name in GroupOut.model_fields if name != "services"}
    services = [Service(leaf=leaf, mode=mode) for leaf, mode in sorted(group.services)]
    return GroupOut.model_validate({**kept, "services": services})


def _volunteer(one: Volunteer) -> VolunteerOut:
    return VolunteerOut.model_validate(
        {name: getattr(one, name) for name in VolunteerOut.model_fields}
    )

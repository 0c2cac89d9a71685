"""Routes of requests: for coordinators and other systems; callers may look."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from pydantic import AwareDatetime, StringConstraints
from sqlalchemy import Connection

from api.audit import service as audit
from api.auth.access import Context, allow
from api.auth.actor import Actor
from api.errors import Invalid
from api.idempotency.service import IdempotencyKey, once
from api.people import service as people
from api.requests import rules, service
from api.requests.schemas import (
    Cancel,
    Confirm,
    ForSomebody,
    NeedOut,
    RequestOut,
    RequestPage,
    RequestPrivate,
)
from api.requests.service import Listed, Request
from api.vocabulary import Leaf, RequestStatus, Role, Urgency
from api.wire import Id, Line

router = APIRouter(prefix="/v1/requests", tags=["requests"])
Desk = Annotated[Context, Depends(allow(Role.CALLER, Role.COORDINATOR, Role.ADMIN))]
Caller = Annotated[
    Context, Depends(allow(Role.CALLER, Role.COORDINATOR, Role.ADMIN, by_card=True))
]
Receipt = Annotated[str, StringConstraints(pattern=r"^[0-9]{8}$")]
Coordinator = Annotated[Context, Depends(allow(Role.COORDINATOR, Role.ADMIN))]


@router.post("", status_code=201)
async def create(
    body: ForSomebody, context: Coordinator, idempotency_key: IdempotencyKey = None
) -> RequestOut:
    """Make a request for somebody: a known resident, or one named in it."""

    def unit(conn: Connection) -> RequestOut:
        new: list[Request] = []

        def made() -> str:
            new.append(_create(conn, body, context))
            audit.record(conn, context.actor, "create", "requests", new[0].id, now=context.now)
            return new[0].id

        found, again = once(
            conn, idempotency_key, body, made, actor_id=context.actor.id, now=context.now
        )
        return out(service.get(conn, found) if again else new[0])

    return await context.write(unit)


def _create(conn: Connection, body: ForSomebody, context: Context) -> Request:
    if body.resident_id is None:
        living, resident_id = None, _somebody(conn, body, context)
    else:
        resident_id = people.person(conn, body.resident_id).id
        living = people.written_to(conn, resident_id)
    return service.create(
        conn,
        body.request,
        resident_id=resident_id,
        address_id=living.id if living else None,
        now=context.now,
    )


def _somebody(conn: Connection, body: ForSomebody, context: Context) -> str:
    """Somebody whom nobody knew before; their name and number are learnt with the request."""
    return people.add_person(
        conn,
        language=body.request.language,
        name="",
        phone="",
        accommodations=body.request.accommodations,
        now=context.now,
    )


@router.get("")
async def listed(  # noqa: PLR0913 - each filter of the list is a parameter of its address
    context: Desk,
    *,
    status: RequestStatus | None = None,
    urgency: Urgency | None = None,
    leaf: Leaf | None = None,
    area: Line | None = None,
    closed: bool | None = None,
    receipt: Receipt | None = None,
    since: Annotated[AwareDatetime | None, Query(alias="from")] = None,
    cursor: Line | None = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> RequestPage:
    """Requests in the order of the queue; `from` is when they joined it, `next` the next page.

    Without `closed`, those that are and those that are not.
    """
    try:
        after = rules.read_cursor(cursor) if cursor else None
    except ValueError as error:
        raise Invalid([{"field": "cursor", "accepted": "the `next` of a page"}]) from error
    wanted = Listed(status, urgency, leaf, area, since, closed, receipt, after, limit + 1)
    found = await context.read(lambda conn: service.page(conn, wanted))
    shown = found[:limit]
    more = rules.cursor_of(shown[-1].queued_at, shown[-1].id) if len(found) > limit else None
    return RequestPage(items=[out(one) for one in shown], next=more)


@router.get("/{request_id}")
async def show(request_id: Id, context: Caller) -> RequestOut:
    """A request, without anything that says who or where."""
    return out(
        await context.read(
            lambda conn: service.shown_to(conn, request_id, context.actor, now=context.now)
        )
    )


@router.get("/{request_id}/private")
async def private(request_id: Id, context: Caller) -> RequestPrivate:
    """Who and where, to a caller only while they hold its call; this reading is in the audit."""
    return await context.write(lambda conn: read(conn, request_id, context.actor, now=context.now))


@router.post("/{request_id}/cancel")
async def cancel(request_id: Id, body: Cancel, context: Coordinator) -> RequestOut:
    """Close a request with a reason; whoever is under way for it is told."""

    def unit(conn: Connection) -> RequestOut:
        cancelled = service.cancel(conn, request_id, reason=body.reason, now=context.now)
        audit.record(conn, context.actor, "cancel", "requests", request_id, now=context.now)
        return out(cancelled)

    return await context.write(unit)


@router.post("/{request_id}/confirm")
async def confirm(request_id: Id, body: Confirm, context: Desk) -> RequestOut:
    """Keep what the resident says of the help."""

    def unit(conn: Connection) -> RequestOut:
        confirmed = service.confirm(conn, request_id, body, now=context.now)
        said = {"arrival": body.arrival.value}
        audit.record(
            conn, context.actor, "confirm", "requests", request_id, now=context.now, facts=said
        )
        return out(confirmed)

    return await context.write(unit)


def read(conn: Connection, request_id: str, actor: Actor, *, now: datetime) -> RequestPrivate:
    """Who and where of a request; that it was read is in the audit, raises as `private_for`."""
    found = service.private_for(conn, request_id, actor, now=now)
    return RequestPrivate(request=out(service.get(conn, request_id)), **asdict(found))


def out(request: Request) -> RequestOut:
    """A request as lists show it."""
    return RequestOut(
        id=request.id,
        receipt=request.receipt,
        status=request.status,
        urgency=request.urgency,
        needs=[NeedOut(leaf=leaf, status=status) for leaf, status in request.needs.items()],
        accommodations=sorted(request.accommodations),
        area=request.area,
        located=request.located,
        language=request.language,
        created_at=request.created_at,
        queued_at=request.queued_at,
        wave=request.wave,
        closed_at=request.closed_at,
        closed_reason=request.closed_reason,
    )

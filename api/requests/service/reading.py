"""How requests stand, and who may know it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from api.addresses import service as addresses
from api.audit import service as audit
from api.auth.actor import Actor
from api.errors import Refusal
from api.notices import service as notices
from api.notices.schemas import AboutRequest, IntakePaused, Status
from api.people import service as people
from api.requests import store
from api.requests.schemas import Place, RequestFact
from api.requests.store import Request
from api.vocabulary import NoticeCode, Role
from api.wire import Wire


class UnknownRequest(Refusal):
    """There is no such request, or it is not this person's."""

    code = "unknown_request"
    status = 404
    detail = "There is no such request, or it is not this person's."


class RequestClosed(Refusal):
    """The request is at its end; a new one can be made."""

    code = "request_closed"
    status = 409
    detail = "This request is closed. Make a new one."


class RequestForgotten(Refusal):
    """What was personal in the request is gone: it was kept as long as it was needed."""

    code = "request_forgotten"
    status = 410
    detail = "The request was closed long ago; who and where is no longer kept."


class CallNeeded(Refusal):
    """A caller sees who and where only while they hold a call about it."""

    code = "call_needed"
    status = 403
    detail = "Claim a call about this request first. Its holder sees who and where."


@dataclass(frozen=True, slots=True)
class Private:
    """Who and where: for the volunteer who has the task, and for callers and coordinators."""

    name: str
    their_name: str
    phone: str
    place: Place
    details: dict[str, str]
    people: str
    for_whom: str
    reach: str
    leave_message: bool
    remark: str
    reason: str


def get(conn: Connection, request_id: str) -> Request:
    """A request; raises UnknownRequest."""
    request = store.find(conn, request_id)
    if request is None:
        raise UnknownRequest
    return request


def shown_to(conn: Connection, request_id: str, actor: Actor, *, now: datetime) -> Request:
    """A request; by the link of a call only while a call about it is held.

    Raises UnknownRequest and CallNeeded.
    """
    request = get(conn, request_id)
    if actor.by_card and not store.is_called_about(conn, request_id, actor, now):
        raise CallNeeded
    return request


def private_for(conn: Connection, request_id: str, actor: Actor, *, now: datetime) -> Private:
    """All that is personal in a request, for a coordinator or who holds a call about it.

    The reading is in the audit. Raises UnknownRequest, RequestForgotten and CallNeeded.
    """
    found = private(conn, request_id)
    if actor.role is Role.CALLER and not store.is_called_about(conn, request_id, actor, now):
        raise CallNeeded
    audit.record(conn, actor, "reveal", "requests", request_id, now=now)
    return found


def private(conn: Connection, request_id: str) -> Private:
    """All that is personal in a request. Whoever asks, keeps the audit.

    Raises UnknownRequest and RequestForgotten.
    """
    request = get(conn, request_id)
    resident = people.person(conn, request.resident_id)
    kept = _said(conn, request_id, "details")
    return Private(
        name=resident.name,
        their_name=kept["their_name"],
        phone=resident.phone,
        place=place_of(conn, request_id),
        details=kept["details"],
        people=request.people,
        for_whom=request.asks.get("for_whom", "me"),
        reach=request.asks.get("reach", "here"),
        leave_message=request.asks.get("leave_message", False),
        remark=store.unsealed(conn, request_id, "remark") or "",
        reason=kept.get("reason", ""),
    )


def place_of(conn: Connection, request_id: str) -> Place:
    """Where help is needed, unsealed: for measuring, and for who may know.

    Raises RequestForgotten.
    """
    return Place.model_validate(_said(conn, request_id, "place"))


def places_of(conn: Connection, request_ids: Collection[str]) -> dict[str, Place]:
    """As `place_of`, of some requests by their ids; not of those whose place was forgotten."""
    found = store.unsealed_of(conn, request_ids, "place")
    return {one: Place.model_validate(said) for one, said in found.items()}


def _said(conn: Connection, request_id: str, column: str) -> Any:  # noqa: ANN401 - any document
    said = store.unsealed(conn, request_id, column)
    if said is None:
        raise RequestForgotten
    return said


def open_of(conn: Connection, person_id: str) -> list[RequestFact]:
    """Somebody's requests that are not closed, newest first."""
    return [
        RequestFact(
            id=one.id,
            receipt=one.receipt,
            leaves=one.leaves(),
            urgency=one.urgency,
            status=one.status,
        )
        for one in store.unclosed_of(conn, person_id)
    ]


def show(
    conn: Connection,
    request_id: str | None,
    *,
    person_id: str | None = None,
    address_id: str | None = None,
    now: datetime,
) -> Request:
    """Tells the resident how a request stands; see `theirs`."""
    request = theirs(conn, request_id, person_id)
    told = Status(receipt=request.receipt, leaves=request.leaves(), status=request.status)
    tell(conn, request, NoticeCode.REQUEST_STATUS, told, now, at=address_id)
    return request


def theirs(conn: Connection, request_id: str | None, person_id: str | None) -> Request:
    """The request of an id, or for no id the person's newest one that is not closed.

    No person means somebody who may see any. Raises UnknownRequest.
    """
    if request_id is None and person_id is not None:
        request_id = next((one.id for one in store.unclosed_of(conn, person_id)), None)
    request = store.lock(conn, request_id) if request_id else None
    if request is None or person_id not in {None, request.resident_id, request.asked_by}:
        raise UnknownRequest
    return request


def tell(  # noqa: PLR0913 - how an asking notice is put, on top of what is told to whom
    conn: Connection,
    request: Request,
    code: NoticeCode,
    values: Wire,
    now: datetime,
    *,
    at: str | None = None,
    opens: str = "",
) -> str | None:
    """To `at`, or where it was asked, or where words reach who asked; None for nowhere."""
    return notices.tell(
        conn,
        request.asked_by or request.resident_id,
        code,
        values,
        now=now,
        address_id=at or living(conn, request),
        about=request.id,
        opens=opens,
    )


def living(conn: Connection, request: Request) -> str | None:
    """The address where it was asked, unless no words can be sent there."""
    if request.address_id is None:
        return None
    address = addresses.address_of(conn, request.address_id)
    return address.id if addresses.may_write(address) else None


def about(request: Request) -> AboutRequest:
    """What a notice says of a request: its receipt and what it is for."""
    return AboutRequest(receipt=request.receipt, leaves=request.leaves())


def paused(request: Request, until: datetime) -> IntakePaused:
    """What a notice says of a request that waits for intake to reopen."""
    return IntakePaused(receipt=request.receipt, leaves=request.leaves(), at=until)

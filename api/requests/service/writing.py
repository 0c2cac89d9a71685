"""Requests made, changed, cancelled and confirmed."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from api.database.engine import after_commit_wake
from api.intake import service as intake
from api.intake.rules import Pause
from api.notices.schemas import Thanks
from api.people import service as people
from api.places import service as places
from api.places.rules import cell_name
from api.requests import rules, store
from api.requests.schemas import Change, Confirm, Place, RequestIn
from api.requests.service.reading import RequestClosed, about, get, paused, tell, theirs
from api.requests.store import Request
from api.vocabulary import Arrival, Leaf, NoticeCode, Part, RequestStatus

ANEW = {"wave": 0, "told_looking_at": None}
"""The search begins anew."""


def create(
    conn: Connection,
    request: RequestIn,
    *,
    resident_id: str,
    address_id: str | None,
    asked_by: str | None = None,
    now: datetime,
) -> Request:
    """Keeps a confirmed request, due at once, and tells its receipt.

    While intake is paused there, one that is not urgent is due when that ends, and told so with
    its receipt. A second request of one person is never a duplicate.
    """
    _remember(conn, request, resident_id, asked=address_id is not None)
    place = rules.wgs84(request.place)
    pause = intake.holding(conn, request.urgency, rules.point_of(place), now, now=now)
    details = {"details": request.details, "their_name": request.their_name}
    row = {
        "resident_id": resident_id,
        "asked_by": asked_by,
        "address_id": address_id,
        "urgency": request.urgency,
        "language": request.language,
        "accommodations": sorted(set(request.accommodations)),
        "details": details,
        "people": request.people,
        "asks": request.model_dump(include={"reach", "leave_message", "for_whom"}),
        "queued_at": now,
        "next_at": pause.until_at if pause else now,
        **_where(conn, place),
    }
    kept = store.insert(conn, row, dict.fromkeys(request.needs), now)
    if pause is not None:
        intake.hold(conn, kept.id, pause)
    _tell_receipt(conn, kept, pause, address_id, now)
    after_commit_wake(conn, "dispatch")
    return kept


def _tell_receipt(
    conn: Connection, kept: Request, pause: Pause | None, address_id: str | None, now: datetime
) -> None:
    """With the day on which the search begins, while intake is paused."""
    if pause is None:
        tell(conn, kept, NoticeCode.REQUEST_RECEIVED, about(kept), now, at=address_id)
    else:
        told = paused(kept, pause.until_at)
        tell(conn, kept, NoticeCode.INTAKE_PAUSED, told, now, at=address_id)


def _remember(conn: Connection, request: RequestIn, resident_id: str, *, asked: bool) -> None:
    """What the resident said of themselves; what a helper says of them stays in the request."""
    mine = request.accommodations if request.for_whom == "me" else None
    people.learn(conn, resident_id, name=request.name, phone=request.phone, accommodations=mine)
    ring = request.reach == "call"
    if asked or ring:
        people.learn_reach(conn, resident_id, ring=ring, leave_message=request.leave_message)


def _where(conn: Connection, place: Place) -> dict[str, Any]:
    """Where it is, sealed, and what may be shown of it: a named place near its cell, or the cell.

    Never the resident's own words for it: they may be their door.
    """
    point = rules.point_of(place)
    area = (places.nearest_name(conn, *point) or cell_name(point)) if point else ""
    return {"place": place.model_dump(mode="json"), "area": area, "located": point is not None}


def change(
    conn: Connection,
    request_id: str | None,
    wanted: Change,
    *,
    person_id: str | None = None,
    address_id: str | None = None,
    now: datetime,
) -> Request:
    """Changes an open request; another place takes back what was offered, words are added.

    Words alone change nothing of the search: nobody is asked before their time.
    No id means the person's newest; no person means somebody who may change any. Raises
    UnknownRequest and RequestClosed.
    """
    request = _going(conn, request_id, person_id)
    values: dict[str, Any] = {}
    if wanted.urgency is not None:
        values |= {"urgency": wanted.urgency, "next_at": now}
    if wanted.place is not None:
        values |= {**_where(conn, rules.wgs84(wanted.place)), **ANEW, "next_at": now}
        offered = (RequestStatus.OFFERED,)
        move_needs(conn, request.id, RequestStatus.OPEN, before=offered)
    if wanted.words.strip():
        values["details"] = _added(store.unsealed(conn, request.id, "details"), wanted.words)
    if values:
        store.update(conn, request.id, values)
    changed = get(conn, request.id)
    tell(conn, changed, NoticeCode.REQUEST_CHANGED, about(changed), now, at=address_id)
    after_commit_wake(conn, "dispatch")
    return changed


def _added(kept: dict[str, Any], words: str) -> dict[str, Any]:
    before = kept["details"].get("added", "")
    added = f"{before}\n{words}".strip()
    return {**kept, "details": {**kept["details"], "added": added}}


def cancel(
    conn: Connection,
    request_id: str | None,
    *,
    person_id: str | None = None,
    address_id: str | None = None,
    reason: str = "",
    now: datetime,
) -> Request:
    """Ends what is not at its end; see `change`. The worker tells the volunteers.

    Whoever gives a `reason` may say something of the resident in it, so it is sealed.
    """
    request = _going(conn, request_id, person_id)
    move_needs(conn, request.id, RequestStatus.CANCELLED, before=rules.GOING)
    ended: dict[str, Any] = {"closed_at": now, "closed_by": person_id, "next_at": now}
    ended["closed_reason"] = "cancelled"
    if reason.strip():
        kept = store.unsealed(conn, request.id, "details")
        ended["details"] = {**kept, "reason": reason}
    store.update(conn, request.id, ended)
    cancelled = get(conn, request.id)
    tell(conn, cancelled, NoticeCode.REQUEST_CANCELLED, about(cancelled), now, at=address_id)
    after_commit_wake(conn, "dispatch")
    return cancelled


def confirm(
    conn: Connection,
    request_id: str | None,
    said: Confirm,
    *,
    person_id: str | None = None,
    address_id: str | None = None,
    now: datetime,
) -> Request:
    """Keeps what the resident says of the help; see `change`.

    `done` closes the request unless a need is still open. `partly` and `no` stay open; the
    worker looks for help again and asks a person to look.
    """
    request = _going(conn, request_id, person_id)
    arrived = rules.after_arrival(request.needs.values(), said.arrival)
    if arrived is not None:
        before = rules.confirmed_of(request.needs.values())
        move_needs(conn, request.id, arrived, before=before)
    values: dict[str, Any] = {"arrival": said.arrival, "arrival_asked_at": None, "next_at": now}
    if said.remark.strip():
        values["remark"] = said.remark
    if said.arrival is Arrival.DONE and get(conn, request.id).status not in rules.GOING:
        values |= {"closed_at": now, "closed_by": person_id}
    store.update(conn, request.id, values)
    thanks = Thanks(receipt=request.receipt, outcome=said.arrival)
    tell(conn, request, NoticeCode.ARRIVAL_THANKS, thanks, now, at=address_id)
    after_commit_wake(conn, "dispatch")
    return get(conn, request.id)


def move_needs(
    conn: Connection,
    request_id: str,
    to: RequestStatus,
    *,
    before: Collection[RequestStatus],
    leaves: Collection[Leaf] | None = None,
    part: Part | None = None,
) -> int:
    """Gives needs a status, only those that have one of `before`; how many had.

    `part`: only this part of them.

    The status of the request follows.
    """
    moved = store.move_needs(conn, request_id, to, before, leaves, part)
    if moved:
        status = rules.derive_status(store.statuses(conn, request_id))
        store.update(conn, request_id, {"status": status})
    return moved


def rejoin(conn: Connection, request_id: str, leaves: Collection[Leaf]) -> None:
    """These needs are one whole again, as far as they were brought; the status follows."""
    store.rejoin(conn, request_id, leaves)
    status = rules.derive_status(store.statuses(conn, request_id))
    store.update(conn, request_id, {"status": status})


def _going(conn: Connection, request_id: str | None, person_id: str | None) -> Request:
    request = theirs(conn, request_id, person_id)
    if request.closed_at is not None:
        raise RequestClosed
    return request

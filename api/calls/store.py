"""SQL of calls, their attempts and their queue; what a caller noted is sealed."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from api.auth.actor import Actor
from api.calls.schemas import Filters
from api.database.engine import order_lock, skip_locked
from api.database.private import vault
from api.database.tables.auth import tokens
from api.database.tables.calls import call_attempts, calls
from api.database.tables.notices import notices
from api.database.tables.people import addresses, alerts, people
from api.database.tables.requests import requests
from api.vocabulary import (
    Accommodation,
    AlertKind,
    CallBy,
    CallOutcome,
    CallReason,
    CallStatus,
    Channel,
    NoticeCode,
)

OPEN = (CallStatus.QUEUED, CallStatus.CLAIMED)


@dataclass(frozen=True, slots=True)
class Call:
    """A call without anything personal; `unheard_alert`: one of the person's rests unheard.

    `claimed_by` is a token; `holder_id` the person it belongs to, if to one.
    """

    id: str
    person_id: str
    address_id: str | None
    request_id: str | None
    offer_id: str | None
    reason: CallReason
    by: CallBy
    language: str
    status: CallStatus
    due_at: datetime
    promised_at: datetime | None
    claimed_by: str | None
    claimed_until: datetime | None
    holder_id: str | None
    outcome: CallOutcome | None
    created_at: datetime
    closed_at: datetime | None
    channel: Channel | None
    accommodations: tuple[Accommodation, ...]
    unheard_alert: bool
    tries: int


_UNHEARD = sa.exists().where(
    alerts.c.person_id == calls.c.person_id,
    alerts.c.kind == AlertKind.DANGER.value,
    alerts.c.heard_at.is_(None),
    alerts.c.closed_at.is_(None),
)
_TRIES = (
    sa.select(sa.func.count())
    .where(call_attempts.c.call_id == calls.c.id)
    .correlate(calls)
    .scalar_subquery()
)
_FIRST = sa.case(
    (sa.or_(calls.c.reason == CallReason.DANGER, _UNHEARD), 0),
    (calls.c.reason == CallReason.UNFINISHED, 1),
    else_=2,
)
"""Danger and unheard alerts, then unfinished requests, then the others."""

_COLUMNS = [column for column in calls.c if column.name in Call.__slots__]


def _select() -> sa.Select[Any]:
    return sa.select(
        *_COLUMNS,
        addresses.c.channel,
        people.c.accommodations,
        tokens.c.person_id.label("holder_id"),
        _UNHEARD.label("unheard_alert"),
        _TRIES.label("tries"),
    ).select_from(
        calls.join(people, people.c.id == calls.c.person_id)
        .outerjoin(addresses, addresses.c.id == calls.c.address_id)
        .outerjoin(tokens, tokens.c.id == calls.c.claimed_by)
    )


def _call(row: sa.Row[Any]) -> Call:
    values = dict(row._mapping)  # noqa: SLF001 - SQLAlchemy's own way
    known = tuple(Accommodation(code) for code in values.pop("accommodations"))
    unheard = bool(values.pop("unheard_alert"))
    return Call(**values, accommodations=known, unheard_alert=unheard)


def lock_person(conn: Connection, person_id: str) -> None:
    """Nobody else queues a call for this person until this transaction ends."""
    order_lock(conn, f"calls {person_id}")


def open_calls(conn: Connection, person_id: str) -> list[Call]:
    """The open calls of a person, oldest first."""
    mine = _select().where(calls.c.person_id == person_id, calls.c.status.in_(OPEN))
    return [_call(row) for row in conn.execute(mine.order_by(calls.c.id))]


def get(conn: Connection, call_id: str) -> Call | None:
    """The call of an id."""
    row = conn.execute(_select().where(calls.c.id == call_id)).first()
    return _call(row) if row else None


def lock(conn: Connection, call_id: str) -> Call | None:
    """As get, once every other transaction that changes the call has ended."""
    conn.execute(sa.select(calls.c.id).where(calls.c.id == call_id).with_for_update())
    return get(conn, call_id)


def listed(conn: Connection, filters: Filters) -> list[Call]:
    """Calls in the order of the queue."""
    which = [calls.c.status == filters.status] if filters.status else [calls.c.status.in_(OPEN)]
    for name in ("by", "reason", "language"):
        wanted = getattr(filters, name)
        if wanted is not None:
            which.append(calls.c[name] == wanted)
    ordered = _select().where(*which).order_by(_FIRST, calls.c.due_at, calls.c.id)
    return [_call(row) for row in conn.execute(ordered.limit(filters.limit))]


def add(conn: Connection, values: dict[str, Any]) -> None:
    """Keep a call."""
    conn.execute(calls.insert().values(values))


def change(conn: Connection, call_id: str, values: dict[str, Any]) -> None:
    """Change plain columns of a call."""
    conn.execute(calls.update().where(calls.c.id == call_id).values(values))


def claim(conn: Connection, call_id: str, caller: Actor, now: datetime, until: datetime) -> bool:
    """Hold an open call that nobody else holds; whether it is held now."""
    theirs = sa.select(tokens.c.id).where(tokens.c.person_id == caller.person_id)
    free = sa.or_(
        calls.c.claimed_by.is_(None),
        calls.c.claimed_by == caller.id,
        calls.c.claimed_by.in_(theirs),
        calls.c.claimed_until <= now,
    )
    taken = (
        calls.update()
        .where(calls.c.id == call_id, calls.c.status.in_(OPEN), free)
        .values(status=CallStatus.CLAIMED, claimed_by=caller.id, claimed_until=until)
    )
    return conn.execute(taken).rowcount == 1


def put_back(conn: Connection, call_ids: Collection[str]) -> None:
    """Nobody holds these open calls any more."""
    if not call_ids:
        return
    back = {"status": CallStatus.QUEUED, "claimed_by": None, "claimed_until": None}
    mine = sa.and_(calls.c.id.in_(call_ids), calls.c.status.in_(OPEN))
    conn.execute(calls.update().where(mine).values(back))


def withdraw(conn: Connection, offer_id: str, now: datetime) -> int:
    """Close the queued calls about an offer, without an outcome; how many."""
    waiting = sa.and_(calls.c.offer_id == offer_id, calls.c.status == CallStatus.QUEUED)
    ended = {"status": CallStatus.CLOSED, "closed_at": now}
    return conn.execute(calls.update().where(waiting).values(ended)).rowcount


def expired(conn: Connection, now: datetime, limit: int) -> list[str]:
    """Calls whose holder has been silent for too long."""
    over = (
        sa.select(calls.c.id)
        .where(calls.c.status == CallStatus.CLAIMED, calls.c.claimed_until <= now)
        .order_by(calls.c.claimed_until)
        .limit(limit)
    )
    return list(conn.scalars(skip_locked(conn, over)))


_UNTOLD = sa.and_(
    calls.c.status == CallStatus.QUEUED,
    ~sa.exists().where(
        notices.c.about == calls.c.id, notices.c.code == NoticeCode.COORDINATOR_ALERT.value
    ),
)


def breaking(conn: Connection, before: datetime, limit: int) -> list[Call]:
    """Queued calls promised by `before` of which no coordinator was told."""
    near = _select().where(_UNTOLD, calls.c.promised_at <= before)
    return [_call(row) for row in conn.execute(near.order_by(calls.c.promised_at).limit(limit))]


def next_promise(conn: Connection) -> datetime | None:
    """The next promise of a queued call of which no coordinator was told."""
    found: datetime | None = conn.scalar(
        sa.select(sa.func.min(calls.c.promised_at)).where(_UNTOLD)
    )
    return found


def next_expiry(conn: Connection) -> datetime | None:
    """When the next claim is over."""
    held = sa.select(sa.func.min(calls.c.claimed_until))
    found: datetime | None = conn.scalar(held.where(calls.c.status == CallStatus.CLAIMED))
    return found


def add_attempt(conn: Connection, values: dict[str, Any]) -> None:
    """Keep a try."""
    conn.execute(call_attempts.insert().values(values))


def attempts(conn: Connection, call_id: str) -> list[sa.Row[Any]]:
    """The tries of a call, oldest first."""
    mine = sa.select(call_attempts).where(call_attempts.c.call_id == call_id)
    return list(conn.execute(mine.order_by(call_attempts.c.id)))


def seal_note(conn: Connection, call_id: str, note: str) -> None:
    """Keep what the caller noted; "" empties it."""
    blob = vault(conn).seal("calls", "note", call_id, note) if note else None
    change(conn, call_id, {"note": blob})


def note(conn: Connection, call_id: str) -> str:
    """What the caller noted, unsealed."""
    blob = conn.scalar(sa.select(calls.c.note).where(calls.c.id == call_id))
    return vault(conn).unseal("calls", "note", call_id, blob) if blob else ""


def receipt_of(conn: Connection, request_id: str | None) -> str:
    """The receipt of a request, "" for none."""
    found = sa.select(requests.c.receipt).where(requests.c.id == request_id)
    return conn.scalar(found) or ""

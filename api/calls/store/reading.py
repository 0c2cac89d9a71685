"""Calls as they are read, in the order of the queue; what a caller noted is sealed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from api.calls.schemas import Filters
from api.database.prepared import Prepared
from api.database.private import vault
from api.database.tables.auth import tokens
from api.database.tables.calls import call_attempts, call_cards, calls
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
    SafetyAnswer,
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
    delays: int
    asked_at: datetime | None
    handed_on_at: datetime | None
    waits_since: datetime | None
    created_at: datetime
    closed_at: datetime | None
    channel: Channel | None
    accommodations: tuple[Accommodation, ...]
    unheard_alert: bool
    tries: int


_UNHEARD = sa.exists().where(
    alerts.c.person_id == calls.c.person_id,
    alerts.c.kind != AlertKind.FLAG.value,
    alerts.c.answer != SafetyAnswer.NO.value,
    alerts.c.heard_at.is_(None),
    alerts.c.closed_at.is_(None),
)
_TRIES = (
    sa.select(sa.func.count())
    .where(call_attempts.c.call_id == calls.c.id)
    .correlate(calls)
    .scalar_subquery()
)


def _first(now: datetime) -> sa.Case[int]:
    """Danger and unheard alerts, broken promises, unfinished requests, then the others."""
    return sa.case(
        (sa.or_(calls.c.reason == CallReason.DANGER, _UNHEARD), 0),
        (calls.c.promised_at < now, 1),
        (calls.c.reason == CallReason.UNFINISHED, 2),
        else_=3,
    )


_COLUMNS = [column for column in calls.c if column.name in Call.__slots__]


def selected() -> sa.Select[Any]:
    """Every column of a call."""
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


def call_of(row: sa.Row[Any]) -> Call:
    """The call of a selected row."""
    values = dict(row._mapping)  # noqa: SLF001 - SQLAlchemy's own way
    known = tuple(Accommodation(code) for code in values.pop("accommodations"))
    unheard = bool(values.pop("unheard_alert"))
    return Call(**values, accommodations=known, unheard_alert=unheard)


IS_OPEN = sa.or_(*(calls.c.status == one for one in OPEN))
OPEN_CALLS = Prepared(
    selected().where(calls.c.person_id == sa.bindparam("of_person"), IS_OPEN).order_by(calls.c.id)
)
"""Built once: it is asked at every turn, and building costs several times what running does."""


def open_calls(conn: Connection, person_id: str) -> list[Call]:
    """The open calls of a person, oldest first."""
    return [call_of(row) for row in OPEN_CALLS.all(conn, {"of_person": person_id})]


def get(conn: Connection, call_id: str) -> Call | None:
    """The call of an id."""
    row = conn.execute(selected().where(calls.c.id == call_id)).first()
    return call_of(row) if row else None


def lock(conn: Connection, call_id: str) -> Call | None:
    """As get, once every other transaction that changes the call has ended."""
    conn.execute(sa.select(calls.c.id).where(calls.c.id == call_id).with_for_update())
    return get(conn, call_id)


def listed(conn: Connection, filters: Filters, now: datetime) -> list[Call]:
    """Calls in the order of the queue."""
    which = [calls.c.status == filters.status] if filters.status else [calls.c.status.in_(OPEN)]
    for name in ("reason", "language"):
        wanted = getattr(filters, name)
        if wanted is not None:
            which.append(calls.c[name] == wanted)
    ordered = selected().where(*which).order_by(_first(now), calls.c.due_at, calls.c.id)
    return [call_of(row) for row in conn.execute(ordered.limit(filters.limit))]


def held_by(conn: Connection, person_id: str, now: datetime) -> list[Call]:
    """The calls somebody holds now, by whichever token of theirs, the one taken last first."""
    held = selected().where(
        tokens.c.person_id == person_id,
        calls.c.status == CallStatus.CLAIMED,
        calls.c.claimed_until > now,
    )
    ordered = held.order_by(calls.c.claimed_until.desc(), calls.c.id)
    return [call_of(row) for row in conn.execute(ordered)]


def put_to(conn: Connection, person_id: str) -> frozenset[str]:
    """The calls that somebody was asked to take by a card."""
    asked = sa.select(call_cards.c.call_id).where(call_cards.c.person_id == person_id)
    return frozenset(conn.scalars(asked))


def attempts(conn: Connection, call_id: str) -> list[sa.Row[Any]]:
    """The tries of a call, oldest first."""
    mine = sa.select(call_attempts).where(call_attempts.c.call_id == call_id)
    return list(conn.execute(mine.order_by(call_attempts.c.id)))


def note(conn: Connection, call_id: str) -> str:
    """What the caller noted, unsealed."""
    blob = conn.scalar(sa.select(calls.c.note).where(calls.c.id == call_id))
    return vault(conn).unseal("calls", "note", call_id, blob) if blob else ""


def receipt_of(conn: Connection, request_id: str | None) -> str:
    """The receipt of a request, "" for none."""
    found = sa.select(requests.c.receipt).where(requests.c.id == request_id)
    return conn.scalar(found) or ""

"""The SQL of requests and their needs; what is personal is sealed on its way in."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from api.database.ids import new_id, new_receipt
from api.database.prepared import Prepared
from api.database.tables.requests import request_needs, requests
from api.requests.store.held import is_called_about
from api.requests.store.needs import (
    Parts,
    insert_needs,
    move_needs,
    parts_of,
    rejoin,
    split,
    statuses,
    whole,
)
from api.requests.store.sealed import sealed, unsealed, unsealed_of
from api.requests.store.waiting import Order, due, next_due, waiting, waiting_count
from api.vocabulary import (
    Access,
    Accommodation,
    Arrival,
    Leaf,
    Part,
    RequestStatus,
    Urgency,
)

__all__ = [
    "Listed",
    "Order",
    "Request",
    "due",
    "find",
    "insert",
    "is_called_about",
    "lock",
    "move_needs",
    "next_due",
    "page",
    "rejoin",
    "some",
    "split",
    "statuses",
    "unclosed_of",
    "unsealed",
    "unsealed_of",
    "update",
    "waiting",
    "waiting_count",
]


@dataclass(frozen=True, slots=True)
class Request:
    """A request without anything personal."""

    id: str
    receipt: str
    resident_id: str
    asked_by: str | None
    address_id: str | None
    status: RequestStatus
    urgency: Urgency
    language: str
    accommodations: frozenset[Accommodation]
    area: str
    located: bool
    people: str
    asks: Mapping[str, Any]
    created_at: datetime
    queued_at: datetime
    next_at: datetime | None
    wave: int
    told_looking_at: datetime | None
    access: Access
    arrival: Arrival | None
    arrival_asked_at: datetime | None
    closed_at: datetime | None
    closed_reason: str
    needs: Mapping[Leaf, RequestStatus]
    parts: Parts

    def leaves(self, *statuses: RequestStatus) -> list[Leaf]:
        """Its leaves, or those of some statuses, in the order of the vocabulary."""
        return [leaf for leaf, status in self.needs.items() if not statuses or status in statuses]

    def part(self, part: Part, *statuses: RequestStatus) -> list[Leaf]:
        """The leaves that have this part, or those where it has one of these statuses."""
        found = {leaf: self.parts.get((leaf, part)) for leaf in self.needs}
        return [leaf for leaf, one in found.items() if one and (not statuses or one in statuses)]

    def standing(self, leaves: Iterable[Leaf], part: Part) -> list[RequestStatus]:
        """How far this part of these leaves is; of one that has it no more, the whole."""
        return [self.parts.get((leaf, part), self.needs[leaf]) for leaf in leaves]


PLAIN = tuple(requests.c[name] for name in Request.__slots__ if name not in {"needs", "parts"})

# Statements of every turn are built once: building one costs several times what running it does.
SELECT = sa.select(*PLAIN)
BY_ID = SELECT.where(requests.c.id == sa.bindparam("request_id"))
UNCLOSED = Prepared(
    SELECT.where(
        sa.or_(
            requests.c.resident_id == sa.bindparam("of_person"),
            requests.c.asked_by == sa.bindparam("of_person"),
        ),
        requests.c.closed_at.is_(None),
    ).order_by(requests.c.id.desc())
)
INSERT = Prepared(requests.insert().returning(*PLAIN))
BY_RECEIPT = Prepared(sa.select(requests.c.id).where(requests.c.receipt == sa.bindparam("as")))
CHANGE = requests.update().where(requests.c.id == sa.bindparam("request_id"))


@dataclass(frozen=True, slots=True)
class Listed:
    """Which requests a list holds: filters that are None let everything pass."""

    status: RequestStatus | None = None
    urgency: Urgency | None = None
    leaf: Leaf | None = None
    area: str | None = None
    since: datetime | None = None
    closed: bool | None = None
    receipt: str | None = None
    after: tuple[datetime, str] | None = None
    limit: int = 50


def insert(
    conn: Connection, values: Mapping[str, Any], leaves: Iterable[Leaf], now: datetime
) -> Request:
    """A new request with its needs, all open; sealed columns are given as they are said."""
    request_id = new_id(now)
    row = {**values, **sealed(conn, request_id, values)}
    new = {"id": request_id, "receipt": _free_receipt(conn), "status": RequestStatus.OPEN}
    (kept,) = INSERT.all(conn, {**new, "created_at": now, **row})
    return _read(kept._asdict(), insert_needs(conn, request_id, leaves, now))


def find(conn: Connection, request_id: str) -> Request | None:
    """A request, if there is one of this id."""
    rows = conn.execute(BY_ID, {"request_id": request_id}).all()
    return next(iter(_with_needs(conn, rows)), None)


def some(conn: Connection, request_ids: Collection[str]) -> list[Request]:
    """The requests of these ids, oldest first."""
    query = SELECT.where(requests.c.id.in_(list(request_ids))).order_by(requests.c.id)
    return _with_needs(conn, conn.execute(query).all())


def lock(conn: Connection, request_id: str, *, wait: bool = True) -> Request | None:
    """A request as it is once every other transaction that changes it has ended.

    Without `wait` none, if there is such a transaction.
    """
    row = sa.select(requests.c.id).where(requests.c.id == request_id)
    locked = conn.scalar(row.with_for_update(skip_locked=not wait))
    return None if locked is None else find(conn, request_id)


def unclosed_of(conn: Connection, person_id: str) -> list[Request]:
    """The requests somebody made or that were made for them, newest first, until closed."""
    return _with_needs(conn, UNCLOSED.all(conn, {"of_person": person_id}))


def page(conn: Connection, listed: Listed) -> list[Request]:
    """The oldest in the queue first; of equal age, by id."""
    query = SELECT.where(*_filters(listed)).order_by(requests.c.queued_at, requests.c.id)
    return _with_needs(conn, conn.execute(query.limit(listed.limit)).all())


def update(conn: Connection, request_id: str, values: Mapping[str, Any]) -> None:
    """Changes columns of a request; sealed columns are given as they are said."""
    row = {**values, **sealed(conn, request_id, values)}
    conn.execute(CHANGE, {"request_id": request_id, **row})


def _free_receipt(conn: Connection) -> str:
    while True:
        receipt = new_receipt()
        if BY_RECEIPT.first(conn, {"as": receipt}) is None:
            return receipt


EQUAL = ("status", "urgency", "area", "receipt")
"""Filters that name a column and the value it has."""


def _filters(listed: Listed) -> list[sa.ColumnElement[bool]]:
    wanted = [
        requests.c[name] == value for name in EQUAL if (value := getattr(listed, name)) is not None
    ]
    if listed.closed is not None:
        ended = requests.c.closed_at.is_not(None)
        wanted.append(ended if listed.closed else ~ended)
    if listed.since is not None:
        wanted.append(requests.c.queued_at >= listed.since)
    if listed.leaf is not None:
        of_leaf = sa.select(request_needs.c.request_id).where(request_needs.c.leaf == listed.leaf)
        wanted.append(requests.c.id.in_(of_leaf))
    if listed.after is not None:
        at, request_id = listed.after
        later = sa.and_(requests.c.queued_at == at, requests.c.id > request_id)
        wanted.append(sa.or_(requests.c.queued_at > at, later))
    return wanted


def _with_needs(conn: Connection, rows: Sequence[sa.Row[Any]]) -> list[Request]:
    parts = parts_of(conn, [row.id for row in rows])
    return [_read(row._asdict(), parts[row.id]) for row in rows]


def _read(row: Mapping[str, Any], parts: Parts) -> Request:
    accommodations = frozenset(map(Accommodation, row["accommodations"]))
    more = {"accommodations": accommodations, "needs": whole(parts), "parts": parts}
    return Request(**{**row, **more})

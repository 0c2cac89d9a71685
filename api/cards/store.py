"""The SQL of call cards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from api.database.engine import order_lock
from api.database.ids import new_id
from api.database.prepared import Prepared
from api.database.tables.auth import tokens
from api.database.tables.calls import call_cards, calls
from api.vocabulary import CallStatus, CardStatus


@dataclass(frozen=True, slots=True)
class Card:
    """A card; `ended_at`: they neither are asked nor have the call by it any more."""

    id: str
    call_id: str
    person_id: str
    address_id: str
    status: CardStatus
    sent_at: datetime
    ended_at: datetime | None


CARD = tuple(call_cards.c[name] for name in Card.__slots__)
OPEN = call_cards.c.ended_at.is_(None)
WAITS = sa.and_(OPEN, call_cards.c.status == CardStatus.SENT)
OPEN_OF = Prepared(
    sa.select(*CARD)
    .where(WAITS, call_cards.c.person_id == sa.bindparam("of_person"))
    .order_by(call_cards.c.id)
)


def lock(conn: Connection) -> None:
    """Nobody else asks callers until this transaction ends: one must not get two cards."""
    order_lock(conn, "call cards")


def add(conn: Connection, values: Mapping[str, Any], now: datetime) -> str:
    """A card that is sent now; its id."""
    card_id = new_id(now)
    row = {"id": card_id, "status": CardStatus.SENT, "sent_at": now, **values}
    conn.execute(call_cards.insert().values(row))
    return card_id


def end(conn: Connection, card_id: str, status: CardStatus, now: datetime) -> bool:
    """End a card with what became of it; whether it was open."""
    return _change(conn, card_id, {"status": status, "ended_at": now})


def take(conn: Connection, card_id: str) -> bool:
    """Its caller has the call now, and has it by this card until the card ends."""
    taken = {"status": CardStatus.TAKEN, "ended_at": None}
    mine = call_cards.update().where(call_cards.c.id == card_id)
    return conn.execute(mine.values(taken)).rowcount == 1


def _change(conn: Connection, card_id: str, values: Mapping[str, Any]) -> bool:
    mine = call_cards.update().where(call_cards.c.id == card_id, OPEN)
    return conn.execute(mine.values(**values)).rowcount == 1


def newest(conn: Connection, call_id: str, person_id: str) -> Card | None:
    """The newest card of a call to somebody."""
    found = (
        sa.select(*CARD)
        .where(call_cards.c.call_id == call_id, call_cards.c.person_id == person_id)
        .order_by(call_cards.c.id.desc())
    )
    row = conn.execute(found.limit(1)).first()
    return Card(*row) if row else None


def open_of(conn: Connection, person_id: str) -> list[Card]:
    """The cards that wait for somebody's answer, oldest first."""
    return [Card(*tuple(row)) for row in OPEN_OF.all(conn, {"of_person": person_id})]


def of_call(conn: Connection, call_id: str) -> list[Card]:
    """Every card of a call, oldest first."""
    found = sa.select(*CARD).where(call_cards.c.call_id == call_id).order_by(call_cards.c.id)
    return [Card(*row) for row in conn.execute(found)]


@dataclass(frozen=True, slots=True)
class Beside:
    """An open card beside its call as it is now: who has that, until when."""

    card: Card
    status: CallStatus
    waits_since: datetime | None
    handed_on_at: datetime | None
    holder_id: str | None
    claimed_until: datetime | None


BESIDE = Prepared(
    sa.select(
        *CARD,
        calls.c.status.label("call_status"),
        calls.c.waits_since,
        calls.c.handed_on_at,
        tokens.c.person_id.label("holder_id"),
        calls.c.claimed_until,
    )
    .select_from(
        call_cards.join(calls, calls.c.id == call_cards.c.call_id).outerjoin(
            tokens, tokens.c.id == calls.c.claimed_by
        )
    )
    .where(OPEN)
    .order_by(call_cards.c.id)
)
"""Built once: the worker asks it whenever it wakes. There are no more of them than callers."""


def beside_calls(conn: Connection) -> list[Beside]:
    """Every open card beside its call."""
    size = len(CARD)
    rows = [tuple(row) for row in BESIDE.all(conn, {})]
    return [Beside(Card(*row[:size]), *row[size:]) for row in rows]


def carded(conn: Connection) -> dict[str, datetime]:
    """When each person was asked last."""
    newest_of = sa.select(call_cards.c.person_id, sa.func.max(call_cards.c.sent_at))
    rows = conn.execute(newest_of.group_by(call_cards.c.person_id))
    return {row[0]: row[1] for row in rows}


def holders(conn: Connection, now: datetime) -> frozenset[str]:
    """The people who hold a call."""
    held = (
        sa.select(tokens.c.person_id)
        .join(calls, calls.c.claimed_by == tokens.c.id)
        .where(calls.c.status == CallStatus.CLAIMED, calls.c.claimed_until > now)
        .where(tokens.c.person_id.is_not(None))
    )
    return frozenset(conn.scalars(held))

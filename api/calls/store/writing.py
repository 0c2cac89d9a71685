"""Calls as they are kept and changed; what a caller notes is sealed."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from api.auth.actor import Actor
from api.calls.store.reading import OPEN
from api.database.engine import order_lock
from api.database.private import vault
from api.database.tables.auth import tokens
from api.database.tables.calls import call_attempts, calls
from api.vocabulary import CallStatus


def lock_person(conn: Connection, person_id: str) -> None:
    """Nobody else queues a call for this person until this transaction ends."""
    order_lock(conn, f"calls {person_id}")


def add(conn: Connection, values: dict[str, Any]) -> None:
    """Keep a call."""
    conn.execute(calls.insert().values(values))


def change(conn: Connection, call_id: str, values: dict[str, Any]) -> None:
    """Change plain columns of a call."""
    conn.execute(calls.update().where(calls.c.id == call_id).values(values))


def claim(conn: Connection, call_id: str, caller: Actor, now: datetime, until: datetime) -> bool:
    """Hold an open call that nobody else holds; whether it is held now."""
    free = sa.or_(
        calls.c.claimed_by.is_(None),
        calls.c.claimed_by.in_(_tokens_of(caller)),
        calls.c.claimed_until <= now,
    )
    taken = (
        calls.update()
        .where(calls.c.id == call_id, calls.c.status.in_(OPEN), free)
        .values(status=CallStatus.CLAIMED, claimed_by=caller.id, claimed_until=until, look_at=None)
    )
    return conn.execute(taken).rowcount == 1


def _tokens_of(caller: Actor) -> sa.Select[tuple[str]] | list[str]:
    """Whoever signed in twice is one person; a token of nobody's stands for itself alone."""
    if caller.person_id is None:
        return [caller.id]
    return sa.select(tokens.c.id).where(tokens.c.person_id == caller.person_id)


def put_back(
    conn: Connection, call_ids: Collection[str], now: datetime, *, lost: bool = False
) -> None:
    """Nobody holds these open calls any more; whoever takes them is looked for anew.

    `lost`: not by their holder's own doing; until when they were held stays on the row.
    """
    if not call_ids:
        return
    back = {
        "status": CallStatus.QUEUED,
        "claimed_by": None,
        "waits_since": now,
        "look_at": now,
        **({} if lost else {"claimed_until": None}),
    }
    mine = sa.and_(calls.c.id.in_(call_ids), calls.c.status.in_(OPEN))
    conn.execute(calls.update().where(mine).values(back))


def withdraw(conn: Connection, offer_id: str, now: datetime) -> int:
    """Close the queued calls about an offer, without an outcome; how many."""
    return _close_queued(conn, calls.c.offer_id == offer_id, now)


def put_away(conn: Connection, call_id: str, now: datetime) -> bool:
    """Close a queued call, without an outcome; whether it was queued."""
    return _close_queued(conn, calls.c.id == call_id, now) == 1


def _close_queued(conn: Connection, which: sa.ColumnElement[bool], now: datetime) -> int:
    waiting = sa.and_(which, calls.c.status == CallStatus.QUEUED)
    ended = {"status": CallStatus.CLOSED, "closed_at": now, "look_at": None}
    return conn.execute(calls.update().where(waiting).values(ended)).rowcount


def add_attempt(conn: Connection, values: dict[str, Any]) -> None:
    """Keep a try."""
    conn.execute(call_attempts.insert().values(values))


def seal_note(conn: Connection, call_id: str, note: str) -> None:
    """Keep what the caller noted; "" empties it."""
    blob = vault(conn).seal("calls", "note", call_id, note) if note else None
    change(conn, call_id, {"note": blob})

"""What a conversation remembers, behind a version: the slower of two turns is refused."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from api.errors import Refusal
from api.lanes import service as lanes
from api.lanes.service import Direction
from api.sessions import rules, store
from api.sessions.schemas import Resting, SessionIn, SessionOut
from api.settings import Settings
from api.vocabulary import Urgency


class StaleTurn(Refusal):
    """Another turn of this conversation was faster."""

    code = "stale_turn"
    status = 409
    detail = "The conversation went on meanwhile. Claim the lane again and advance from there."


GOES_ALONG = (
    "asks",
    "asked_at",
    "unfinished_question",
    "unfinished_urgency",
    "silent_since",
    "reminded_at",
    "next_at",
)
"""What goes with a conversation to another address, beside what it remembers."""


@dataclass(frozen=True, slots=True)
class Silence:
    """A conversation that rests in the middle, and for how long."""

    address_id: str
    question: str
    urgency: Urgency | None
    silent_since: datetime
    reminded_at: datetime | None


def get(conn: Connection, address_id: str) -> SessionOut:
    """The session of an address; version 0 and nothing in it when none has begun."""
    return _out(conn, address_id, store.get(conn, address_id))


def _out(conn: Connection, address_id: str, row: sa.Row[Any] | None) -> SessionOut:
    if row is None:
        return SessionOut(address_id=address_id, version=0, state={}, asks=False, asked_at=None)
    return SessionOut(
        address_id=address_id,
        version=row.version,
        state=json.loads(store.unsealed(conn, row)),
        asks=row.asks,
        asked_at=row.asked_at,
    )


def resting(conn: Connection, address_id: str, *, now: datetime) -> tuple[SessionOut, int]:
    """The session, and whole seconds since its last turn; 0 when there was none."""
    row = store.get(conn, address_id)
    since = now if row is None or row.silent_since is None else row.silent_since
    return _out(conn, address_id, row), max(0, int((now - since).total_seconds()))


def save(
    conn: Connection,
    address_id: str,
    version: int,
    session: SessionIn,
    *,
    settings: Settings,
    now: datetime,
) -> int:
    """Keep the session as a turn leaves it; its new version. Raises StaleTurn."""
    values = {
        "asks": session.asks,
        "asked_at": now if session.asks else None,
        "silent_since": now,
        "reminded_at": None,
        **_unfinished(conn, address_id, session, settings, now),
    }
    if not store.save(conn, address_id, version, _as_text(session.state), values):
        raise StaleTurn
    return version + 1


def _unfinished(
    conn: Connection, address_id: str, session: SessionIn, settings: Settings, now: datetime
) -> dict[str, Any]:
    resting = session.unfinished
    if resting is None:
        return {"unfinished_question": "", "unfinished_urgency": "", "next_at": None}
    return {
        "unfinished_question": resting.question,
        "unfinished_urgency": resting.urgency or "",
        "next_at": rules.next_at(
            now,
            resting.urgency,
            settings,
            reminded=False,
            slow=store.is_slow(conn, address_id),
        ),
    }


def silences(conn: Connection, *, now: datetime, limit: int) -> list[Silence]:
    """Unfinished conversations to look at now, longest due first; locked for this unit of work."""
    return [_silence(row) for row in store.silent(conn, now, limit)]


def unfinished(conn: Connection, *, limit: int) -> list[Resting]:
    """Unfinished requests for the queue, the longest silent first; read only."""
    return [
        Resting(
            address_id=row.address_id,
            channel=row.channel,
            language=row.language,
            question=row.unfinished_question,
            urgency=Urgency(row.unfinished_urgency) if row.unfinished_urgency else None,
            silent_since=row.silent_since,
            reminded_at=row.reminded_at,
        )
        for row in store.unfinished(conn, limit)
    ]


def next_silence(conn: Connection) -> datetime | None:
    """When the next unfinished conversation is to be looked at."""
    return store.next_silence(conn)


def reminded(conn: Connection, silence: Silence, *, settings: Settings, now: datetime) -> None:
    """The resident was reminded: the next look is for a call."""
    due = rules.next_at(
        silence.silent_since,
        silence.urgency,
        settings,
        reminded=True,
        slow=store.is_slow(conn, silence.address_id),
    )
    store.change(conn, silence.address_id, {"reminded_at": now, "next_at": max(due, now)})


def handed_over(conn: Connection, address_id: str) -> None:
    """A person sees to it now: silence here brings nothing more."""
    store.change(conn, address_id, {"next_at": None})


def rests(conn: Connection, address_id: str) -> bool:
    """Whether a question is open at an address."""
    row = store.get(conn, address_id)
    return row is not None and bool(row.asks)


def is_unfinished(conn: Connection, address_id: str) -> bool:
    """Whether a request was begun at an address and is not confirmed."""
    row = store.get(conn, address_id)
    return row is not None and bool(row.unfinished_question)


def put_aside(conn: Connection, address_id: str) -> None:
    """A person sees to what rests here, and nobody waits for an answer from here any more."""
    store.change(conn, address_id, {"asks": False, "asked_at": None, "next_at": None})


def transfer(conn: Connection, from_id: str, to_id: str, *, now: datetime) -> None:
    """The conversation goes on at another address; where it was, it begins anew.

    Both lanes are locked first, so that a turn which is being taken there is not written over.
    """
    for address_id in sorted({from_id, to_id}):
        lanes.lock(conn, address_id, Direction.IN)
    there, here = store.get(conn, from_id), get(conn, to_id)
    if there is None or from_id == to_id:
        return
    values = {name: there._mapping[name] for name in GOES_ALONG}  # noqa: SLF001 - SQLAlchemy's own way
    store.save(conn, to_id, here.version, store.unsealed(conn, there), values)
    empty = {"asks": False, "asked_at": None, "unfinished_question": "", "next_at": None}
    store.save(conn, from_id, there.version, _as_text({}), {**empty, "silent_since": now})


def _as_text(state: Mapping[str, Any]) -> str:
    return json.dumps(state, separators=(",", ":"))


def _silence(row: sa.Row[Any]) -> Silence:
    return Silence(
        address_id=row.address_id,
        question=row.unfinished_question,
        urgency=Urgency(row.unfinished_urgency) if row.unfinished_urgency else None,
        silent_since=row.silent_since,
        reminded_at=row.reminded_at,
    )

"""A person reads every free text, within a time that the operator sets.

No program is trusted alone to notice danger: the words wait, sealed, until a coordinator has read
them. Who read which is in the audit.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection

from api.alerts import service as alerts
from api.audit import service as audit
from api.auth.actor import Actor
from api.calls.rules import OnDuty
from api.database.ids import new_id
from api.errors import NotFound
from api.settings import Settings
from api.texts import rules, store
from api.texts.schemas import TextOut, TextsWaiting
from api.vocabulary import AlertKind, Channel


def keep(  # noqa: PLR0913 - who wrote what, where, at which question
    conn: Connection,
    person_id: str,
    address_id: str,
    question: str,
    words: str,
    *,
    settings: Settings,
    now: datetime,
) -> None:
    """Words wait to be read."""
    row = {
        "person_id": person_id,
        "address_id": address_id,
        "question": question,
        "said_at": now,
        "read_by_at": rules.read_by(now, settings.read_within, OnDuty.of(settings)),
    }
    store.add(conn, new_id(now), words, row)


def waiting(conn: Connection, now: datetime) -> TextsWaiting:
    """How much waits to be read, without a word of it."""
    count, late, oldest_at = tuple(store.waiting(conn, now))
    return TextsWaiting(waiting=count, overdue=late, oldest_at=oldest_at)


def show(conn: Connection, limit: int, by: Actor, *, now: datetime) -> list[TextOut]:
    """The oldest texts with their words; each that is shown is in the audit."""
    rows = store.unread(conn, limit)
    for row in rows:
        audit.record(conn, by, "reveal", "texts", row.id, now=now)
    return [
        TextOut(
            id=row.id,
            person_id=row.person_id,
            question=row.question,
            words=store.unsealed(conn, row),
            language=row.language,
            channel=Channel(row.channel),
            said_at=row.said_at,
            read_by_at=row.read_by_at,
            overdue=row.read_by_at < now,
        )
        for row in rows
    ]


def alert(
    conn: Connection,
    text_id: str,
    kind: AlertKind,
    by: Actor,
    *,
    settings: Settings,
    now: datetime,
) -> str:
    """Who read a text fears for who wrote it: safeguarding leads are told; the alert's id.

    The text counts as read. Raises NotFound.
    """
    row = store.get(conn, text_id)
    if row is None:
        raise NotFound
    words = store.unsealed(conn, row)
    found = alerts.raise_read(
        conn, kind, row.person_id, row.address_id, words, settings=settings, now=now
    )
    audit.record(conn, by, "raise", "alerts", found, now=now)
    read(conn, [text_id], by, now=now)
    return found


def read(conn: Connection, ids: Collection[str], by: Actor, *, now: datetime) -> int:
    """These were read; how many of them nobody had read before."""
    found = store.read(conn, ids, {"read_at": now, "read_by": by.id})
    for text_id in found:
        audit.record(conn, by, "read", "texts", text_id, now=now)
    return len(found)

"""Alerts are raised, and what somebody answers when they are asked whether they are in danger."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from api.alerts import store
from api.alerts.service.telling import tell_leads
from api.alerts.service.why import NOT_SAID, Why
from api.database.engine import after_commit_wake
from api.database.ids import new_id
from api.settings import Settings
from api.vocabulary import AlertKind, SafetyAnswer


def raise_alert(  # noqa: PLR0913 - who, where, what and why are four things
    conn: Connection,
    kind: AlertKind,
    person_id: str,
    address_id: str | None,
    words: str,
    *,
    why: Why = NOT_SAID,
    settings: Settings,
    now: datetime,
) -> str:
    """Keep an alert and tell the first safeguarding lead; its id.

    What somebody says while they are asked whether they are in danger belongs to what was said
    before: a hint joins that alert, and danger takes its place with all its words.
    """
    asked = store.unanswered(conn, person_id) if kind is not AlertKind.FLAG else None
    if asked is not None and kind is AlertKind.ASK:
        store.seal(conn, asked.id, "words", _together(conn, asked, words))
        return str(asked.id)
    if asked is not None:
        words, why = _together(conn, asked, words), why if why.rules else Why.of(conn, asked)
        _settle(conn, asked, SafetyAnswer.YES, now, closes=True)
    row = _new(kind, person_id, address_id, now)
    row["answer"] = SafetyAnswer.YES.value if asked is not None else ""
    return _kept(conn, row, words, why, settings=settings, now=now)


def raise_read(  # noqa: PLR0913 - who, where, what and which are four things
    conn: Connection,
    kind: AlertKind,
    person_id: str,
    address_id: str | None,
    words: str,
    *,
    settings: Settings,
    now: datetime,
) -> str:
    """Keep an alert that a coordinator raises who read the words; its id, the same one twice.

    It settles no question that the person was asked: they have not answered it.
    """
    for known in store.open_of(conn, person_id, kind):
        if store.unsealed(conn, known, "words") == words:
            return str(known.id)
    row = _new(kind, person_id, address_id, now)
    return _kept(conn, row, words, NOT_SAID, settings=settings, now=now)


def answered(  # noqa: PLR0913 - who answers what, where, in which words
    conn: Connection,
    answer: SafetyAnswer,
    person_id: str,
    address_id: str | None,
    words: str,
    *,
    settings: Settings,
    now: datetime,
) -> None:
    """Note what somebody answers who was asked whether they are in danger; yes is danger."""
    if answer is SafetyAnswer.YES:
        raise_alert(
            conn, AlertKind.DANGER, person_id, address_id, words, settings=settings, now=now
        )
    elif (asked := store.unanswered(conn, person_id)) is not None:
        store.seal(conn, asked.id, "words", _together(conn, asked, words))
        _settle(conn, asked, answer, now, closes=False)


def _new(kind: AlertKind, person_id: str, address_id: str | None, now: datetime) -> dict[str, Any]:
    """An alert as it is kept first: about whom, from where, and whether it may show there."""
    return {
        "kind": kind.value,
        "person_id": person_id,
        "address_id": address_id,
        "created_at": now,
        "shown": kind is not AlertKind.FLAG,
        "answer": "",
    }


def _kept(
    conn: Connection,
    row: dict[str, Any],
    words: str,
    why: Why,
    *,
    settings: Settings,
    now: datetime,
) -> str:
    alert_id = new_id(now)
    store.add(conn, alert_id, row)
    store.seal(conn, alert_id, "words", words)
    if why != NOT_SAID:
        store.seal(conn, alert_id, "why", why.kept())
    kept = store.get(conn, alert_id)
    if kept is not None:
        tell_leads(conn, kept, settings=settings, now=now)
    after_commit_wake(conn, "dispatch")
    return alert_id


def _settle(
    conn: Connection, asked: sa.Row[Any], answer: SafetyAnswer, now: datetime, *, closes: bool
) -> None:
    """An answer leaves the alert to be read; danger has one of its own that takes its place."""
    told = {"answer": answer.value, **({"closed_at": now} if closes else {})}
    store.change(conn, asked.id, "closed_at", told)


def _together(conn: Connection, asked: sa.Row[Any], words: str) -> str:
    return "\n".join(filter(None, (store.unsealed(conn, asked, "words"), words)))

"""What the desk sees of alerts, and what is done about them there."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from api.alerts import store
from api.alerts.schemas import AlertDetail, AlertOut
from api.alerts.service.why import Why
from api.auth.actor import Actor
from api.errors import NotFound
from api.people.service import person
from api.vocabulary import AlertKind, Role, SafetyAnswer


def open_alerts(conn: Connection, *, flags: bool) -> list[AlertOut]:
    """Open alerts, danger first; those of kind flag only when asked for."""
    rows = store.open_ones(conn)
    return [_out(conn, row) for row in rows if flags or row.kind != AlertKind.FLAG]


def in_danger(conn: Connection, person_id: str) -> bool:
    """Whether somebody said they are in danger and nobody has seen to it yet."""
    return store.in_danger(conn, person_id)


def detail(conn: Connection, alert_id: str, *, flags: bool) -> AlertDetail:
    """An alert, what was said and by whom; raises NotFound, as for a flag not asked for."""
    row = _seen(conn, alert_id, flags=flags)
    who = person(conn, row.person_id)
    why = Why.of(conn, row)
    return AlertDetail(
        alert=_out(conn, row),
        words=store.unsealed(conn, row, "words"),
        name=who.name,
        phone=who.phone,
        danger_class=why.danger_class,
        rules=list(why.rules),
        note=store.unsealed(conn, row, "note"),
    )


def acknowledge(conn: Connection, alert_id: str, by: Actor, *, now: datetime) -> None:
    """Somebody has it: it is heard, and goes no further; raises NotFound.

    Whoever is second changes nothing: the first has it.
    """
    _open(conn, alert_id, by)
    told = {"acknowledged_at": now, "acknowledged_by": by.person_id}
    store.change(conn, alert_id, "acknowledged_at", told)
    store.change(conn, alert_id, "heard_at", {"heard_at": now})


def note(conn: Connection, alert_id: str, words: str, by: Actor) -> None:
    """Keep what whoever sees to it must know; the newest note takes the place of the last."""
    _open(conn, alert_id, by)
    store.seal(conn, alert_id, "note", words)


def close(conn: Connection, alert_id: str, by: Actor, *, now: datetime) -> None:
    """A person saw to it; raises NotFound when there is no open one."""
    _open(conn, alert_id, by)
    store.change(conn, alert_id, "closed_at", {"closed_at": now, "closed_by": by.id})


def _open(conn: Connection, alert_id: str, by: Actor) -> sa.Row[Any]:
    row = _seen(conn, alert_id, flags=by.role is not Role.CALLER)
    if row.closed_at is not None:
        raise NotFound
    return row


def _seen(conn: Connection, alert_id: str, *, flags: bool) -> sa.Row[Any]:
    row = store.get(conn, alert_id)
    if row is None or (row.kind == AlertKind.FLAG and not flags):
        raise NotFound
    return row


def _out(conn: Connection, row: sa.Row[Any]) -> AlertOut:
    has_it = person(conn, row.acknowledged_by).name.split() if row.acknowledged_by else []
    return AlertOut(
        id=row.id,
        kind=AlertKind(row.kind),
        person_id=row.person_id,
        address_id=row.address_id,
        created_at=row.created_at,
        heard_at=row.heard_at,
        answer=SafetyAnswer(row.answer) if row.answer else None,
        acknowledged_at=row.acknowledged_at,
        acknowledged_by=has_it[0] if has_it else "",
    )

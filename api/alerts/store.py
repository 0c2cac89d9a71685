"""SQL of alerts; the words are sealed."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from api.database.private import vault
from api.database.tables.people import alerts
from api.vocabulary import AlertKind, SafetyAnswer


def add(conn: Connection, alert_id: str, values: dict[str, Any]) -> None:
    """Keep an alert; what is sealed of it comes after."""
    conn.execute(alerts.insert().values(id=alert_id, **values))


def seal(conn: Connection, alert_id: str, column: str, value: str) -> None:
    """Keep something personal of an alert; nothing for what is empty."""
    blob = vault(conn).seal("alerts", column, alert_id, value) if value else None
    conn.execute(alerts.update().where(alerts.c.id == alert_id).values({column: blob}))


def unsealed(conn: Connection, row: sa.Row[Any], column: str) -> str:
    """What is kept in a sealed column, "" when there is nothing."""
    blob = row._mapping[column]  # noqa: SLF001 - the public name for a column by its name
    return vault(conn).unseal("alerts", column, row.id, blob) if blob else ""


def get(conn: Connection, alert_id: str) -> sa.Row[Any] | None:
    """The alert of an id."""
    return conn.execute(sa.select(alerts).where(alerts.c.id == alert_id)).first()


def unanswered(conn: Connection, person_id: str) -> sa.Row[Any] | None:
    """The alert about which a person is asked whether they are in danger."""
    found = sa.select(alerts).where(
        alerts.c.person_id == person_id,
        alerts.c.kind == AlertKind.ASK.value,
        alerts.c.answer == "",
        alerts.c.closed_at.is_(None),
    )
    return conn.execute(found.order_by(alerts.c.created_at.desc()).limit(1)).first()


def unheard(conn: Connection, limit: int) -> list[sa.Row[Any]]:
    """Open alerts that reached nobody yet, oldest first."""
    found = (
        sa.select(alerts)
        .where(alerts.c.heard_at.is_(None), alerts.c.closed_at.is_(None))
        .order_by(alerts.c.created_at)
        .limit(limit)
    )
    return list(conn.execute(found).all())


def open_ones(conn: Connection) -> list[sa.Row[Any]]:
    """Open alerts: danger first, last who said that there is none; then the oldest."""
    found = sa.select(alerts).where(alerts.c.closed_at.is_(None))
    danger = alerts.c.kind == AlertKind.DANGER.value
    first = sa.case((danger, 0), (alerts.c.answer == SafetyAnswer.NO.value, 2), else_=1)
    return list(conn.execute(found.order_by(first, alerts.c.created_at)).all())


def open_of(conn: Connection, person_id: str, kind: AlertKind) -> list[sa.Row[Any]]:
    """Open alerts of a kind about a person."""
    theirs = sa.and_(alerts.c.person_id == person_id, alerts.c.kind == kind.value)
    found = sa.select(alerts).where(theirs, alerts.c.closed_at.is_(None))
    return list(conn.execute(found).all())


def change(conn: Connection, alert_id: str, empty: str, values: dict[str, Any]) -> bool:
    """Change an alert whose column `empty` is still empty; whether there was one."""
    open_one = sa.and_(alerts.c.id == alert_id, alerts.c[empty].is_(None))
    return conn.execute(alerts.update().where(open_one).values(values)).rowcount == 1


def in_danger(conn: Connection, person_id: str) -> bool:
    """Whether there is an open alert of kind danger about a person."""
    found = sa.select(alerts.c.id).where(
        alerts.c.person_id == person_id,
        alerts.c.kind == AlertKind.DANGER.value,
        alerts.c.closed_at.is_(None),
    )
    return conn.execute(found.limit(1)).first() is not None

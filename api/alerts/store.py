"""SQL of alerts; the words are sealed."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from api.database.private import vault
from api.database.tables.people import alerts
from api.vocabulary import AlertKind


def add(conn: Connection, alert_id: str, words: str, values: dict[str, Any]) -> None:
    """Keep an alert."""
    blob = vault(conn).seal("alerts", "words", alert_id, words) if words else None
    conn.execute(alerts.insert().values(id=alert_id, words=blob, **values))


def unsealed(conn: Connection, row: sa.Row[Any]) -> str:
    """The words of an alert, "" when there are none."""
    return vault(conn).unseal("alerts", "words", row.id, row.words) if row.words else ""


def get(conn: Connection, alert_id: str) -> sa.Row[Any] | None:
    """The alert of an id."""
    return conn.execute(sa.select(alerts).where(alerts.c.id == alert_id)).first()


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
    """Open alerts, danger first, then the oldest."""
    found = sa.select(alerts).where(alerts.c.closed_at.is_(None))
    first = sa.case((alerts.c.kind == AlertKind.DANGER.value, 0), else_=1)
    return list(conn.execute(found.order_by(first, alerts.c.created_at)).all())


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

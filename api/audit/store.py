"""SQL of the audit."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from api.database.prepared import Prepared
from api.database.tables.auth import audit

ADD = Prepared(audit.insert())


def add(conn: Connection, values: dict[str, Any]) -> None:
    """Keep one entry; entries are never changed."""
    ADD.changed(conn, values)


def count_since(conn: Connection, subject_id: str, action: str, since: datetime) -> int:
    """How many entries about a subject there are since a moment."""
    counted = (
        sa.select(sa.func.count())
        .select_from(audit)
        .where(audit.c.subject_id == subject_id, audit.c.at > since, audit.c.action == action)
    )
    return int(conn.execute(counted).scalar_one())


def page(
    conn: Connection, *, subject_id: str | None, before: str | None, limit: int
) -> list[sa.Row[Any]]:
    """Entries, newest first."""
    found = sa.select(audit).order_by(audit.c.id.desc()).limit(limit)
    if subject_id is not None:
        found = found.where(audit.c.subject_id == subject_id)
    if before is not None:
        found = found.where(audit.c.id < before)
    return list(conn.execute(found).all())

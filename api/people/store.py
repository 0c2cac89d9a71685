"""SQL of people; names and phone numbers are sealed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from api.database.engine import insert_ignore
from api.database.ids import new_id
from api.database.prepared import Prepared
from api.database.private import vault
from api.database.tables.people import blocked_pairs, consents, people

# Statements are built once: building one costs several times what running it does.
THIS = people.c.id == sa.bindparam("person_id")
BY_ID = Prepared(sa.select(people).where(THIS))
ADD = Prepared(people.insert())
CHANGE = Prepared(people.update().where(THIS))
AGREED = Prepared(
    sa.select(consents.c.id)
    .where(
        consents.c.person_id == sa.bindparam("by"),
        consents.c.purpose == sa.bindparam("to"),
        consents.c.withdrawn_at.is_(None),
    )
    .limit(1)
)


def get(conn: Connection, person_id: str) -> sa.Row[Any] | None:
    """The row of a person, sealed as it is."""
    return BY_ID.first(conn, {"person_id": person_id})


def unsealed(conn: Connection, row: sa.Row[Any], column: str) -> str:
    """A sealed column of a person, "" when there is nothing."""
    return opened(conn, row.id, column, row._mapping[column])  # noqa: SLF001 - SQLAlchemy's way


def opened(conn: Connection, person_id: str, column: str, blob: bytes | None) -> str:
    """A sealed column that was read with something else, "" when there is nothing."""
    return vault(conn).unseal("people", column, person_id, blob) if blob is not None else ""


def add(conn: Connection, person_id: str, values: Mapping[str, Any], now: datetime) -> None:
    """Keep a person; sealed columns are given sealed."""
    ADD.changed(conn, {"id": person_id, "created_at": now, **values})


def change(conn: Connection, person_id: str, values: dict[str, Any]) -> None:
    """Change plain columns of a person."""
    CHANGE.changed(conn, {"person_id": person_id, **values})


def sealed(conn: Connection, person_id: str, texts: Mapping[str, str]) -> dict[str, Any]:
    """Columns of a person, sealed for their row."""
    return {
        column: vault(conn).seal("people", column, person_id, text)
        for column, text in texts.items()
    }


def seal(conn: Connection, person_id: str, column: str, text: str) -> None:
    """Change a sealed column of a person; "" empties it."""
    change(conn, person_id, sealed(conn, person_id, {column: text}) if text else {column: None})


def consent(conn: Connection, person_id: str, purpose: str, now: datetime) -> None:
    """Keep a consent, unless it is given already."""
    if not consented(conn, person_id, purpose):
        row = {"id": new_id(now), "person_id": person_id, "purpose": purpose, "given_at": now}
        conn.execute(consents.insert().values(row))


def consented(conn: Connection, person_id: str, purpose: str) -> bool:
    """Whether the person agreed to this and still does."""
    return AGREED.first(conn, {"by": person_id, "to": purpose}) is not None


def withdraw_consent(conn: Connection, person_id: str, purpose: str, now: datetime) -> None:
    """The person no longer agrees."""
    given = sa.and_(
        consents.c.person_id == person_id,
        consents.c.purpose == purpose,
        consents.c.withdrawn_at.is_(None),
    )
    conn.execute(consents.update().where(given).values(withdrawn_at=now))


def block(conn: Connection, resident_id: str, volunteer_id: str, now: datetime) -> bool:
    """These two never meet again; whether that is new."""
    row = {"resident_id": resident_id, "volunteer_id": volunteer_id, "created_at": now}
    return insert_ignore(conn, blocked_pairs, row, ["resident_id", "volunteer_id"])

"""SQL of notices; what they say is sealed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from api.database.engine import insert_ignore
from api.database.private import vault
from api.database.tables.notices import notices

WITHDRAWN = "withdrawn"


def id_of(conn: Connection, dedupe: str) -> str | None:
    """The notice that was put under this key."""
    found = sa.select(notices.c.id).where(notices.c.dedupe == dedupe)
    return conn.execute(found).scalar()


def add(conn: Connection, notice_id: str, text: str, values: dict[str, Any]) -> bool:
    """Keep a notice, unless its dedupe key is known; whether it is new."""
    blob = vault(conn).seal("notices", "values", notice_id, text)
    return insert_ignore(conn, notices, {"id": notice_id, "values": blob, **values}, ["dedupe"])


def get(conn: Connection, notice_id: str) -> sa.Row[Any] | None:
    """The notice of an id."""
    return conn.execute(sa.select(notices).where(notices.c.id == notice_id)).first()


def unsealed(conn: Connection, row: sa.Row[Any]) -> str:
    """What a notice says, as it was kept."""
    blob = row._mapping["values"]  # noqa: SLF001 - a row has a method of that name
    return vault(conn).unseal("notices", "values", row.id, blob)


def _waiting(address_id: str, *, asking: bool) -> sa.ColumnElement[bool]:
    opens = notices.c.opens != "" if asking else notices.c.opens == ""
    return sa.and_(
        notices.c.address_id == address_id,
        notices.c.ended_at.is_(None),
        notices.c.quiet.is_(False),
        opens,
    )


def head(conn: Connection, address_id: str, now: datetime, *, asking: bool) -> sa.Row[Any] | None:
    """The first due notice of an address in its order."""
    found = (
        sa.select(notices)
        .where(_waiting(address_id, asking=asking), notices.c.due_at <= now)
        .order_by(notices.c.position)
        .limit(1)
    )
    return conn.execute(found).first()


def waiting(conn: Connection, address_id: str, *, asking: bool) -> list[sa.Row[Any]]:
    """Every unended notice of an address, in order, to be sent or to be asked."""
    found = sa.select(notices).where(_waiting(address_id, asking=asking))
    return list(conn.execute(found.order_by(notices.c.position)).all())


def next_due(conn: Connection, address_id: str, *, asking: bool) -> datetime | None:
    """When the first unended notice of an address is due."""
    due = sa.select(sa.func.min(notices.c.due_at)).where(_waiting(address_id, asking=asking))
    found: datetime | None = conn.execute(due).scalar()
    return found


def change(conn: Connection, notice_id: str, values: dict[str, Any]) -> bool:
    """Change columns of an unended notice; whether there was one."""
    open_one = sa.and_(notices.c.id == notice_id, notices.c.ended_at.is_(None))
    return conn.execute(notices.update().where(open_one).values(values)).rowcount == 1


def attempt(conn: Connection, notice_ids: Sequence[str]) -> None:
    """Count that somebody took them to send."""
    counted = notices.update().where(notices.c.id.in_(notice_ids))
    conn.execute(counted.values(attempts=notices.c.attempts + 1))


def withdraw(conn: Connection, about: str, now: datetime, codes: Sequence[str] | None) -> int:
    """End the unsent notices about an id; how many."""
    open_ones = sa.and_(notices.c.about == about, notices.c.ended_at.is_(None))
    if codes is not None:
        open_ones = sa.and_(open_ones, notices.c.code.in_(codes))
    ended = notices.update().where(open_ones).values(ended_at=now, failure=WITHDRAWN)
    return conn.execute(ended).rowcount


def last(conn: Connection, address_id: str, limit: int) -> list[sa.Row[Any]]:
    """The newest notices of an address, newest first, without what was withdrawn unsent."""
    found = (
        sa.select(notices)
        .where(notices.c.address_id == address_id, notices.c.failure != WITHDRAWN)
        .order_by(notices.c.created_at.desc(), notices.c.position.desc())
        .limit(limit)
    )
    return list(conn.execute(found).all())


def wire_id_about(conn: Connection, address_id: str, about: str, code: str) -> str:
    """The wire's id of the newest sent notice of this code about an id; "" if there is none."""
    found = (
        sa.select(notices.c.wire_id)
        .where(
            notices.c.address_id == address_id,
            notices.c.about == about,
            notices.c.code == code,
            notices.c.wire_id != "",
        )
        .order_by(notices.c.position.desc())
        .limit(1)
    )
    return conn.execute(found).scalar() or ""


def told_about(conn: Connection, about: str, code: str) -> list[str]:
    """The addresses that a notice of this code about an id was put to, in that order."""
    found = sa.select(notices.c.address_id).where(notices.c.about == about, notices.c.code == code)
    return list(conn.execute(found.order_by(notices.c.created_at, notices.c.id)).scalars())

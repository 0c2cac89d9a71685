"""SQL of sessions and resume codes; what a conversation remembers is sealed."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from api.database.engine import insert_ignore, skip_locked
from api.database.prepared import Prepared
from api.database.private import vault
from api.database.tables.people import addresses, people
from api.database.tables.sessions import resume_codes, sessions
from api.vocabulary import Accommodation

# Statements are built once: building one costs several times what running it does.
OF_ADDRESS = Prepared(
    sa.select(sessions).where(sessions.c.address_id == sa.bindparam("of_address"))
)
SAVE = Prepared(
    sessions.update().where(
        sessions.c.address_id == sa.bindparam("of_address"),
        sessions.c.version == sa.bindparam("over"),
    )
)

NEEDS = Prepared(
    sa.select(people.c.accommodations)
    .join(addresses, addresses.c.person_id == people.c.id)
    .where(addresses.c.id == sa.bindparam("of_address"))
)


def get(conn: Connection, address_id: str) -> sa.Row[Any] | None:
    """The session of an address."""
    return OF_ADDRESS.first(conn, {"of_address": address_id})


def unsealed(conn: Connection, row: sa.Row[Any]) -> str:
    """What a conversation remembers, as it was kept."""
    return vault(conn).unseal("sessions", "state", row.address_id, row.state)


def save(
    conn: Connection, address_id: str, version: int, text: str, values: dict[str, Any]
) -> bool:
    """Keep a session over the one of this version; False when another turn was faster."""
    blob = vault(conn).seal("sessions", "state", address_id, text)
    row = {"version": version + 1, "state": blob, **values}
    if version == 0:
        return insert_ignore(conn, sessions, {"address_id": address_id, **row}, ["address_id"])
    return SAVE.changed(conn, {"of_address": address_id, "over": version, **row}) == 1


def change(conn: Connection, address_id: str, values: dict[str, Any]) -> None:
    """Change plain columns of a session."""
    conn.execute(sessions.update().where(sessions.c.address_id == address_id).values(values))


def silent(conn: Connection, now: datetime, limit: int) -> list[sa.Row[Any]]:
    """Sessions whose silence is due to be looked at."""
    found = (
        sa.select(sessions)
        .where(sessions.c.next_at <= now)
        .order_by(sessions.c.next_at)
        .limit(limit)
    )
    return list(conn.execute(skip_locked(conn, found)).all())


def unfinished(conn: Connection, limit: int) -> list[sa.Row[Any]]:
    """Sessions in the middle of a request, the longest silent first, with where they rest."""
    plain = [column for column in sessions.c if column.name != "state"]
    found: sa.Select[Any] = (
        sa.select(*plain, addresses.c.channel, people.c.language)
        .select_from(sessions.join(addresses).join(people, people.c.id == addresses.c.person_id))
        .where(sessions.c.unfinished_question != "")
        .order_by(sessions.c.silent_since)
        .limit(limit)
    )
    return list(conn.execute(found).all())


def is_slow(conn: Connection, address_id: str) -> bool:
    """Whether somebody said that they need more time."""
    return Accommodation.SLOW in (NEEDS.scalar(conn, {"of_address": address_id}) or ())


def next_silence(conn: Connection) -> datetime | None:
    """When the next silence is due."""
    found: datetime | None = conn.execute(sa.select(sa.func.min(sessions.c.next_at))).scalar()
    return found


def add_code(conn: Connection, index: str, address_id: str, expires_at: datetime) -> bool:
    """Keep a resume code; False when this code is taken."""
    row = {"code_index": index, "address_id": address_id, "expires_at": expires_at}
    return insert_ignore(conn, resume_codes, row, ["code_index"])


def index_of(conn: Connection, digits: str) -> str:
    """The blind index of a resume code."""
    return vault(conn).blind_index("resume", digits)


def code_of(conn: Connection, index: str, now: datetime) -> str | None:
    """The address of a code that is good now."""
    return conn.execute(sa.select(resume_codes.c.address_id).where(_good(index, now))).scalar()


def use_code(conn: Connection, index: str, now: datetime) -> str | None:
    """The address of a code, used by this; None for a wrong, used or old one."""
    used = resume_codes.update().where(_good(index, now)).values(used_at=now)
    return conn.execute(used.returning(resume_codes.c.address_id)).scalar()


def _good(index: str, now: datetime) -> sa.ColumnElement[bool]:
    return sa.and_(
        resume_codes.c.code_index == index,
        resume_codes.c.used_at.is_(None),
        resume_codes.c.expires_at > now,
    )

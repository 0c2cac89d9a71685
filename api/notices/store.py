"""SQL of notices; what they say is sealed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from api.database.engine import insert_ignore
from api.database.prepared import Prepared
from api.database.private import vault
from api.database.tables.notices import notices
from api.vocabulary import NoticeCode

WITHDRAWN = "withdrawn"

# Statements are built once: building one costs several times what running it does.
BY_KEY = Prepared(sa.select(notices.c.id).where(notices.c.dedupe == sa.bindparam("key")))
BY_ID = Prepared(sa.select(notices).where(notices.c.id == sa.bindparam("notice_id")))
WAITING = sa.and_(
    notices.c.address_id == sa.bindparam("of_address"),
    notices.c.ended_at.is_(None),
    notices.c.quiet.is_(False),
)
WAITS = {
    True: sa.and_(WAITING, notices.c.opens != ""),
    False: sa.and_(WAITING, notices.c.opens == ""),
}
"""What waits at an address: to be asked (True) or to be sent."""
IN_ORDER = {
    asking: sa.select(notices).where(waits).order_by(notices.c.position)
    for asking, waits in WAITS.items()
}
ALL = {asking: Prepared(found) for asking, found in IN_ORDER.items()}
FIRST = {
    asking: found.where(notices.c.due_at <= sa.bindparam("now")).limit(1)
    for asking, found in IN_ORDER.items()
}
HEAD = {asking: Prepared(found) for asking, found in FIRST.items()}
NEXT_DUE = {
    asking: Prepared(sa.select(sa.func.min(notices.c.due_at)).where(waits))
    for asking, waits in WAITS.items()
}
NEWEST = Prepared(
    sa.select(notices.c.sent_at)
    .where(
        notices.c.address_id == sa.bindparam("of_address"),
        notices.c.opens == "",
        notices.c.quiet.is_(False),
        notices.c.code != NoticeCode.LISTENING,
    )
    .order_by(notices.c.position.desc())
    .limit(1)
)
CHANGE = Prepared(
    notices.update().where(notices.c.id == sa.bindparam("notice_id"), notices.c.ended_at.is_(None))
)
TAKE = Prepared(
    notices.update()
    .where(notices.c.id == FIRST[False].with_only_columns(notices.c.id).scalar_subquery())
    .values(attempts=notices.c.attempts + 1)
    .returning(notices)
)


def id_of(conn: Connection, dedupe: str) -> str | None:
    """The notice that was put under this key."""
    found: str | None = BY_KEY.scalar(conn, {"key": dedupe})
    return found


def add(conn: Connection, notice_id: str, text: str, values: dict[str, Any]) -> bool:
    """Keep a notice, unless its dedupe key is known; whether it is new."""
    blob = vault(conn).seal("notices", "values", notice_id, text)
    return insert_ignore(conn, notices, {"id": notice_id, "values": blob, **values}, ["dedupe"])


def get(conn: Connection, notice_id: str) -> sa.Row[Any] | None:
    """The notice of an id."""
    return BY_ID.first(conn, {"notice_id": notice_id})


def unsealed(conn: Connection, row: sa.Row[Any]) -> str:
    """What a notice says, as it was kept."""
    blob = row._mapping["values"]  # noqa: SLF001 - a row has a method of that name
    return vault(conn).unseal("notices", "values", row.id, blob)


def head(conn: Connection, address_id: str, now: datetime, *, asking: bool) -> sa.Row[Any] | None:
    """The first due notice of an address in its order."""
    return HEAD[asking].first(conn, {"of_address": address_id, "now": now})


def waiting(conn: Connection, address_id: str, *, asking: bool) -> list[sa.Row[Any]]:
    """Every unended notice of an address, in order, to be sent or to be asked."""
    return ALL[asking].all(conn, {"of_address": address_id})


def next_due(conn: Connection, address_id: str, *, asking: bool) -> datetime | None:
    """When the first unended notice of an address is due."""
    found: datetime | None = NEXT_DUE[asking].scalar(conn, {"of_address": address_id})
    return found


def newest_sent_at(conn: Connection, address_id: str) -> datetime | None:
    """When the newest notice that is to be sent to an address was; None if it is not yet.

    That somebody is to wait a moment changes nothing of what they were asked.
    """
    found: datetime | None = NEWEST.scalar(conn, {"of_address": address_id})
    return found


def change(conn: Connection, notice_id: str, values: dict[str, Any]) -> bool:
    """Change columns of an unended notice; whether there was one."""
    return CHANGE.changed(conn, {"notice_id": notice_id, **values}) == 1


def take(conn: Connection, address_id: str, now: datetime) -> sa.Row[Any] | None:
    """The first due notice of an address that is to be sent, counted as taken once more."""
    return TAKE.first(conn, {"of_address": address_id, "now": now})


def withdraw(conn: Connection, about: str, now: datetime, codes: Sequence[str] | None) -> int:
    """End the unsent notices about an id; how many."""
    open_ones = sa.and_(notices.c.about == about, notices.c.ended_at.is_(None))
    if codes is not None:
        open_ones = sa.and_(open_ones, notices.c.code.in_(codes))
    ended = notices.update().where(open_ones).values(ended_at=now, failure=WITHDRAWN)
    return conn.execute(ended).rowcount


def waits_about(conn: Connection, about: str, codes: Collection[str]) -> bool:
    """Whether an unended notice of one of these codes is about an id."""
    found = sa.select(notices.c.id).where(
        notices.c.about == about, notices.c.ended_at.is_(None), notices.c.code.in_(sorted(codes))
    )
    return conn.execute(found.limit(1)).first() is not None


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

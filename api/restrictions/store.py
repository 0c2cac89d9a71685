"""The SQL of restrictions and permits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from api.database.ids import new_id
from api.database.prepared import Prepared
from api.database.tables.auth import tokens
from api.database.tables.groups import groups
from api.database.tables.restrictions import permits, restrictions


def insert(
    conn: Connection, values: Mapping[str, Any], group_ids: Iterable[str], now: datetime
) -> str:
    """A new restriction's id, with the groups that hold a permit."""
    restriction_id = new_id(now)
    conn.execute(restrictions.insert().values(id=restriction_id, created_at=now, **values))
    rows = [{"restriction_id": restriction_id, "group_id": one} for one in group_ids]
    if rows:
        conn.execute(permits.insert(), rows)
    return restriction_id


def person_of(conn: Connection, token_id: str) -> str | None:
    """Whose token made a restriction, if it was anybody's."""
    found: str | None = conn.scalar(sa.select(tokens.c.person_id).where(tokens.c.id == token_id))
    return found


def unknown(conn: Connection, group_ids: Iterable[str]) -> set[str]:
    """Those of these ids that no open group has."""
    wanted = set(group_ids)
    known = sa.select(groups.c.id).where(groups.c.id.in_(wanted), groups.c.closed_at.is_(None))
    return wanted - set(conn.scalars(known)) if wanted else set()


def in_force(conn: Connection, now: datetime) -> list[tuple[sa.Row[Any], frozenset[str]]]:
    """The restrictions that hold now, with the groups that hold a permit."""
    rows = IN_FORCE.all(conn, {"now": now})
    return _joined(rows, PERMITS_IN_FORCE.all(conn, {"now": now}) if rows else ())


def unended(conn: Connection, now: datetime) -> list[tuple[sa.Row[Any], frozenset[str]]]:
    """The restrictions that hold now or will."""
    return _with_permits(conn, _unended(now))


def find(conn: Connection, restriction_id: str) -> tuple[sa.Row[Any], frozenset[str]] | None:
    """A restriction, ended or not."""
    return next(iter(_with_permits(conn, restrictions.c.id == restriction_id)), None)


def end(conn: Connection, restriction_id: str, now: datetime) -> bool:
    """Ends a restriction; whether it was not ended before."""
    open_one = sa.and_(restrictions.c.id == restriction_id, restrictions.c.ended_at.is_(None))
    return conn.execute(restrictions.update().where(open_one).values(ended_at=now)).rowcount == 1


BEGAN = restrictions.c.begun_at.is_(None)
OVER = restrictions.c.over_at.is_(None)


def _ended(now: datetime) -> sa.ColumnElement[bool]:
    return sa.or_(restrictions.c.ended_at.is_not(None), restrictions.c.until_at <= now)


def turned(conn: Connection, now: datetime) -> sa.Row[Any] | None:
    """A restriction whose begin or end is to be acted on, locked; none that somebody else has."""
    begins = sa.and_(BEGAN, sa.or_(restrictions.c.from_at <= now, _ended(now)))
    which = sa.or_(begins, sa.and_(OVER, _ended(now)))
    query = sa.select(restrictions).where(which).order_by(restrictions.c.id).limit(1)
    return conn.execute(query.with_for_update(skip_locked=True)).first()


def look_on(conn: Connection, restriction_id: str, looked_to: str) -> None:
    """Up to which request its begin or its end was acted on."""
    mine = restrictions.update().where(restrictions.c.id == restriction_id)
    conn.execute(mine.values(looked_to=looked_to))


def looked(conn: Connection, restriction_id: str, acted_on: str, now: datetime) -> None:
    """Its begin (`begun_at`) or its end (`over_at`) was acted on."""
    mine = restrictions.update().where(restrictions.c.id == restriction_id)
    conn.execute(mine.values({acted_on: now, "looked_to": ""}))


def next_turn(conn: Connection) -> datetime | None:
    """The earliest begin or end that was not acted on."""
    begin = sa.select(sa.func.min(restrictions.c.from_at)).where(BEGAN)
    end = sa.select(
        sa.func.min(sa.func.coalesce(restrictions.c.ended_at, restrictions.c.until_at))
    ).where(OVER)
    moments = [conn.scalar(begin), conn.scalar(end)]
    return min((moment for moment in moments if moment is not None), default=None)


def _unended(now: datetime | sa.BindParameter[datetime]) -> sa.ColumnElement[bool]:
    later = sa.or_(restrictions.c.until_at.is_(None), restrictions.c.until_at > now)
    return sa.and_(restrictions.c.ended_at.is_(None), later)


def _with_permits(
    conn: Connection, which: sa.ColumnElement[bool]
) -> list[tuple[sa.Row[Any], frozenset[str]]]:
    rows = conn.execute(sa.select(restrictions).where(which).order_by(restrictions.c.id)).all()
    query = sa.select(permits).where(permits.c.restriction_id.in_([row.id for row in rows]))
    return _joined(rows, conn.execute(query).all())


def _joined(
    rows: Sequence[sa.Row[Any]], held: Iterable[sa.Row[Any]]
) -> list[tuple[sa.Row[Any], frozenset[str]]]:
    holders: dict[str, set[str]] = {row.id: set() for row in rows}
    for permit in held:
        holders[permit.restriction_id].add(permit.group_id)
    return [(row, frozenset(holders[row.id])) for row in rows]


NOW = sa.bindparam("now", type_=restrictions.c.from_at.type)
HOLDS = sa.and_(_unended(NOW), restrictions.c.from_at <= NOW)
IN_FORCE = Prepared(sa.select(restrictions).where(HOLDS).order_by(restrictions.c.id))
PERMITS_IN_FORCE = Prepared(
    sa.select(permits).select_from(permits.join(restrictions)).where(HOLDS)
)
"""Every search reads these."""

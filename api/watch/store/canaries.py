"""The SQL of canaries and alarms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from api.database.ids import new_id
from api.database.tables.notices import notices
from api.database.tables.watching import canaries, watch_alarms
from api.vocabulary import AlarmKind

GOING = canaries.c.ended_at.is_(None)
OPEN = watch_alarms.c.ended_at.is_(None)
UNSEEN = watch_alarms.c.acknowledged_at.is_(None)


def add(conn: Connection, values: Mapping[str, Any], now: datetime) -> str:
    """A new canary; its id."""
    canary_id = new_id(now)
    empty: dict[str, Any] = {"group_ids": [], "losses": {}}
    conn.execute(canaries.insert().values(id=canary_id, created_at=now, **empty, **values))
    return canary_id


def find(conn: Connection, canary_id: str) -> sa.Row[Any] | None:
    """A canary, ended or not."""
    return conn.execute(sa.select(canaries).where(canaries.c.id == canary_id)).first()


def listed(conn: Connection, limit: int) -> list[sa.Row[Any]]:
    """Canaries that have not ended: those that do not match, those of coordinators, the others."""
    query = sa.select(canaries).where(GOING)
    order = (canaries.c.lost_at.is_(None), canaries.c.pinned.is_(False), canaries.c.area)
    return list(conn.execute(query.order_by(*order, canaries.c.id).limit(limit)))


def automatic(conn: Connection) -> list[sa.Row[Any]]:
    """The canaries that nobody pinned."""
    return list(conn.execute(sa.select(canaries).where(GOING, canaries.c.pinned.is_(False))))


def unchecked(conn: Connection, since: datetime, limit: int) -> list[sa.Row[Any]]:
    """Canaries that were not checked since a moment."""
    old = sa.or_(canaries.c.checked_at.is_(None), canaries.c.checked_at < since)
    query = sa.select(canaries).where(GOING, old).order_by(canaries.c.id).limit(limit)
    return list(conn.execute(query))


def change(conn: Connection, canary_id: str, values: Mapping[str, Any]) -> None:
    """Changes a canary."""
    conn.execute(canaries.update().where(canaries.c.id == canary_id).values(**values))


def count_lost(conn: Connection) -> tuple[int, int]:
    """How many canaries there are, and how many of them do not match."""
    lost = sa.func.count(canaries.c.lost_at)
    row = conn.execute(sa.select(sa.func.count(), lost).select_from(canaries).where(GOING)).one()
    return int(row[0]), int(row[1])


# ---- alarms --------------------------------------------------------------------------------


def raise_alarm(conn: Connection, values: Mapping[str, Any], now: datetime) -> None:
    """A new alarm."""
    conn.execute(watch_alarms.insert().values(id=new_id(now), began_at=now, **values))


def alarm_of(conn: Connection, canary_id: str) -> sa.Row[Any] | None:
    """The open alarm of a canary."""
    mine = sa.and_(watch_alarms.c.canary_id == canary_id, OPEN)
    return conn.execute(sa.select(watch_alarms).where(mine)).first()


def change_alarm(conn: Connection, alarm_ids: Sequence[str], values: Mapping[str, Any]) -> int:
    """Changes alarms; how many."""
    which = watch_alarms.c.id.in_(alarm_ids)
    return conn.execute(watch_alarms.update().where(which).values(**values)).rowcount


def open_alarms(conn: Connection, limit: int) -> tuple[list[sa.Row[Any]], int]:
    """Alarms that are not over, those nobody saw first, and how many there are."""
    order = (UNSEEN.desc(), watch_alarms.c.area, watch_alarms.c.leaf, watch_alarms.c.id)
    query = sa.select(watch_alarms).where(OPEN).order_by(*order).limit(limit)
    many = sa.select(sa.func.count()).select_from(watch_alarms).where(OPEN)
    return list(conn.execute(query)), conn.scalar(many) or 0


def count_unseen(conn: Connection) -> int:
    """How many alarms are open that nobody looks after."""
    many = sa.select(sa.func.count()).select_from(watch_alarms).where(OPEN, UNSEEN)
    return conn.scalar(many) or 0


def open_of(conn: Connection, area: str) -> list[str]:
    """The open alarms of an area that nobody saw."""
    mine = sa.and_(watch_alarms.c.area == area, OPEN, UNSEEN)
    return list(conn.scalars(sa.select(watch_alarms.c.id).where(mine)))


def of_kind(conn: Connection, kind: AlarmKind) -> list[sa.Row[Any]]:
    """Open alarms of a kind."""
    return list(conn.execute(sa.select(watch_alarms).where(watch_alarms.c.kind == kind, OPEN)))


def untold(conn: Connection, kind: AlarmKind) -> list[sa.Row[Any]]:
    """Open alarms of a kind that nobody was told of."""
    new = sa.and_(watch_alarms.c.kind == kind, OPEN, watch_alarms.c.told_at.is_(None))
    return list(conn.execute(sa.select(watch_alarms).where(new).order_by(watch_alarms.c.id)))


def back(conn: Connection) -> list[sa.Row[Any]]:
    """Losses that were told and are over, and nobody was told that they are."""
    over = sa.and_(
        watch_alarms.c.kind == AlarmKind.LOST,
        watch_alarms.c.told_at.is_not(None),
        watch_alarms.c.ended_at.is_not(None),
        watch_alarms.c.told_back_at.is_(None),
    )
    return list(conn.execute(sa.select(watch_alarms).where(over).order_by(watch_alarms.c.id)))


def was_heard(conn: Connection, about: str) -> bool:
    """Whether a notice about an id was sent to anybody."""
    sent = sa.and_(notices.c.about == about, notices.c.sent_at.is_not(None))
    return conn.execute(sa.select(notices.c.id).where(sent).limit(1)).first() is not None

"""Alarms as the desk sees them, until somebody looks after them or they are over."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from api.errors import NotFound
from api.vocabulary import Cover, Loss
from api.watch.schemas import Acknowledged, AlarmList, AlarmOut
from api.watch.store import canaries as store
from api.watch.store import coverage, nights

SHOWN = 200


def listed(conn: Connection) -> AlarmList:
    """Open alarms, those nobody acknowledged first."""
    rows, many = store.open_alarms(conn, SHOWN)
    heard = {at: _was_heard(conn, at) for at in {row.told_at for row in rows if row.told_at}}
    items = [
        AlarmOut(
            id=row.id,
            kind=row.kind,
            area=row.area,
            leaf=row.leaf,
            losses={Loss(code): count for code, count in row.losses.items()},
            began_at=row.began_at,
            told_at=row.told_at,
            heard=heard.get(row.told_at, False),
            acknowledged_at=row.acknowledged_at,
        )
        for row in rows
    ]
    return AlarmList(items=items, further=many - len(items), unseen=store.count_unseen(conn))


def _was_heard(conn: Connection, told_at: datetime) -> bool:
    """Whether the message of the night in which it was told reached anybody."""
    night = nights.told_in(conn, told_at)
    return night is not None and store.was_heard(conn, night)


def acknowledge(conn: Connection, area: str, by: str, *, now: datetime) -> Acknowledged:
    """Somebody looks after an area; raises NotFound when it has no alarm that nobody saw."""
    ids = store.open_of(conn, area)
    if not ids:
        raise NotFound
    count = store.change_alarm(conn, ids, {"acknowledged_at": now, "acknowledged_by": by})
    return Acknowledged(count=count)


def figures(conn: Connection) -> dict[str, int]:
    """Counts for the metrics; no area is named."""
    gaps = coverage.counts(conn)
    many, lost = store.count_lost(conn)
    return {
        **{f"gaps_{cover}": gaps.get(cover, 0) for cover in Cover if cover is not Cover.COVERED},
        "canaries": many,
        "canaries_failing": lost,
        "alarms_unseen": store.count_unseen(conn),
    }

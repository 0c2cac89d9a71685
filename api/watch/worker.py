"""The night's job as the worker knows it; what it needs is imported when it is night."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from api.settings import Settings
from api.watch.store import nights


def due(conn: Connection, now: datetime, settings: Settings) -> bool:
    """A batch of the night's work; whether there was any. The first night is the next one."""
    night = nights.last(conn)
    if night is None:
        nights.begin(conn, "from here on", now, ended_at=now)
        return False
    if night.ended_at is not None and now < _next(night.began_at, settings):
        return False
    from api.watch.service import nightly  # noqa: PLC0415 - memory of a server that is not at it

    return nightly.due(conn, now, settings)


def next_due(conn: Connection, settings: Settings) -> datetime | None:
    """When the next night begins; a moment gone by while one is under way."""
    night = nights.last(conn)
    if night is None:
        return None
    began_at: datetime = night.began_at
    return began_at if night.ended_at is None else _next(began_at, settings)


def _next(began_at: datetime, settings: Settings) -> datetime:
    from api.watch.rules.week import next_night  # noqa: PLC0415 - as above

    return next_night(began_at, settings.watch_hour, settings.time_zone)

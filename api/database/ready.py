"""Whether the database answers and has the schema this code was written for."""

from __future__ import annotations

from sqlalchemy import Connection

from api.database.migrate import applied, newest


def is_current(conn: Connection) -> bool:
    """Whether the newest revision was applied; raises the driver's error if it cannot be seen."""
    return applied(conn) == newest()

"""Whether the database answers and has the schema this code was written for."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy import Connection

from api.database.migrate import VERSIONS


def newest() -> str:
    """The number of the newest revision in code."""
    return max((path.name[1:5] for path in VERSIONS.glob("r[0-9]*.py")), default="")


def is_current(conn: Connection) -> bool:
    """Whether the newest revision was applied; raises the driver's error if it cannot be seen."""
    applied = conn.execute(sa.text("SELECT version_num FROM alembic_version")).scalar()
    return applied == newest()

"""Brings a database to the newest schema in one transaction: wholly, or not at all.

There is no way down: whoever must go back restores the backup made before.
"""

from __future__ import annotations

import asyncio
import re
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

import sqlalchemy as sa
from sqlalchemy import Connection

if TYPE_CHECKING:
    from alembic.config import Config  # 20 MB that a running server does not need

VERSIONS = Path(str(resources.files("api.database"))) / "migrations" / "versions"
FIRST = "0001"
MIGRATION_LOCK = 5546_4549  # any number that nothing else here locks
# Altering a table on SQLite means copying it, which foreign keys would take for a deletion;
# they cannot be switched inside a transaction. They are checked before the commit instead.
PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "busy_timeout=5000", "secure_delete=ON")


class DanglingReferenceError(RuntimeError):
    """A migration left rows that point nowhere; nothing of it was kept."""


def upgrade(url: str, versions: Path = VERSIONS) -> None:
    """Runs every revision the database has not seen; afterwards all are applied, or none.

    Blocks; inside a running event loop call it by `asyncio.to_thread`. DatabaseInUse if a
    server has the SQLite file. ValueError for a URL of another engine.
    """
    parsed = sa.make_url(url)
    if parsed.drivername == "sqlite":
        _upgrade_sqlite(parsed, versions)
    elif parsed.drivername in ("postgresql", "postgres"):
        asyncio.run(_upgrade_postgresql(parsed, versions))
    else:
        raise ValueError(f"{parsed.drivername} is no engine of ours")


def newest(versions: Path = VERSIONS) -> str:
    """The number of the newest revision in code."""
    return max((path.name[1:5] for path in versions.glob("r[0-9]*.py")), default="")


def applied(conn: Connection) -> str | None:
    """The number of the newest revision the database has seen; None if it has seen none."""
    if not sa.inspect(conn).has_table("alembic_version"):
        return None
    number: str | None = conn.execute(sa.text("SELECT version_num FROM alembic_version")).scalar()
    return number


def revise(message: str, versions: Path = VERSIONS) -> None:
    """For developers: writes the revision that leads from the newest one to the tables in code.

    python -c "from api.database.migrate import revise; revise('What changes, and why')"
    """
    number = f"{len(list(versions.glob('r[0-9]*.py'))) + 1:04}"
    if number == FIRST:
        _write_first(versions, message)
    else:
        _autogenerate(versions, number, message)


def _write_first(versions: Path, message: str) -> None:
    import api.database.tables  # noqa: F401, PLC0415 - declares every table
    from api.database.migrations import frozen  # noqa: PLC0415 - it must see them

    slug = re.sub(r"\W+", "_", message.lower()).strip("_")
    frozen.write(versions / f"r{FIRST}_{slug}.py", FIRST, message)


def _autogenerate(versions: Path, number: str, message: str) -> None:
    from alembic import command  # noqa: PLC0415 - see TYPE_CHECKING above

    engine = sa.create_engine("sqlite://")
    with engine.begin() as conn:
        _run(conn, versions)
        config = _config(conn, versions)
        command.revision(config, message, autogenerate=True, rev_id=number)
    engine.dispose()


def _upgrade_sqlite(url: sa.URL, versions: Path) -> None:
    from api.database import sqlite  # noqa: PLC0415 - the driver of the engine in use only
    from api.database.lock import FileLock  # noqa: PLC0415 - as above

    path = sqlite.database_path(url)
    sqlite.make_private(path)
    lock = FileLock(path)
    lock.take()
    engine = sqlite.writing_engine(path, PRAGMAS)
    try:
        with engine.begin() as conn:
            _run(conn, versions)
            _refuse_dangling(conn)
    finally:
        engine.dispose()
        lock.release()


async def _upgrade_postgresql(url: sa.URL, versions: Path) -> None:
    from api.database import postgresql  # noqa: PLC0415 - the driver of the engine in use only

    engine = postgresql.asyncpg_engine(url)
    try:
        async with engine.begin() as conn:
            # Several workers start at once; the second finds nothing left to do.
            await conn.execute(sa.select(sa.func.pg_advisory_xact_lock(MIGRATION_LOCK)))
            await conn.run_sync(_run, versions)
    finally:
        await engine.dispose()


def _run(conn: Connection, versions: Path) -> None:
    """Inside the caller's transaction: Alembic joins it and leaves the commit to us."""
    if applied(conn) == newest(versions):
        return
    from alembic import command  # noqa: PLC0415 - see TYPE_CHECKING above

    command.upgrade(_config(conn, versions), "head")


def _config(conn: Connection, versions: Path) -> Config:
    from alembic.config import Config  # noqa: PLC0415 - see TYPE_CHECKING above

    config = Config(attributes={"connection": conn})
    for name, value in {
        "script_location": str(VERSIONS.parent),
        "version_locations": str(versions),
        "file_template": "r%(rev)s_%(slug)s",
        "path_separator": "newline",  # a folder's name may hold any other separator
    }.items():
        config.set_main_option(name, value.replace("%", "%%"))
    return config


def _refuse_dangling(conn: Connection) -> None:
    broken = conn.exec_driver_sql("PRAGMA foreign_key_check").first()
    if broken is not None:
        raise DanglingReferenceError(f"rows of {broken[0]} point to missing rows of {broken[2]}")

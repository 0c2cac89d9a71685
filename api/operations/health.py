"""What the API needs of the machine: SQLite, the database, the key file, room on the disk."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
from pathlib import Path

import sqlalchemy as sa

from api.database.engine import DatabaseInUse
from api.database.keys import KeyFileError, load_keys
from api.database.lock import FileLock
from api.database.sqlite import WAL_RESET_FIXED
from api.operations.findings import Finding, Level
from api.operations.performing import Deployment

STRICT_TABLES = (3, 37, 0)
"""The first SQLite with STRICT tables, which the database is made of."""

ROOM = 500 * 2**20
"""Bytes that should be free where the database is."""

CONNECT_S = 5.0


def database(at: Deployment) -> list[Finding]:
    """Whether the database of the settings can be used."""
    url = sa.make_url(at.database)
    if url.drivername == "sqlite":
        return [
            _sqlite_version(sqlite3.sqlite_version_info),
            _sqlite_file(Path(str(url.database))),
        ]
    return [asyncio.run(_postgresql(url))]


def _sqlite_version(version: tuple[int, ...]) -> Finding:
    written = ".".join(map(str, version))
    if version < STRICT_TABLES:
        how = "Install a Python whose SQLite is 3.37 or newer."
        return Finding(Level.MISSING, f"SQLite {written} is too old.", how)
    if version < WAL_RESET_FIXED:
        why = "several writing processes could damage its log; Linli has one, so this is no danger"
        return Finding(Level.OK, f"SQLite {written} ({why}).")
    return Finding(Level.OK, f"SQLite {written}.")


def _sqlite_file(path: Path) -> Finding:
    if not path.exists():
        return Finding(Level.OK, f"The database {path} will be made by the first start.")
    lock = FileLock(path)
    try:
        lock.take()
    except DatabaseInUse as used:
        return Finding(Level.OK, f"The database {path} is served by process {used.holder}.")
    except OSError as error:
        how = "Run this as the user that Linli runs as."
        return Finding(Level.MISSING, f"The database {path}: {error.strerror}.", how)
    lock.release()
    return Finding(Level.OK, f"The database {path} is there; no server has it now.")


async def _postgresql(url: sa.URL) -> Finding:
    import asyncpg  # noqa: PLC0415 - only where PostgreSQL is used

    where = f"PostgreSQL at {url.host or 'the local socket'}, database {url.database}"
    target = url.set(drivername="postgresql").render_as_string(hide_password=False)
    try:
        connection = await asyncpg.connect(target, timeout=CONNECT_S)
    except (OSError, asyncpg.PostgresError, TimeoutError) as error:
        how = "Start it, and check LINLI_DATABASE: its user, password, host and name."
        return Finding(Level.MISSING, f"{where} does not answer ({type(error).__name__}).", how)
    version = await connection.fetchval("SHOW server_version")
    await connection.close()
    return Finding(Level.OK, f"{where} answers (version {version}).")


def key_file(at: Deployment) -> Finding:
    """Whether the keys can be read, by their owner only."""
    if not at.key_file.exists():
        return Finding(Level.OK, f"The key file {at.key_file} will be made by the first start.")
    try:
        load_keys(at.key_file)
    except KeyFileError as error:
        return Finding(Level.MISSING, str(error))
    except OSError as error:
        how = "Run this as the user that Linli runs as."
        return Finding(Level.MISSING, f"The key file {at.key_file}: {error.strerror}.", how)
    what = f"The key file {at.key_file} is readable by its owner only."
    return Finding(Level.OK, what, "Keep a copy of it apart from the database.")


def disk_space(at: Deployment) -> Finding:
    """Whether there is room to write."""
    folder = at.key_file.absolute().parent
    while not folder.exists():
        folder = folder.parent
    free = shutil.disk_usage(folder).free
    what = f"{free // 2**20:,} MB free at {folder}."
    if free < ROOM:
        return Finding(Level.MISSING, what, "Make room: a full disk stops everything.")
    return Finding(Level.OK, what)

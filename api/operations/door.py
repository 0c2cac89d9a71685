"""The way for commands into a server that runs on this machine.

An SQLite file has one server, so a command cannot open it meanwhile. The server leaves beside
it where it listens and a token of its own, readable by its owner only. On PostgreSQL several
may write, so there is no door and none is needed.
"""

from __future__ import annotations

import json
import os
import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy import Connection

from api.auth import service as auth
from api.database.engine import Store
from api.vocabulary import Role

SUFFIX = ".admin-token"
LABEL = "door"
LASTS = timedelta(days=3650)
OWNER_ONLY = 0o600


@dataclass(frozen=True, slots=True)
class Door:
    """Where the server listens, and an administrator's token for it."""

    url: str
    secret: str = field(repr=False)


def path_of(database: str) -> Path | None:
    """The file a door is kept in; None for a database that needs no door."""
    url = sa.make_url(database)
    if url.drivername != "sqlite" or not url.database:
        return None
    return Path(url.database + SUFFIX)


async def open_door(store: Store, database: str, url: str, *, now: datetime) -> None:
    """Leave the way in beside the database; those that a crash left there lead nowhere then."""
    path = path_of(database)
    if path is None:
        return

    def unit(conn: Connection) -> str:
        auth.revoke_labelled(conn, LABEL, now=now)
        return auth.issue(conn, Role.ADMIN, LABEL, now=now, lifetime=LASTS)

    _write(path, Door(url, await store.write(unit)))


async def close_door(store: Store, database: str, *, now: datetime) -> None:
    """Take the way in away; no error when there is none."""
    path = path_of(database)
    if path is None or not path.exists():
        return
    path.unlink(missing_ok=True)
    await store.write(lambda conn: auth.revoke_labelled(conn, LABEL, now=now))


def door_of(database: str) -> Door | None:
    """The way into the server of this database, if one left it."""
    path = path_of(database)
    if path is None:
        return None
    try:
        read = json.loads(path.read_text(encoding="utf-8"))
        return Door(str(read["url"]), str(read["secret"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _write(path: Path, door: Door) -> None:
    draft = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump({"url": door.url, "secret": door.secret}, file)
    draft.replace(path)

"""A consistent copy of the database while it is used, and of its keys, to be kept apart."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

import sqlalchemy as sa

from api.operations.performing import Deployment

KEYS_SUFFIX = ".keys.json"
OWNER_ONLY = 0o600
NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL
PAGES_A_STEP = 1000
"""So many pages are copied before a writer gets its turn."""


class BackupRefused(RuntimeError):  # noqa: N818 - it says what is the case
    """No backup was made; the message says why."""


def back_up(at: Deployment, target: Path) -> tuple[Path, Path]:
    """The paths of the copy of an SQLite database and of its keys; raises BackupRefused.

    Nothing that exists is overwritten, and a copy that is not whole is removed.
    """
    source = Path(str(sa.make_url(at.database).database))
    keys = target.with_name(target.name + KEYS_SUFFIX)
    for path in (target, keys):
        if path.exists():
            raise BackupRefused(f"{path} exists already. Give another name.")
    for path in (source, at.key_file):
        if not path.is_file():
            raise BackupRefused(f"There is no {path} to copy.")
    try:
        os.close(os.open(target, NEW, OWNER_ONLY))
        _copy(source, target)
        with at.key_file.open("rb") as held, os.fdopen(os.open(keys, NEW, OWNER_ONLY), "wb") as to:
            shutil.copyfileobj(held, to)
    except (sqlite3.Error, OSError) as error:
        for path in (target, keys):
            with suppress(OSError):
                path.unlink()
        raise BackupRefused(f"{source} cannot be copied to {target}: {error}.") from error
    return target, keys


def _copy(source: Path, target: Path) -> None:
    """Through SQLite's own online backup, which sees one state of the database."""
    with (
        closing(sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True)) as live,
        closing(sqlite3.connect(target)) as copy,
    ):
        live.backup(copy, pages=PAGES_A_STEP)
        copy.execute("PRAGMA journal_mode=DELETE")
        (judged,) = copy.execute("PRAGMA integrity_check").fetchone()
        if judged != "ok":
            raise sqlite3.DatabaseError(f"the copy is not whole: {judged}")


def dump_command(at: Deployment, target: Path) -> str:
    """The command that copies a PostgreSQL database; the password stays in the environment."""
    url = sa.make_url(at.database)
    port = f" --port={url.port}" if url.port else ""
    user = f" --username={url.username}" if url.username else ""
    host = f" --host={url.host}" if url.host else ""
    return f"pg_dump --format=custom --file={target}{host}{port}{user} {url.database}"

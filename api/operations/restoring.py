"""A copy of the database put back, with its keys, where there is nothing in its way."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa

from api.database.engine import DatabaseInUse
from api.database.examine import Unusable, examine
from api.database.keys import KeyFileError, load_keys
from api.database.lock import FileLock
from api.operations.backup import KEYS_SUFFIX, OWNER_ONLY
from api.operations.performing import Deployment


class RestoreRefused(RuntimeError):  # noqa: N818 - it says what is the case
    """Nothing was restored; the message says why and what to do."""


def restore(at: Deployment, copy: Path, keys: Path | None = None) -> None:
    """Put a copy of an SQLite database and its keys back; raises RestoreRefused.

    Nothing that exists is overwritten but a key file that is the same. A copy that is not whole,
    or that these keys do not open, is refused before anything is in its place.
    """
    keys = keys or copy.with_name(copy.name + KEYS_SUFFIX)
    target = Path(str(sa.make_url(at.database).database))
    for path in (copy, keys):
        if not path.is_file():
            raise RestoreRefused(f"There is no {path}.")
    for path in (target, target.with_name(target.name + "-wal")):
        if path.exists():
            raise RestoreRefused(f"{path} is in the way. Stop Linli and move it elsewhere first.")
    if at.key_file.exists() and at.key_file.read_bytes() != keys.read_bytes():
        raise RestoreRefused(f"{at.key_file} holds other keys. Move it elsewhere first.")
    try:
        for folder in (target.parent, at.key_file.parent):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with _alone(target), _draft(copy, target) as database, _draft(keys, at.key_file) as opener:
            _judge(database, opener)
            opener.replace(at.key_file)
            database.replace(target)
    except OSError as error:
        raise RestoreRefused(f"{error.filename or target}: {error.strerror}.") from error


@contextmanager
def _alone(target: Path) -> Iterator[None]:
    """While no server can have the database."""
    lock = FileLock(target)
    try:
        lock.take()
    except DatabaseInUse as used:
        raise RestoreRefused(str(used)) from used
    try:
        yield
    finally:
        lock.release()


@contextmanager
def _draft(source: Path, target: Path) -> Iterator[Path]:
    """A copy beside the target, readable by its owner only, gone if it was not put in place."""
    draft = target.with_name(f"{target.name}.restoring")
    draft.unlink(missing_ok=True)
    with source.open("rb") as from_, draft.open("xb") as to:
        os.fchmod(to.fileno(), OWNER_ONLY)
        shutil.copyfileobj(from_, to)
        to.flush()
        os.fsync(to.fileno())
    try:
        yield draft
    finally:
        draft.unlink(missing_ok=True)


def _judge(database: Path, keys: Path) -> None:
    try:
        examine(database, load_keys(keys))
    except Unusable as error:
        raise RestoreRefused(str(error)) from error
    except KeyFileError as error:
        raise RestoreRefused("The keys are damaged. Find another copy of them.") from error

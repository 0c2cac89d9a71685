"""Whether an SQLite file is whole and is opened by some keys, before anybody relies on it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy import Connection

import api.database.tables  # noqa: F401 - declares every table
from api.database.keys import Keys
from api.database.metadata import metadata
from api.database.personal import PERSONAL
from api.database.private import UnsealError, Vault


class Unusable(RuntimeError):  # noqa: N818 - it says what is the case
    """The file cannot be relied on; the message says why."""


def examine(path: Path, keys: Keys) -> None:
    """Raises Unusable unless the file is a whole database of Linli's that these keys open.

    Nothing is written. One value of each sealed column is opened.
    """
    address = f"{path.resolve().as_uri()}?mode=ro"
    engine = sa.create_engine(
        "sqlite://", creator=lambda: sqlite3.connect(address, uri=True), hide_parameters=True
    )
    try:
        with engine.connect() as conn:
            judged = conn.exec_driver_sql("PRAGMA integrity_check").scalar()
            if judged != "ok":
                raise Unusable(f"The copy is not whole: {judged}.")
            _open_one_of_each(conn, Vault(keys))
    except sa.exc.DatabaseError as error:
        raise Unusable(f"The copy is no database of Linli's: {error.orig}.") from error
    except UnsealError as error:
        raise Unusable("These keys do not open the copy. Find the keys it came with.") from error
    finally:
        engine.dispose()


def _open_one_of_each(conn: Connection, vault: Vault) -> None:
    for one in PERSONAL:
        table = metadata.tables[one.table]
        column = table.c[one.column]
        key = next(iter(table.primary_key))
        some = sa.select(key, column).where(sa.func.length(column) > 0).limit(1)
        for row_id, blob in conn.execute(some):
            vault.unseal(one.table, one.column, row_id, blob)

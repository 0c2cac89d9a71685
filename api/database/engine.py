"""What every store promises, and which one a URL asks for.

A unit of work is a synchronous function of a connection. It reads, decides and writes; it
neither commits nor waits for anything but the database, and it may be run again, so what it
does outside the database happens never or often. One unit of work is one transaction.
"""

from collections.abc import Callable
from typing import Protocol, TypeVar

import sqlalchemy as sa
from sqlalchemy import Connection

from api.database.keys import Keys
from api.database.lock import DatabaseInUse
from api.database.portable import insert_ignore, order_lock, skip_locked
from api.database.wake import Signal, Topic, after_commit_wake

__all__ = [
    "DatabaseInUse",
    "Signal",
    "Store",
    "Topic",
    "after_commit_wake",
    "insert_ignore",
    "open_store",
    "order_lock",
    "skip_locked",
]

T = TypeVar("T")


class Store(Protocol):
    """A database, open or not yet."""

    @property
    def wake(self) -> Signal:
        """Wakes who waits for a topic; see `after_commit_wake`."""

    async def open(self) -> None:
        """Connects; DatabaseInUse if the database serves one server only and has one."""

    async def close(self) -> None:
        """Finishes what is under way; no error if it is not open."""

    async def write(self, fn: Callable[[Connection], T]) -> T:
        """The result of a unit of work, given back only once it outlives a power cut.

        Raises what the unit raised, and then nothing of it is kept. A caller that is
        cancelled does not know whether it was kept. RuntimeError if the store is not open.
        """

    async def read(self, fn: Callable[[Connection], T]) -> T:
        """The result of a function that sees one state of the database and cannot change it."""


def open_store(url: str, *, keys: Keys) -> Store:
    """The store for `sqlite:///path` or `postgresql://...`, to be opened by `open`.

    ValueError for any other URL. Drivers are imported only for the engine that is used.
    """
    parsed = sa.make_url(url)
    if parsed.drivername == "sqlite":
        from api.database.sqlite import SqliteStore  # noqa: PLC0415 - memory of small machines

        return SqliteStore(parsed, keys)
    if parsed.drivername in ("postgresql", "postgres"):
        from api.database.postgresql import PostgresqlStore  # noqa: PLC0415 - as above

        return PostgresqlStore(parsed, keys)
    raise ValueError(f"{parsed.drivername} is no engine of ours: sqlite:///path or postgresql://")

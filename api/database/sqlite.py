"""The store on SQLite: one writer thread, readers beside it, nothing acknowledged before fsync."""

import logging
import os
import sqlite3
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

import sqlalchemy as sa
from sqlalchemy import Connection, Engine
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry, PoolProxiedConnection, StaticPool

from api.database.copies import COPIES, Copies
from api.database.keys import Keys
from api.database.lock import FileLock
from api.database.prepared import fetched
from api.database.private import VAULT, Vault
from api.database.wake import Signal
from api.database.writer import Writer

T = TypeVar("T")

log = logging.getLogger(__name__)

# FULL: a power cut loses nothing acknowledged. secure_delete: what was erased is overwritten.
WRITER_PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "secure_delete=ON",
    "foreign_keys=ON",
    "busy_timeout=5000",  # milliseconds; a backup may hold the file for a moment
    "temp_store=MEMORY",
    "journal_size_limit=67108864",  # bytes
)
READER_PRAGMAS = ("query_only=ON", "busy_timeout=5000", "temp_store=MEMORY")
READERS = 2  # a read takes well under a millisecond; more would only fight for two cores
WAL_RESET_FIXED = (3, 51, 3)


class SqliteStore:
    """One file, one server, no account; see `api.database.engine.Store` for what it promises."""

    def __init__(self, url: sa.URL, keys: Keys) -> None:
        self.wake = Signal()
        self._path = database_path(url)
        self._vault = Vault(keys)
        self._copies = Copies(self.read)
        self.wake.follow("groups", self._copies.hurry)
        self._lock = FileLock(self._path)
        self._engine: Engine | None = None
        self._writer: Writer | None = None
        self._readers: AsyncEngine | None = None

    async def open(self) -> None:
        """Takes the file for this process; DatabaseInUse if another serves from it."""
        make_private(self._path)
        self._lock.take()
        self._copies.start()
        try:
            self._engine = writing_engine(self._path, WRITER_PRAGMAS, self._vault, self._copies)
            with self._engine.connect():  # the file is in WAL mode before the first reader
                pass
            self._writer = Writer(self._engine, self.wake.notify)
            self._readers = _reading_engine(self._path, self._vault, self._copies)
        except BaseException:
            await self.close()
            raise
        _note_old_sqlite()

    async def close(self) -> None:
        """Finishes what is queued; readers go first, so that the writer can empty the log."""
        await self._copies.stop()
        if self._readers is not None:
            await self._readers.dispose()
        writer, self._writer, self._readers = self._writer, None, None
        if writer is not None:
            await writer.stop()
        if self._engine is not None:
            self._engine.dispose()
        self._engine = None
        self._lock.release()

    async def write(self, fn: Callable[[Connection], T]) -> T:
        """The result of a unit of work once it is on the disk."""
        if self._writer is None:
            raise RuntimeError("this store is not open")
        result: T = await self._writer.write(fn)
        return result

    async def read(self, fn: Callable[[Connection], T]) -> T:
        """The result of reading one state of the database; writing raises OperationalError."""
        if self._readers is None:
            raise RuntimeError("this store is not open")
        async with self._readers.connect() as conn:
            await conn.begin()  # a prepared statement would begin nothing by itself
            return await conn.run_sync(fn)


def database_path(url: sa.URL) -> Path:
    """The file of an SQLite URL; ValueError for a database in memory, which one thread has."""
    if not url.database or url.database == ":memory:":
        raise ValueError("SQLite needs a file: sqlite:///path/to/file")
    return Path(url.database)


def make_private(path: Path) -> None:
    """An empty file that only its owner can read; its log and index files take after it."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600))


def writing_engine(
    path: Path, pragmas: tuple[str, ...], vault: Vault | None = None, copies: Copies | None = None
) -> Engine:
    """An engine of one connection, any thread's, whose transactions are BEGIN IMMEDIATE."""
    engine = sa.create_engine(
        sa.URL.create("sqlite", database=str(path)),
        poolclass=StaticPool,
        connect_args={"check_same_thread": False},
        hide_parameters=True,  # an error is logged, a person's data never is
    )
    _prepare(engine, pragmas, "BEGIN IMMEDIATE", {VAULT: vault, COPIES: copies})
    return engine


def _reading_engine(path: Path, vault: Vault, copies: Copies) -> AsyncEngine:
    engine = create_async_engine(
        sa.URL.create("sqlite+aiosqlite", database=str(path)),
        pool_size=READERS,
        max_overflow=0,
        hide_parameters=True,
    )
    _prepare(engine.sync_engine, READER_PRAGMAS, "BEGIN", {VAULT: vault, COPIES: copies})

    def start(connection: PoolProxiedConnection) -> None:
        fetched(connection, "BEGIN")

    engine.dialect.do_begin = start  # type: ignore[assignment, method-assign]
    return engine


def _prepare(
    engine: Engine, pragmas: tuple[str, ...], begin: str, given: Mapping[str, object]
) -> None:
    """Transactions begin when we say so: Python's driver would begin none for a SELECT."""

    @sa.event.listens_for(engine, "connect")
    def connect(connection: DBAPIConnection, entry: ConnectionPoolEntry) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in pragmas:
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()
        entry.info.update(given)

    def start(connection: PoolProxiedConnection) -> None:
        connection.cursor().execute(begin)

    # Not by an event: an engine with events looks for them at every statement.
    engine.dialect.do_begin = start  # type: ignore[assignment, method-assign]


def _note_old_sqlite() -> None:
    if sqlite3.sqlite_version_info < WAL_RESET_FIXED:
        log.debug(
            "SQLite %s can damage its log when several processes checkpoint it (fixed in 3.51.3); "
            "here only the writer does.",
            sqlite3.sqlite_version,
        )

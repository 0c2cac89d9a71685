"""The store on PostgreSQL: several stateless workers on one database, waking one another."""

import asyncio
import logging
import math
import random
import secrets
from collections.abc import Callable
from functools import partial
from typing import TypeVar

import asyncpg
import sqlalchemy as sa
from sqlalchemy import Connection
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

from api.database.copies import COPIES, Copies
from api.database.keys import Keys
from api.database.listener import NOTIFY_CHANNEL, Listener
from api.database.private import VAULT, Vault
from api.database.wake import Signal, Topic, start_marks, stop_marks

T = TypeVar("T")

log = logging.getLogger(__name__)

POOL_SIZE = 8
ATTEMPTS = 6
FIRST_PAUSE = 0.01  # seconds; doubles with every attempt
AT_ONCE = {"jit": "off"}
"""Each of our statements is over long before it would have been compiled."""
TRY_AGAIN = ("40001", "40P01")  # serialization_failure, deadlock_detected


class PostgresqlStore:
    """Any number of servers; see `api.database.engine.Store` for what it promises."""

    def __init__(self, url: sa.URL, keys: Keys) -> None:
        self.wake = Signal()
        self._url = url
        self._vault = Vault(keys)
        self._copies = Copies(self.read)
        self.wake.follow("groups", self._copies.hurry)
        self._name = secrets.token_hex(4)  # tells our own notifications from others'
        self._engine: AsyncEngine | None = None
        self._readers: AsyncEngine | None = None
        self._listener: Listener | None = None

    async def open(self) -> None:
        """Connects and listens; OSError or asyncpg's error if the server cannot be reached."""
        self._copies.start()
        self._engine = asyncpg_engine(self._url, self._vault, self._copies)
        # One state of the database for the whole of a read, as on SQLite.
        self._readers = self._engine.execution_options(
            isolation_level="REPEATABLE READ", postgresql_readonly=True
        )
        self._listener = Listener(dsn(self._url), self._name, self.wake.notify, self._copies.doubt)
        try:
            await self._listener.start()
        except BaseException:
            await self.close()
            raise

    async def close(self) -> None:
        """Ends every connection of this store."""
        await self._copies.stop()
        listener, self._listener = self._listener, None
        if listener is not None:
            await listener.stop()
        engine, self._engine, self._readers = self._engine, None, None
        if engine is not None:
            await engine.dispose()

    async def write(self, fn: Callable[[Connection], T]) -> T:
        """The result of a unit of work once it is committed.

        A unit that collided with another transaction is run again, at most ATTEMPTS times.
        """
        for attempt in range(1, ATTEMPTS):
            try:
                return await self._write_once(fn)
            except DBAPIError as failure:
                if getattr(failure.orig, "sqlstate", None) not in TRY_AGAIN:
                    raise
                log.debug("a unit of work collided, attempt %d", attempt)
            await asyncio.sleep(_pause(attempt))
        return await self._write_once(fn)

    async def read(self, fn: Callable[[Connection], T]) -> T:
        """The result of reading one state of the database; writing raises DBAPIError."""
        if self._readers is None:
            raise RuntimeError("this store is not open")
        async with self._readers.connect() as conn:
            return await conn.run_sync(fn)

    async def _write_once(self, fn: Callable[[Connection], T]) -> T:
        if self._engine is None:
            raise RuntimeError("this store is not open")
        async with self._engine.begin() as conn:
            result, marks = await conn.run_sync(self._run_unit, fn)
        for topic in marks:
            self.wake.notify(topic)
        return result

    def _run_unit(self, conn: Connection, fn: Callable[[Connection], T]) -> tuple[T, set[Topic]]:
        """The unit, then a NOTIFY that PostgreSQL sends if and when it commits."""
        info, marks = conn.info, start_marks(conn)
        try:
            result = fn(conn)
        finally:
            stop_marks(info)
        if marks:
            messages = [f"{self._name} {topic}" for topic in sorted(marks)]
            conn.execute(sa.select(*(sa.func.pg_notify(NOTIFY_CHANNEL, one) for one in messages)))
        return result, marks


def dsn(url: sa.URL) -> str:
    """The URL as asyncpg and libpq read it."""
    return url.set(drivername="postgresql").render_as_string(hide_password=False)


def asyncpg_engine(
    url: sa.URL, vault: Vault | None = None, copies: Copies | None = None
) -> AsyncEngine:
    """An engine whose connections asyncpg makes from the URL itself, with libpq's options."""
    engine = create_async_engine(
        "postgresql+asyncpg://",
        async_creator=partial(asyncpg.connect, dsn(url), server_settings=AT_ONCE),
        pool_size=POOL_SIZE,
        max_overflow=0,
        hide_parameters=True,  # an error is logged, a person's data never is
    )

    @sa.event.listens_for(engine.sync_engine, "connect")
    def connect(_connection: DBAPIConnection, entry: ConnectionPoolEntry) -> None:
        entry.info[VAULT] = vault
        entry.info[COPIES] = copies

    return engine


def _pause(attempt: int) -> float:
    """Seconds before another attempt; uneven, so that two do not collide again."""
    return math.ldexp(FIRST_PAUSE, attempt) * random.uniform(0.5, 1)  # noqa: S311 - no secret

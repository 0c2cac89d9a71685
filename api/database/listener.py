"""Hears on one connection to PostgreSQL what other processes committed."""

import asyncio
import contextlib
import logging
from collections.abc import Callable
from typing import Any, get_args

import asyncpg

from api.database.wake import Topic

log = logging.getLogger(__name__)

NOTIFY_CHANNEL = "linli"
RECONNECT_PAUSE = 1.0  # seconds
CLOSE_LIMIT = 5.0  # seconds
TOPICS: tuple[Topic, ...] = get_args(Topic)


class Listener:
    """Calls `wake(topic)` for what others notified; connects again when it was cut off.

    `lost` is called once it listens again: what was said in between, or done to the database,
    nobody heard.
    """

    def __init__(
        self,
        dsn: str,
        own_name: str,
        wake: Callable[[Topic], None],
        lost: Callable[[], None],
    ) -> None:
        self._dsn = dsn
        self._own_name = own_name
        self._wake = wake
        self._lost = lost
        self._connection: asyncpg.Connection | None = None
        self._cut_off = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Listens from now on; raises what asyncpg raises when it cannot connect."""
        await self._connect()
        self._task = asyncio.create_task(self._stay_connected())

    async def stop(self) -> None:
        """Ends the connection."""
        if self._task is not None:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task
        if self._connection is not None:
            with contextlib.suppress(OSError, asyncpg.PostgresError, asyncpg.InterfaceError):
                await self._connection.close(timeout=CLOSE_LIMIT)

    async def _connect(self) -> None:
        self._cut_off.clear()
        self._connection = await asyncpg.connect(self._dsn)
        self._connection.add_termination_listener(self._on_cut_off)
        await self._connection.add_listener(NOTIFY_CHANNEL, self._on_message)

    async def _stay_connected(self) -> None:
        while True:
            await self._cut_off.wait()
            log.warning("cut off from PostgreSQL's notifications; connecting again")
            await asyncio.sleep(RECONNECT_PAUSE)
            try:
                await self._connect()
            except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError):
                self._cut_off.set()
                continue
            self._lost()
            for topic in TOPICS:  # what was missed in between
                self._wake(topic)

    def _on_cut_off(self, _connection: Any) -> None:  # noqa: ANN401 - asyncpg's proxy
        self._cut_off.set()

    def _on_message(self, _connection: Any, _pid: int, _channel: str, payload: object) -> None:  # noqa: ANN401 - asyncpg's proxy
        sender, _, said = str(payload).partition(" ")
        for topic in TOPICS:
            if said == topic and sender != self._own_name:
                self._wake(topic)

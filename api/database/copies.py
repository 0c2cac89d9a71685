"""Copies in memory of what a database holds: one of a kind a store, kept fresh by reads.

A copy only ever takes in what is committed: it is brought up to date by a read of its own, never
by the unit of work that changed something, so nothing that is rolled back gets into it. A unit
that meets an older copy asks the database what changed since; see `api.matching.index.feed`.
"""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Awaitable, Callable
from typing import Protocol, TypeVar

from sqlalchemy import Connection

C = TypeVar("C", bound="Copy")
TakeIn = Callable[[], None]
Read = Callable[[Callable[[Connection], TakeIn | None]], Awaitable[TakeIn | None]]

log = logging.getLogger(__name__)

COPIES = "copies in memory"
CLOSE_LIMIT = 5.0  # seconds


class Copy(Protocol):
    """What is kept of a database. Its methods may be called by any thread, one at a time."""

    def news(self, conn: Connection) -> TakeIn | None:
        """Reads what changed; a function that takes it in, None if there is nothing new."""

    def forget(self) -> None:
        """What is known may be wrong: nothing of it is used until all is read anew."""


class Copies:
    """The copies of one store."""

    def __init__(self, read: Read) -> None:
        self._read = read
        self._kinds: dict[type[Copy], Copy] = {}
        self._lock = threading.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._task: asyncio.Task[None] | None = None
        self._again = False
        self._hurried = False

    def start(self) -> None:
        """Called by a store that opens, in its event loop."""
        self._loop, self._hurried = asyncio.get_running_loop(), False

    async def stop(self) -> None:
        """Called by a store before it closes; nothing is kept."""
        task, self._task, self._loop = self._task, None, None
        self._again = False
        if task is not None:
            await asyncio.wait({task}, timeout=CLOSE_LIMIT)
            task.cancel()
        self._kinds.clear()

    def of(self, kind: type[C], make: Callable[[], C]) -> C:
        """The store's copy of a kind, empty when it is asked for first."""
        with self._lock:
            found = self._kinds.get(kind)
            if not isinstance(found, kind):
                found = self._kinds[kind] = make()
            return found

    def hurry(self) -> None:
        """Something changed: every copy is brought up to date soon. Any thread may call it."""
        loop = self._loop
        if self._kinds and loop is not None and not self._hurried:
            self._hurried = True  # until it begins: waking the loop costs more than a search
            loop.call_soon_threadsafe(self._start)

    def doubt(self) -> None:
        """Changes may have been missed for good: every copy is read anew."""
        for copy in list(self._kinds.values()):
            copy.forget()
        self.hurry()

    def _start(self) -> None:
        self._hurried, self._again = False, True
        if self._loop is not None and (self._task is None or self._task.done()):
            self._task = self._loop.create_task(self._refresh())

    async def _refresh(self) -> None:
        while self._again:
            self._again = False
            for copy in list(self._kinds.values()):
                try:
                    take_in = await self._read(copy.news)
                    if take_in is not None:
                        await asyncio.to_thread(take_in)
                except Exception as error:  # noqa: BLE001 - whoever asks next does without it
                    log.warning("a copy in memory was not refreshed: %s", type(error).__name__)


def copies_of(conn: Connection) -> Copies | None:
    """The copies of this connection's store; None for a connection that no store opened."""
    found = conn.info.get(COPIES)
    return found if isinstance(found, Copies) else None

"""One worker kept for whoever needs it: a bounded queue, started when needed, started again."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from accessibility.process.worker import Worker, WorkerEndedError, WorkerTooSlowError

log = logging.getLogger(__name__)

TRIES = 2
"""An order that ends two workers is what ends them."""


class BusyError(Exception):
    """So many wait already that no more may; `waiting` is how many."""

    def __init__(self, waiting: int) -> None:
        super().__init__(f"{waiting} wait already")
        self.waiting = waiting


class NoWorkerError(Exception):
    """The worker does not even start; says why."""


class Keeper:
    """Asks one worker process, one order after another; at most `most` may wait.

    The worker is a Python module with its arguments, started by the first order. After `rest_s`
    seconds without one it is ended, 0 for never: the next order starts another.
    """

    def __init__(
        self, module: str, arguments: tuple[str, ...], most: int, rest_s: float = 0.0
    ) -> None:
        self._module = module
        self._arguments = arguments
        self._most = most
        self._waiting = 0
        self._turn = asyncio.Lock()
        self._worker: Worker | None = None
        self._rest_s = rest_s
        self._resting: asyncio.Task[None] | None = None

    @property
    def pid(self) -> int:
        """The id of the worker process; 0 while there is none."""
        return self._worker.pid if self._worker and self._worker.alive else 0

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """A turn at the worker; raises BusyError when too many wait for one."""
        if self._waiting >= self._most:
            raise BusyError(self._waiting)
        self._waiting += 1
        try:
            async with self._turn:
                yield
        finally:
            self._waiting -= 1
            if self._rest_s and not self._waiting:
                self._resting = asyncio.create_task(self._rest(self._resting))

    async def ready(self) -> Worker:
        """A worker that can be asked, within a turn; raises NoWorkerError."""
        if self._worker is None or not self._worker.alive:
            try:
                self._worker = await Worker.start(self._module, *self._arguments)
            except (WorkerEndedError, OSError) as error:
                raise NoWorkerError(str(error)) from error
        return self._worker

    async def ask(
        self, order: dict[str, Any], deadline_s: float, sent: bytes = b""
    ) -> tuple[dict[str, Any], bytes]:
        """The answer to an order, within a turn, by a second worker if the first ends over it.

        Raises NoWorkerError, WorkerTooSlowError, or WorkerEndedError when no worker survives it.
        """
        for _ in range(TRIES):
            worker = await self.ready()
            try:
                return await worker.ask(order, deadline_s, sent)
            except WorkerTooSlowError:
                raise
            except WorkerEndedError as error:
                log.warning("%s ended: %s", self._module, error)
        raise WorkerEndedError(f"{TRIES} of them")

    async def close(self) -> None:
        """End the worker."""
        if self._resting:
            self._resting.cancel()
        await self._end()

    async def _rest(self, before: asyncio.Task[None] | None) -> None:
        """End the worker when nobody has asked for a while."""
        if before:
            before.cancel()
        await asyncio.sleep(self._rest_s)
        async with self._turn:
            if not self._waiting:
                await self._end()

    async def _end(self) -> None:
        if self._worker:
            await self._worker.end()
        self._worker = None

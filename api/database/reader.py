"""The threads that read from an SQLite database: one hop from the event loop, however many rows.

Each unit of work has a connection to itself and sees one state of the database.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from sqlalchemy import Connection, Engine

T = TypeVar("T")


class Reader:
    """Runs reading units of work beside an event loop, as many at a time as it has threads."""

    def __init__(self, engine: Engine, threads: int) -> None:
        self._engine = engine
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix="linli-reader")

    async def read(self, unit: Callable[[Connection], T]) -> T:
        """The unit's result, or what it raised."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._threads, self._run, unit)

    async def stop(self) -> None:
        """Finishes what is under way, then ends the threads and their connections."""
        await asyncio.to_thread(self._threads.shutdown)
        self._engine.dispose()

    def _run(self, unit: Callable[[Connection], T]) -> T:
        with self._engine.begin() as conn:
            try:
                return unit(conn)
            except StopIteration as stopped:  # a future cannot carry it (PEP 479)
                raise RuntimeError("a unit of work raised StopIteration") from stopped

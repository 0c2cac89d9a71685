"""The one thread that writes to an SQLite database: many units of work, one fsync.

Units that wait while a batch is being written form the next batch. Each of several runs in its
own SAVEPOINT, so one that fails is undone alone; when the COMMIT fails, all of them failed.
"""

import asyncio
import contextlib
import queue
import sqlite3
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Engine

from api.database.wake import Topic, start_marks

BATCH_LIMIT = 256  # units in one transaction; bounds what a failed COMMIT takes with it
SWITCH_S = 0.0005
"""How long a thread may keep another from running. The driver lets go at every statement, so with
Python's own 5 ms a busy event loop would hold the writer up for as long at each of them."""

Unit = Callable[[Connection], Any]


@dataclass(slots=True)
class Job:
    """A unit of work and who waits for it."""

    unit: Unit
    waiting: asyncio.Future[Any]
    result: Any = None
    failure: BaseException | None = None
    marks: set[Topic] = field(default_factory=set)


class Writer:
    """Takes units of work from an event loop and tells it what became of them."""

    def __init__(self, engine: Engine, wake: Callable[[Topic], None]) -> None:
        sys.setswitchinterval(SWITCH_S)
        self._engine = engine
        self._wake = wake
        self._loop = asyncio.get_running_loop()
        self._jobs: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="linli-writer", daemon=True)
        self._thread.start()

    async def write(self, unit: Unit) -> Any:  # noqa: ANN401 - the unit's own result
        """The unit's result once it is on the disk, or what it or the COMMIT raised."""
        job = Job(unit, self._loop.create_future())
        self._jobs.put(job)
        return await job.waiting

    async def stop(self) -> None:
        """Writes what is queued, then ends the thread."""
        self._jobs.put(None)
        await asyncio.to_thread(self._thread.join)

    def _run(self) -> None:
        with self._engine.connect() as conn:
            going_on = True
            while going_on:
                jobs, going_on = self._next_batch()
                _write_batch(conn, jobs)
                if any("forgotten" in job.marks for job in jobs):
                    _empty_log(conn)
                self._loop.call_soon_threadsafe(self._tell, jobs)

    def _next_batch(self) -> tuple[list[Job], bool]:
        """Everything that waits now, at least one; and whether more may come."""
        jobs: list[Job] = []
        job = self._jobs.get()
        while job is not None:
            jobs.append(job)
            if len(jobs) == BATCH_LIMIT:
                break
            try:
                job = self._jobs.get_nowait()
            except queue.Empty:
                break
        return jobs, job is not None

    def _tell(self, jobs: list[Job]) -> None:
        for topic in set[Topic]().union(*(job.marks for job in jobs)):
            self._wake(topic)
        for job in jobs:
            if job.waiting.done():  # whoever waited was cancelled; the work stands
                continue
            if job.failure is not None:
                job.waiting.set_exception(job.failure)
            else:
                job.waiting.set_result(job.result)


def _write_batch(conn: Connection, jobs: list[Job]) -> None:
    """One transaction; when it does not commit, no job has a result and nobody is woken."""
    try:
        with conn.begin():
            if len(jobs) == 1:
                _run_alone(conn, jobs[0])
            else:
                for job in jobs:
                    _run_unit(conn, job)
    except BaseException as failure:  # noqa: BLE001 - whoever waits must be told, whatever it is
        _end_transaction(conn)
        for job in jobs:
            if job.failure is None:
                job.failure = failure
            job.marks = set()


def _empty_log(conn: Connection) -> None:
    """Move the log into the file and leave nothing of it; a busy reader puts it off to later."""
    with contextlib.suppress(sqlite3.Error):
        conn.connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _end_transaction(conn: Connection) -> None:
    """SQLite leaves a transaction open whose COMMIT failed; the next batch could not begin."""
    with contextlib.suppress(sqlite3.Error):  # tried again when the next batch fails to begin
        conn.connection.rollback()


def _run_alone(conn: Connection, job: Job) -> None:
    """The only unit of a transaction; raises what it raised, and the transaction is undone."""
    job.marks = start_marks(conn)
    try:
        job.result = job.unit(conn)
    except BaseException as failure:
        job.failure = _for_a_future(failure)
        raise


def _run_unit(conn: Connection, job: Job) -> None:
    """One unit in its SAVEPOINT; raises only if that cannot be undone alone (a full disk)."""
    # Not begin_nested: it compiles the statements anew each time, which costs more than a SELECT.
    run = conn.connection.cursor().execute
    run("SAVEPOINT unit")
    marks = start_marks(conn)
    try:
        job.result = job.unit(conn)
        run("RELEASE unit")
    except BaseException as failure:  # noqa: BLE001 - whoever waits must be told, whatever it is
        job.failure = _for_a_future(failure)
        run("ROLLBACK TO unit")
        run("RELEASE unit")
    else:
        job.marks = marks


def _for_a_future(failure: BaseException) -> BaseException:
    """A future cannot carry StopIteration; as in a generator (PEP 479) it becomes an error."""
    if not isinstance(failure, StopIteration):
        return failure
    wrapped = RuntimeError("a unit of work raised StopIteration")
    wrapped.__cause__ = failure
    return wrapped

"""The worker: does what is due, sleeps until more is, and is woken when work comes in."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection

from api.database.engine import Store
from api.errors import log_crash
from api.settings import Settings

NAP = timedelta(seconds=2)
"""How long it sleeps at most while a job does not say when it is due next."""
NIGHT = timedelta(minutes=1)
"""How long it sleeps at most: another process may have made work and failed to say so."""
BREATH = timedelta(seconds=0.2)
"""How long it sleeps at least: what is still due may be in the hands of another worker."""
ROUNDS = 100
"""How often a job is asked again before the others have their turn."""


@dataclass(frozen=True, slots=True)
class Job:
    """Something that comes due: `due` does a batch of it and tells whether there was any."""

    due: Callable[[Connection, datetime, Settings], bool]
    next_due: Callable[[Connection, Settings], datetime | None] | None = None


class Worker:
    """Runs every job it is given. Several workers may run at once, in one process or many."""

    def __init__(
        self,
        store: Store,
        clock: Callable[[], datetime],
        settings: Settings,
        jobs: Sequence[Job],
    ) -> None:
        self._store = store
        self._clock = clock
        self._settings = settings
        self._jobs = tuple(jobs)

    async def step(self) -> datetime | None:
        """Does all that is due now; when to look again at the latest, None for when woken."""
        for job in self._jobs:
            for _ in range(ROUNDS):
                if not await self._store.write(self._batch(job)):
                    break
        return await self._store.read(self._next)

    async def run(self) -> None:
        """Steps until it is cancelled; a crash is logged and tried again after a nap."""
        while True:
            try:
                next_at = await self.step()
            except Exception as error:  # noqa: BLE001 - the worker outlives what it stumbles over
                log_crash(error)
                await asyncio.sleep(NAP.total_seconds())
                continue
            wait = NIGHT if next_at is None else min(NIGHT, next_at - self._clock())
            await self._store.wake.wait("dispatch", max(BREATH, wait).total_seconds())

    def _batch(self, job: Job) -> Callable[[Connection], bool]:
        return lambda conn: job.due(conn, self._clock(), self._settings)

    def _next(self, conn: Connection) -> datetime | None:
        """When the first of the jobs is due again; one that cannot tell, after a nap."""
        moments = [
            self._clock() + NAP if job.next_due is None else job.next_due(conn, self._settings)
            for job in self._jobs
        ]
        return min((moment for moment in moments if moment is not None), default=None)

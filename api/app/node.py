"""The API in one process: its database opened and brought up to date, its worker, its routes."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from fastapi import FastAPI
from sqlalchemy import Connection

from api.alerts import service as alerts
from api.app.application import create_app, utc_now
from api.auth import service as auth
from api.backlog import worker as backlog
from api.calls import service as calls
from api.cards import service as cards
from api.database.engine import open_store
from api.database.keys import load_keys
from api.database.migrate import upgrade
from api.database.opening import opening
from api.demo import service as demo
from api.dispatch import service as dispatch
from api.dispatch.worker import Job, Worker
from api.invites import service as invites
from api.lanes import service as lanes
from api.operations.door import close_door, open_door
from api.retention import service as retention
from api.settings import Settings
from api.vocabulary import Role
from api.watch import worker as watch

JOBS = (
    Job(alerts.due, alerts.next_due),
    Job(dispatch.restrictions_due, dispatch.next_restriction),
    Job(dispatch.due, dispatch.next_due),
    Job(cards.due, cards.next_due),
    Job(calls.due, calls.next_due),
    Job(invites.due, invites.next_due),
    Job(retention.due, retention.next_due),
    Job(backlog.due, backlog.next_due),
    Job(watch.due, watch.next_due),
)
"""What comes due: danger first, then help, then calls; at last what may be forgotten.

A plan is applied a few at a time between all of it. The watch over routing comes last: nobody
waits for its figures.

Whose time with a call is over is told so before the call goes back to the queue.
"""

BOT_TOKEN_LASTS = timedelta(days=3650)


class Node:
    """One process of the API; open it before its application serves anything.

    Raises CannotOpen for keys that cannot be read.
    """

    def __init__(self, settings: Settings, clock: Callable[[], datetime] = utc_now) -> None:
        with opening(settings.database):
            Path(settings.key_file).parent.mkdir(parents=True, exist_ok=True)
            keys = load_keys(settings.key_file)
        self.settings = settings
        self.clock = clock
        self.store = open_store(settings.database, keys=keys)
        self.app: FastAPI = create_app(settings, self.store, clock)
        self.worker = Worker(self.store, clock, settings, JOBS)
        self._working: asyncio.Task[None] | None = None
        self._announced = False

    async def open(self) -> None:
        """Bring the database up to date and open it; raises DatabaseInUse, CannotOpen."""
        with opening(self.settings.database):
            await asyncio.to_thread(upgrade, self.settings.database)
            await self.store.open()
        if self.settings.database.startswith("sqlite"):
            await self._forget_leases()

    async def _forget_leases(self) -> None:
        """Nobody else serves from the file, so nobody holds a lease any more."""
        try:
            await self.store.write(lanes.forget_leases)
        except BaseException:
            await self.store.close()  # what did not start must not keep others from starting
            raise

    def work(self) -> None:
        """Start the worker."""
        self._working = asyncio.create_task(self.worker.run())

    async def announce(self, url: str) -> None:
        """Let commands on this machine reach this server, which listens at `url`."""
        self._announced = True
        await open_door(self.store, self.settings.database, url, now=self.clock())

    async def close(self) -> None:
        """Stop the worker and close the database."""
        if self._working is not None:
            self._working.cancel()
            await asyncio.gather(self._working, return_exceptions=True)
        if self._announced:
            await close_door(self.store, self.settings.database, now=self.clock())
        await self.store.close()

    async def secret(self, role: Role, label: str) -> str:
        """A token of this process's own, such as the bot's."""

        def unit(conn: Connection) -> str:
            return auth.issue(conn, role, label, now=self.clock(), lifetime=BOT_TOKEN_LASTS)

        return await self.store.write(unit)

    async def practise(self) -> str:
        """Fill an empty database with the practice district; the code of its invite."""

        def unit(conn: Connection) -> str:
            demo.seed(conn, now=self.clock())
            return demo.invite(conn, now=self.clock())

        return await self.store.write(unit)

    async def practice_sign_in(self) -> str:
        """The secret of a one-use sign-in link of the practice coordinator."""
        return await self.store.write(lambda conn: demo.sign_in(conn, now=self.clock()))

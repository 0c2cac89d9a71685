"""A whole Linli in one process, with people on made-up wires and a clock that tests move.

Everything runs as it does in service but the wire itself and the passing of time.
"""

from __future__ import annotations

import sqlalchemy as sa

from api.database.tables.calls import calls as calls_table
from api.database.tables.people import alerts as alerts_table
from api.database.tables.requests import requests as requests_table
from api.vocabulary import Channel
from tests.asking import ask_for
from tests.calling import Calls
from tests.deployment import COORDINATOR, LEAD, START, settings_for
from tests.joining import HERE
from tests.wires import Wire

__all__ = ["COORDINATOR", "HERE", "LEAD", "START", "Wire", "World", "settings_for"]


class World(Calls):
    """People, groups and time; the verbs are what journeys say."""

    async def ask(self, name: str, leaf: str, urgency: str, accommodations: str) -> None:
        """A person asks for something, from the first word to the receipt."""
        await ask_for(self, name, leaf, urgency, accommodations)

    async def requests_of(self, name: str) -> list[sa.Row]:
        """The requests of a person, oldest first."""
        person_id = await self.person_id(name)
        table = requests_table
        query = sa.select(table).where(table.c.resident_id == person_id).order_by(table.c.id)
        return await self.read(lambda c: c.execute(query).all())

    async def request_status(self, name: str) -> str:
        """How far a person's newest request is."""
        return (await self.requests_of(name))[-1].status

    async def calls_of(self, name: str) -> list[tuple[str, str]]:
        """How a person's open calls are to be held, and why."""
        person_id = await self.person_id(name)
        table = calls_table
        query = sa.select(table.c.by, table.c.reason).where(
            table.c.person_id == person_id, table.c.closed_at.is_(None)
        )
        return [tuple(row) for row in await self.read(lambda c: c.execute(query).all())]

    async def expect_alert(self, name: str) -> None:
        """There is an open alert for the person, and a safeguarding lead was told."""
        person_id = await self.person_id(name)
        table = alerts_table
        query = sa.select(table.c.id).where(table.c.person_id == person_id)
        assert await self.read(lambda c: c.execute(query).all())
        assert self.wires[Channel.TERMINAL].sent[LEAD]

"""A conversation that rests in the middle, and codes for it."""

from dataclasses import dataclass
from typing import Any

import pytest

from api.addresses import service as addresses
from api.arrivals import service as arrivals
from api.auth.actor import LINLI
from api.inbound import service as inbound
from api.notices import service as notices
from api.sessions import service as sessions
from api.sessions.schemas import SessionIn, Unfinished
from tests.api.world import NOON, SETTINGS, meet

RESTS = SessionIn(state={"serial": 7}, asks=True, unfinished=Unfinished(question="ask.where"))


@dataclass
class Moves:
    """What addresses do and are told, in a few words."""

    store: Any

    async def rest(self, name, state=RESTS):
        """An address at which a conversation rests."""
        met = await self.store.write(meet(name))
        save = sessions.save
        await self.store.write(
            lambda conn: save(conn, met.id, 0, state, settings=SETTINGS, now=NOON)
        )
        return met

    async def code(self, address):
        """A code given at an address."""
        new = sessions.new_code
        return await self.store.write(
            lambda conn: new(conn, address.id, settings=SETTINGS, now=NOON)
        )

    async def resume(self, code, address):
        """Whether a code was good at an address."""
        return await self.store.write(
            lambda conn: arrivals.resume(conn, code, address.id, actor=LINLI, now=NOON)
        )

    async def session(self, address):
        """What is remembered at an address."""
        return await self.store.read(lambda conn: sessions.get(conn, address.id))

    async def owner(self, address):
        """Whose address it is."""
        found = await self.store.read(lambda conn: addresses.address_of(conn, address.id))
        return found.person_id

    async def told(self, address, **changed):
        """The codes that wait for an address."""
        found = await self.store.read(lambda conn: notices.waiting(conn, address.id, **changed))
        return [one.code for one in found]

    async def arrives(self, address):
        """Whether somebody arrives at an address, whose question is to be put again."""
        came = await self.store.read(lambda conn: inbound.head(conn, address.id))
        return came is not None and came.body.arrives


@pytest.fixture
def moves(store):
    """People who go on elsewhere."""
    return Moves(store)

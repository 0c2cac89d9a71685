"""What a sender does, in a few words."""

from dataclasses import dataclass, field
from typing import Any

import pytest

from api.deliveries import service as deliveries
from api.deliveries.schemas import DeliveriesIn, Report
from api.notices import service as notices
from api.vocabulary import Channel
from tests.api.world import NOON, SETTINGS


@dataclass
class Sender:
    """Takes notices and reports what became of them, as a worker of the bot would."""

    store: Any
    settings: Any = field(default_factory=lambda: SETTINGS)

    async def claim(self, *reports, now=NOON, channels=tuple(Channel), **changed):
        """The notices leased, after these reports."""
        return (await self.out(*reports, now=now, channels=channels, **changed)).notices

    async def out(self, *reports, now=NOON, channels=tuple(Channel), **changed):
        """The whole answer."""
        wanted = DeliveriesIn(reports=list(reports), channels=list(channels), **changed)
        return await self.store.write(
            lambda conn: deliveries.claim(conn, wanted, settings=self.settings, now=now)
        )

    async def put(self, address_id, code="ask.need", values=None, now=NOON, **changed):
        """Something for an address; its id."""
        return await self.store.write(
            lambda conn: notices.put(conn, address_id, code, values or {}, now=now, **changed)
        )

    async def kept(self, notice_id):
        """A notice as it is kept now."""
        return await self.store.read(lambda conn: notices.get(conn, notice_id))

    async def told(self, address_id):
        """The codes that wait for an address."""
        found = await self.store.read(lambda conn: notices.waiting(conn, address_id))
        return [one.code for one in found]


def report(notice, **changed):
    """What became of a leased notice; sent, unless something else is said."""
    fields = {"notice_id": notice.notice_id, "lease": notice.lease}
    return Report(**fields | ({"wire_id": "7"} if "failure" not in changed else {}) | changed)


@pytest.fixture
def sender(store):
    """A worker that sends."""
    return Sender(store)

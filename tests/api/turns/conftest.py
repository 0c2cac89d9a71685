"""What a bot does in a turn, in a few words."""

from dataclasses import dataclass, field
from typing import Any

import pytest

from api.auth.actor import LINLI
from api.notices import service as notices
from api.turns import service as turns
from api.turns.schemas import ClaimIn, TurnIn
from tests.api.deliveries.conftest import sender
from tests.api.world import NOON, SETTINGS

__all__ = ["bot", "sender"]


@dataclass
class Bot:
    """Claims lanes and brings turns back, as a worker of the bot would."""

    store: Any
    settings: Any = field(default_factory=lambda: SETTINGS)

    async def claim(self, now=NOON, lease_s=30):
        """The work there is now, or None."""
        wanted = ClaimIn(lease_s=lease_s)
        out = await self.store.write(
            lambda conn: turns.claim(conn, wanted, settings=self.settings, now=now)
        )
        return out.work

    async def next_at(self, now=NOON):
        """When a bot with nothing to do is to look again."""
        return (
            await self.store.write(
                lambda conn: turns.claim(conn, ClaimIn(), settings=self.settings, now=now)
            )
        ).next_at

    async def take(self, turn, now=NOON):
        """Bring a turn back."""
        return await self.store.write(
            lambda conn: turns.take(conn, turn, actor=LINLI, settings=self.settings, now=now)
        )

    async def answer(self, *effects, now=NOON, prompts=("ask.need",), **changed):
        """Claim what there is and answer it; the work and what came of it."""
        work = await self.claim(now)
        turn = turn_of(work, *effects, prompts=prompts, **changed)
        return work, await self.take(turn, now)

    async def told(self, address_id, **changed):
        """The codes that wait to be sent to an address."""
        found = await self.store.read(lambda conn: notices.waiting(conn, address_id, **changed))
        return [one.code for one in found]


def turn_of(work, *effects, prompts=("ask.need",), asks=True, unfinished=None, **changed):
    """The turn that answers some work, as the wire carries it."""
    body = {
        "address_id": work.address_id,
        "lease": work.lease,
        "inbound_id": work.inbound.id if work.inbound else None,
        "notice_id": work.opening.notice_id if work.opening else None,
        "session_version": work.session.version,
        "session": {"state": {"serial": 1}, "asks": asks, "unfinished": unfinished},
        "effects": list(effects),
        "prompts": [{"code": code} for code in prompts],
    }
    return TurnIn.model_validate(body | changed)


@pytest.fixture
def bot(store):
    """A worker of the bot."""
    return Bot(store)

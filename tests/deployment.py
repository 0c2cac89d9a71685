"""A deployment on made-up wires, whose clock the tests move."""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, datetime, timedelta

from api.lanes import service as lanes
from api.people import service as people
from api.vocabulary import Channel, Role
from bot.app import Whole
from bot.channel import Outgoing
from bot.settings import DEMO, SETTINGS, Settings
from tests.wires import SpokenWire, Wire

START = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
LEAD = "safeguarding-lead"
COORDINATOR = "coordinator"
STRIDE, LONGEST_STRIDE = timedelta(seconds=20), timedelta(minutes=5)
"""What is due but held back is looked at again after so long; twice as long each time."""
AT_MOST = timedelta(hours=6)
"""What is seen to once a day and names no time is not missed."""
WIRES = (Channel.TERMINAL, Channel.TELEGRAM, Channel.WEB)


def settings_for(database: str, folder, **changes: str) -> Settings:
    """Settings of a deployment in Shanghai with made-up numbers."""
    values = {setting.name: setting.default for setting in SETTINGS} | {
        "database": database,
        "key_file": str(folder / "keys.json"),
        "voice_cache": str(folder / "voice"),
        "region": "CN",
        "time_zone": "UTC",
        "emergency_voice": "120, 110",
        "emergency_sms": "12110",
        "coordinator_phone": "021 5555 0100",
        "safeguarding": f"terminal:{LEAD}",
        "coordinators": f"terminal:{COORDINATOR}",
        "on_duty": "08:00-20:00",
        **changes,
    }
    assert set(DEMO) <= set(values)
    return Settings(values)


class Deployment:
    """A whole Linli, the time in it, and who is at which address."""

    def __init__(self, settings: Settings, arrange=Whole) -> None:
        self.now = START
        self.wires = {name: Wire(name) for name in WIRES}
        self.wires[Channel.TELEGRAM] = SpokenWire(Channel.TELEGRAM)
        self.whole = arrange(settings, self.wires, lambda: self.now)
        self.channel_of: dict[str, Channel] = {}
        self.address_of: dict[str, str] = {}
        self.read_up_to: defaultdict[str, int] = defaultdict(int)
        self.groups: dict[str, str] = {}
        self.log: list[str] = []
        self._secrets: dict[str, str] = {}
        self._tokens: dict[str, str] = {}
        self._held: dict[str, str] = {}

    # ---- time ------------------------------------------------------------------------------

    async def settle(self) -> datetime | None:
        """Let everything that is due now happen; when the worker has more to do, if it has."""
        for _ in range(50):
            due = await self.whole.node.worker.step()
            if not await self._step():
                return due
        raise AssertionError("the world does not come to rest")

    async def _step(self) -> bool:
        moved = False
        while await self.whole.bot.conversation.step() or await self.whole.bot.delivery.step():
            moved = True
        return moved

    async def pass_time(self, span: timedelta) -> None:
        """Let time pass from one timer to the next, as a clock would find them."""
        until = self.now + span
        due, stride = await self.settle(), STRIDE
        while self.now < until:
            soonest = await self._soonest(due)
            waits = soonest <= self.now
            self.now = min(until, self.now + stride if waits else soonest)
            stride = min(2 * stride, LONGEST_STRIDE) if waits else STRIDE
            due = await self.settle()

    async def _soonest(self, due: datetime | None) -> datetime:
        """When anything is due next, in the worker or in a lane; nothing is, within `AT_MOST`."""
        lanes_due = [
            await self.read(lambda c, way=way: lanes.next_due(c, way)) for way in lanes.Direction
        ]
        times = [at for at in (due, *lanes_due) if at is not None]
        return min((*times, self.now + AT_MOST))

    # ---- people ----------------------------------------------------------------------------

    def wire(self, name: str) -> Wire:
        """The wire a person is on; a resident comes by the terminal."""
        return self.wires[self.channel_of.get(name, Channel.TERMINAL)]

    def address(self, name: str) -> str:
        """The address a person has on their wire."""
        return self.address_of.get(name, name.lower())

    async def person_id(self, name: str) -> str:
        """The id of a person who wrote at least once."""
        if name in self.address_of and "-" in self.address_of[name]:
            return self.address_of[name]
        channel = self.channel_of.get(name, Channel.TERMINAL)
        address = self.address(name)
        row = await self.write(lambda c: people.address_for(c, channel, address, now=self.now))
        assert row.person_id is not None
        return row.person_id

    async def speak(self, name: str, language: str) -> None:
        """A person's language, as if chosen before."""
        person_id = await self.person_id(name)
        await self.write(lambda c: people.set_language(c, person_id, language))

    def _messages(self, name: str) -> list[Outgoing]:
        return self.wire(name).sent[self.address(name)]

    # ---- what is kept ----------------------------------------------------------------------

    async def secret(self, role: Role) -> str:
        """A token of a role."""
        if role not in self._secrets:
            self._secrets[role] = await self.whole.node.secret(role, "test")
        return self._secrets[role]

    async def write(self, unit):
        """The result of a unit of work."""
        return await self.whole.node.store.write(unit)

    async def read(self, unit):
        """The result of a reading unit of work."""
        return await self.whole.node.store.read(unit)

"""A whole Linli in one process, with people on made-up wires and a clock that tests move.

Everything runs as it does in service but the wire itself and the passing of time.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa

from accessibility.prompt import Prompt
from api.database.tables.calls import calls as calls_table
from api.database.tables.people import alerts as alerts_table
from api.database.tables.requests import requests as requests_table
from api.groups import service as groups
from api.groups.schemas import GroupChange, GroupIn, InviteIn, Joining, Service
from api.people import service as people
from api.vocabulary import (
    ABLE_ACCOMMODATIONS,
    REMOTE_LEAVES,
    Channel,
    InboundKind,
    Leaf,
    Mode,
    Need,
    Role,
    SendFailure,
)
from bot.app import Whole
from bot.channel import Inbound, Outgoing, Ports, SendError
from bot.settings import DEMO, SETTINGS, Settings
from tests.asking import ask_for

START = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
HERE = (31.2304, 121.4737)
METRES_PER_DEGREE = 111_195.0
LEAD = "safeguarding-lead"
COORDINATOR = "coordinator"


class Wire:
    """A wire that remembers what was sent to whom; whoever left is not reached."""

    def __init__(self, name: Channel) -> None:
        self.name = name
        self.sent: defaultdict[str, list[Outgoing]] = defaultdict(list)
        self.left: set[str] = set()
        self.ports: Ports | None = None

    async def open(self, ports: Ports) -> None:
        """Ready to hear."""
        self.ports = ports

    async def close(self) -> None:
        """Nothing to close."""

    async def send(self, outgoing: Outgoing) -> str:
        """Remember it; SendError for whoever left."""
        if outgoing.address in self.left:
            raise SendError(SendFailure.STOPPED)
        self.sent[outgoing.address].append(outgoing)
        return str(len(self.sent[outgoing.address]))


def settings_for(database: str, folder, **changes: str) -> Settings:
    """Settings of a deployment in Shanghai with made-up numbers."""
    values = {setting.name: setting.default for setting in SETTINGS} | {
        "database": database,
        "key_file": str(folder / "keys.json"),
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


class World:
    """People, groups and time; the verbs are what journeys say."""

    def __init__(self, settings: Settings, arrange=Whole) -> None:
        self.now = START
        self.wires = {name: Wire(name) for name in (Channel.TERMINAL, Channel.TELEGRAM)}
        self.whole = arrange(settings, self.wires, lambda: self.now)
        self.channel_of: dict[str, Channel] = {}
        self.address_of: dict[str, str] = {}
        self.read_up_to: defaultdict[str, int] = defaultdict(int)
        self.groups: dict[str, str] = {}
        self.log: list[str] = []
        self._ids = itertools.count(1)
        self._last: dict[str, Inbound] = {}
        self._call: dict[str, str] = {}
        self._secrets: dict[str, str] = {}

    # ---- time ------------------------------------------------------------------------------

    async def settle(self) -> None:
        """Let everything that is due now happen."""
        for _ in range(50):
            await self.whole.node.worker.step()
            if not await self._step():
                return
        raise AssertionError("the world does not come to rest")

    async def _step(self) -> bool:
        moved = False
        while await self.whole.bot.conversation.step() or await self.whole.bot.delivery.step():
            moved = True
        return moved

    async def pass_time(self, span: timedelta) -> None:
        """Let time pass, in strides that no timer is missed by."""
        until = self.now + span
        stride = timedelta(seconds=20) if span <= timedelta(hours=1) else span / 120
        while self.now < until:
            self.now = min(until, self.now + stride)
            await self.settle()

    # ---- people ----------------------------------------------------------------------------

    def wire(self, name: str) -> Wire:
        """The wire a person is on; a resident comes by the terminal."""
        return self.wires[self.channel_of.get(name, Channel.TERMINAL)]

    def address(self, name: str) -> str:
        """The address a person has on their wire."""
        return self.address_of.get(name, name.lower())

    async def receive(self, name: str, kind: InboundKind, **body: object) -> None:
        """Something comes in from a person, and everything that follows happens."""
        message = Inbound(f"m{next(self._ids)}", self.address(name), kind, body)
        self._last[name] = message
        await self._receive(name, message)

    async def _receive(self, name: str, message: Inbound) -> None:
        ports = self.wire(name).ports
        assert ports is not None
        await ports.receive(message)
        await self.settle()

    async def say(self, name: str, text: str, *, again: bool = False) -> None:
        """A person types; `again`: the wire delivers their last message once more."""
        self.log.append(f"{name} > {text}")
        if again:
            await self._receive(name, self._last[name])
        else:
            await self.receive(name, InboundKind.TEXT, text=text)

    async def press(self, name: str, label: str) -> None:
        """A person presses the button of that label under their newest question."""
        prompt = next(o.prompt for o in reversed(self._messages(name)) if o.prompt.asks)
        option = next(o for o in prompt.options if o.label == label)
        self.log.append(f"{name} presses [{label}]")
        button = f"{prompt.question_id}:{option.code}"
        await self.receive(name, InboundKind.BUTTON, button=button)

    async def send_media(self, name: str, kind: str) -> None:
        """A person sends what no program of ours can read yet."""
        media = {"file_id": "f1", "mime": "audio/ogg", "size": 1000}
        await self.receive(name, InboundKind(kind), media=media)

    def block(self, name: str) -> None:
        """A person's wire refuses us from now on."""
        self.wire(name).left.add(self.address(name))

    async def share_place(self, name: str, latitude: float, longitude: float) -> None:
        """A person sends a pin."""
        await self.receive(name, InboundKind.LOCATION, latitude=latitude, longitude=longitude)

    async def choose(self, name: str, codes: list[str]) -> None:
        """A person answers with whole options at once, as a page does."""
        prompt = self.open_prompt(name)
        assert prompt is not None
        button = f"{prompt.question_id}:={','.join(codes)}"
        await self.receive(name, InboundKind.BUTTON, button=button)

    def open_prompt(self, name: str) -> Prompt | None:
        """The question a person was asked last, if that was the last thing said."""
        said = self._messages(name)
        return said[-1].prompt if said and said[-1].prompt.asks else None

    # ---- what they heard -------------------------------------------------------------------

    def _messages(self, name: str) -> list[Outgoing]:
        return self.wire(name).sent[self.address(name)]

    def heard(self, name: str) -> list[str]:
        """Every message a person got, as text."""
        return ["\n".join(message.lines) for message in self._messages(name)]

    def expect(self, name: str, text: str) -> None:
        """The person was told this since they were last asked about; earlier words are passed."""
        heard = self.heard(name)
        for number, message in enumerate(heard[self.read_up_to[name] :], self.read_up_to[name]):
            if text in message:
                self.read_up_to[name] = number + 1
                return
        new = "\n---\n".join(heard[self.read_up_to[name] :])
        raise AssertionError(f"{name} did not hear {text!r}; new was:\n{new}")

    def expect_nothing(self, name: str) -> None:
        """Nothing new reached the person."""
        new = self.heard(name)[self.read_up_to[name] :]
        assert not new, f"{name} heard: {new}"

    def expect_never(self, name: str, text: str) -> None:
        """No message to the person ever had these words."""
        assert not [message for message in self.heard(name) if text in message]

    def transcript(self) -> list[str]:
        """What was said by whom, for a reader of a failed journey."""
        told = [
            f"{name}: {m}" for w in self.wires.values() for name in w.sent for m in _texts(w, name)
        ]
        return [*self.log, "", *told]

    # ---- groups ----------------------------------------------------------------------------

    async def add_group(
        self,
        name: str,
        metres: int,
        leaves: list[str],
        *,
        phone_only: bool = False,
        languages: list[str] | None = None,
    ) -> None:
        """A group so many metres north of the middle of the world."""
        group = GroupIn(
            name=name,
            latitude=HERE[0] + metres / METRES_PER_DEGREE,
            longitude=HERE[1],
            radius_m=20_000,
            services=[
                Service(leaf=Leaf(leaf), mode=mode)
                for leaf in leaves
                for mode in (Mode.IN_PERSON, *((Mode.REMOTE,) if leaf in REMOTE_LEAVES else ()))
            ],
            languages=languages or ["en"],
            able=sorted(ABLE_ACCOMMODATIONS),
            talks_by=["voice"] if phone_only else ["voice", "text"],
            capacity=20,
            phone_only=phone_only,
        )
        self.groups[name] = await self.write(lambda c: groups.create(c, group, now=self.now))

    async def add_volunteer(self, name: str, group: str, channel: str) -> None:
        """A volunteer of a group, enrolled and reachable."""
        self.channel_of[name] = Channel(channel)

        def unit(conn):
            invite = groups.invite(conn, self.groups[group], InviteIn(), now=self.now)
            here = people.address_for(conn, Channel(channel), self.address(name), now=self.now)
            people.set_language(conn, here.person_id, "en")
            joining = Joining(
                name=name,
                services=[need for need in Need if need is not Need.OTHER],
                how=["in_person", "by_phone", "by_text"],
                languages=["en"],
                able=sorted(ABLE_ACCOMMODATIONS),
                hours=["any_time"],
            )
            groups.enrol(
                conn, here.person_id, invite.code, joining, address_id=here.id, now=self.now
            )

        await self.write(unit)
        await self.settle()
        self.read_up_to[name] = len(self.heard(name))

    async def speak(self, name: str, language: str) -> None:
        """A person's language, as if chosen before."""
        person_id = await self.person_id(name)
        await self.write(lambda c: people.set_language(c, person_id, language))

    async def open_invite(self, name: str, group: str) -> None:
        """A person follows a coordinator's invite link."""
        invite = await self.write(
            lambda c: groups.invite(c, self.groups[group], InviteIn(), now=self.now)
        )
        await self.receive(name, InboundKind.START, link=invite.code)

    async def add_leader(self, name: str, group: str) -> None:
        """The leader of a group, who has only a telephone."""

        def unit(conn):
            leader = people.add_person(
                conn,
                language="en",
                name=name,
                phone="+862155550199",
                accommodations=[],
                now=self.now,
            )
            groups.change(conn, self.groups[group], GroupChange(leader_id=leader), now=self.now)
            self.address_of[name] = leader

        await self.write(unit)

    # ---- requests --------------------------------------------------------------------------

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

    async def person_id(self, name: str) -> str:
        """The id of a person who wrote at least once."""
        if name in self.address_of and "-" in self.address_of[name]:
            return self.address_of[name]
        channel = self.channel_of.get(name, Channel.TERMINAL)
        address = self.address(name)
        row = await self.write(lambda c: people.address_for(c, channel, address, now=self.now))
        assert row.person_id is not None
        return row.person_id

    # ---- calls -----------------------------------------------------------------------------

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


def _texts(wire: Wire, name: str) -> list[str]:
    return ["\n    ".join(message.lines) for message in wire.sent[name]]

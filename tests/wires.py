"""Made-up wires: everybody is reached at once, and what was sent is remembered."""

from __future__ import annotations

import asyncio
from collections import defaultdict

from accessibility.voice.sound import Format
from api.vocabulary import Channel, SendFailure
from bot.channel import Outgoing, Ports, SendError


class Wire:
    """A wire that remembers what was sent to whom; whoever left is not reached.

    `faults` are what the next sends to an address come to instead, in order; a send to an address
    in `slow` waits until its event is set.
    """

    def __init__(self, name: Channel) -> None:
        self.name = name
        self.sent: defaultdict[str, list[Outgoing]] = defaultdict(list)
        self.left: set[str] = set()
        self.faults: defaultdict[str, list[Exception]] = defaultdict(list)
        self.slow: dict[str, asyncio.Event] = {}
        self.ports: Ports | None = None
        self._news = asyncio.Event()

    async def open(self, ports: Ports) -> None:
        """Ready to hear."""
        self.ports = ports

    async def close(self) -> None:
        """Nothing to close."""

    async def send(self, outgoing: Outgoing) -> str:
        """Remember it; SendError for whoever left, or what was foreseen for the address."""
        if outgoing.address in self.slow:
            await self.slow[outgoing.address].wait()
        if self.faults[outgoing.address]:
            raise self.faults[outgoing.address].pop(0)
        if outgoing.address in self.left:
            raise SendError(SendFailure.STOPPED)
        self.sent[outgoing.address].append(outgoing)
        self._news.set()
        return str(len(self.sent[outgoing.address]))

    async def until(self, address: str, count: int) -> None:
        """Return once so many messages reached an address."""
        while len(self.sent[address]) < count:
            self._news.clear()
            await self._news.wait()

    def link_to(self, payload: str) -> str:
        """A link that opens somebody's own conversation."""
        return f"https://{self.name}.test/{payload}"


class SpokenWire(Wire):
    """A wire that carries voice notes as well, and remembers what was said to whom.

    `voice_faults` are what the next voice notes to an address come to instead, in order. It plays
    what costs least to make.
    """

    speaks = Format.WAV8K

    def __init__(self, name: Channel) -> None:
        super().__init__(name)
        self.said: defaultdict[str, list[Outgoing]] = defaultdict(list)
        self.voice_faults: defaultdict[str, list[Exception]] = defaultdict(list)

    async def say(self, outgoing: Outgoing) -> None:
        """Remember it, or what was foreseen for the address."""
        if self.voice_faults[outgoing.address]:
            raise self.voice_faults[outgoing.address].pop(0)
        self.said[outgoing.address].append(outgoing)

"""Made-up wires: everybody is reached at once, and what was sent is remembered."""

from __future__ import annotations

from collections import defaultdict

from api.vocabulary import Channel, SendFailure
from bot.channel import Outgoing, Ports, SendError


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

    def link_to(self, payload: str) -> str:
        """A link that opens somebody's own conversation."""
        return f"https://{self.name}.test/{payload}"

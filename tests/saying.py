"""What people do on their wires: they write, press, share a place, leave."""

from __future__ import annotations

import itertools

from api.vocabulary import InboundKind
from bot.app import Whole
from bot.channel import Inbound
from bot.settings import Settings
from tests.hearing import Hearing


class Saying(Hearing):
    """The verbs of somebody with a telephone in their hand."""

    def __init__(self, settings: Settings, arrange=Whole) -> None:
        super().__init__(settings, arrange)
        self._ids = itertools.count(1)
        self._last: dict[str, Inbound] = {}

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

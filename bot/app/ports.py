"""What a channel is given: the way in, the history, links and codes, each by the API."""

from __future__ import annotations

from dataclasses import dataclass

from accessibility.prompt import Prompt
from api.vocabulary import Channel as ChannelName
from bot.channel import Inbound, Ports, Shown
from bot.conversation import Conversation
from bot.pages import Histories
from bot.service import Find, InboundIn, Moved, Problem, Resume, Service
from bot.spoken import Spoken


def ports_of(
    name: ChannelName,
    service: Service,
    conversation: Conversation,
    histories: Histories,
    spoken: Spoken,
) -> Ports:
    """What one channel is given."""
    wire = _Wire(name, service, conversation, histories, spoken)
    return Ports(
        wire.receive,
        wire.history,
        wire.begun,
        wire.who_is,
        wire.resume_code,
        wire.resume,
        wire.moved,
        spoken.speaks,
        wire.aloud,
        wire.recorded,
    )


@dataclass(frozen=True, slots=True)
class _Wire:
    """A channel's way into the application."""

    name: ChannelName
    service: Service
    conversation: Conversation
    histories: Histories
    spoken: Spoken

    async def receive(self, message: Inbound) -> str:
        stored = {
            "channel": self.name,
            "message_id": message.message_id,
            "address": message.address,
            "kind": message.kind,
            "body": dict(message.body),
            "audio": message.audio,
        }
        received = await self.conversation.hear(InboundIn.model_validate(stored))
        return received.address_id

    async def history(self, address: str) -> Shown:
        return await self.histories.shown(self.name, address)

    async def begun(self, address: str) -> bool:
        found = await self.service.find(Find(channel=self.name, address=address))
        return found.address_id is not None

    async def who_is(self, link: str) -> str:
        try:
            return (await self.service.follow(link)).address
        except Problem:
            return ""

    async def resume_code(self, address: str) -> str:
        return (await self.service.resume_code(await self._id(address))).code

    async def resume(self, address: str, code: str) -> bool:
        wanted = Resume(code=code, address_id=await self._id(address))
        return (await self.service.resume(wanted)).ok

    async def moved(self, old: str, new: str) -> None:
        await self.service.moved(Moved(channel=self.name, address=old, new_address=new))

    async def aloud(self, shown: Shown, prompt: Prompt) -> bytes:
        """Only the first question of all is everybody's, so nothing else is kept."""
        audio = await self.spoken.audio(
            prompt,
            shown.language,
            shown.manner,
            practice=self.histories.practice_line(shown.language),
            patience=shown.face.patience,
            keep=not shown.said,
        )
        return audio or b""

    async def recorded(self, address: str, recording_id: str) -> tuple[bytes, str]:
        try:
            found = await self.service.own_recording(await self._id(address), recording_id)
        except Problem as problem:
            if problem.status != 404:  # noqa: PLR2004 - anything else is a failure, and told as one
                raise
            return b"", ""
        return found.audio, found.mime

    async def _id(self, address: str) -> str:
        found = await self.service.find(Find(channel=self.name, address=address))
        if found.address_id is None:
            raise Problem(404, "not_found")
        return found.address_id

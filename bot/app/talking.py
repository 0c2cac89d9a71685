"""Everything that talks with people, over one transport to the API."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

from fastapi import FastAPI
from pydantic import BaseModel

import locales
from api.app import Direct, Refusal
from api.vocabulary import Channel as ChannelName
from bot.answering import Answering
from bot.app.always import Always
from bot.app.ports import ports_of
from bot.channel import Channel
from bot.channels.web import Web
from bot.conversation import Conversation
from bot.delivery import Delivery
from bot.listening import Listening, Listens, ears_of
from bot.lookups import Lookups
from bot.pages import Histories
from bot.service import Problem, Service, Transport
from bot.settings import Settings
from bot.spoken import Spoken
from bot.voicing import Voicing
from bot.wording import Wording

M = TypeVar("M", bound=BaseModel)


def utc_now() -> datetime:
    """The moment, aware, in UTC."""
    return datetime.now(UTC)


class InProcess:
    """The transport of a bot that shares the API's process."""

    def __init__(self, app: FastAPI, secret: str) -> None:
        self._direct = Direct(app, secret)

    async def __call__(self, method: str, path: str, body: BaseModel | None, model: type[M]) -> M:
        """The answer; raises Problem as HTTP would."""
        try:
            return await self._direct(method, path, body, model)  # type: ignore[arg-type]
        except Refusal as refusal:
            raise Problem(refusal.status, refusal.code) from refusal


@dataclass(slots=True)
class Bot:
    """Everything that talks with people, over one connection to the API."""

    service: Service
    conversation: Conversation
    delivery: Delivery
    histories: Histories
    spoken: Spoken
    ears: Listens
    channels: Mapping[ChannelName, Channel]
    tasks: list[asyncio.Task[None]]

    async def open(self) -> None:
        """Open every channel; raises SendError for one that cannot work."""
        for name, channel in self.channels.items():
            ports = ports_of(name, self.service, self.conversation, self.histories, self.spoken)
            await channel.open(ports)

    def work(self) -> None:
        """Start to answer and to send."""
        runs = (self.conversation.run(), self.delivery.run())
        self.tasks = [asyncio.create_task(run) for run in runs]

    def let_go(self) -> None:
        """End the live events of open pages, where a channel shows any."""
        for channel in self.channels.values():
            if isinstance(channel, Web):
                channel.let_go()

    async def close(self) -> None:
        """Stop; what is under way is kept behind the API and taken up again."""
        for task in self.tasks:
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)
        for channel in self.channels.values():
            await channel.close()
        await self.spoken.close()
        await self.ears.close()

    async def settle(self) -> None:
        """Answer and send until nothing is left to do now; for tests and the terminal."""
        while await self.conversation.step() or await self.delivery.step():
            pass


def build_bot(
    settings: Settings,
    transport: Transport,
    channels: Mapping[ChannelName, Channel],
    clock: Callable[[], datetime] = utc_now,
) -> Bot:
    """The bot over a transport, with the channels it is given."""
    service = Service(transport)
    wording = wording_of(settings)
    look = Lookups(service, wording, clock, settings.listed("languages"))
    histories = Histories(service, wording, clock, look.offered())
    spoken = Spoken.of(settings)
    voicing = Voicing(spoken, channels)
    delivery = Delivery(service, channels, wording, clock, voicing)
    region, voiced = region_of(settings), voicing.voiced
    ears = ears_of(settings)
    tongues = settings.listed("languages") or tuple(one.code for one in locales.offered())
    listening = Listening(service, ears, channels, tongues, region)
    answering = Answering(wording, look, clock, region, voiced, listening)
    conversation = Conversation(service, answering, delivery)
    return Bot(service, conversation, delivery, histories, spoken, ears, channels, [])


def region_of(settings: Settings) -> str:
    """Where phone numbers without a country code belong; "" for nowhere."""
    return "" if settings.region == "demo" else settings.region


def wording_of(settings: Settings) -> Wording:
    """How this deployment words its prompts."""
    languages = settings.listed("languages") or tuple(one.code for one in locales.offered())
    return Wording(
        ZoneInfo(settings.time_zone),
        languages[0],
        Always(settings, languages),
        practice=settings.practice,
        site=(settings.public_url or f"http://{settings.host}:{settings.port}").rstrip("/"),
    )

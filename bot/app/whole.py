"""One process with everything: the API and its worker, the bot, the pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from fastapi import FastAPI, Request, Response
from starlette.requests import ClientDisconnect

from api.app import Node, settings_from
from api.vocabulary import Channel as ChannelName
from api.vocabulary import Role
from bot import desk
from bot.app.channels import channels_of
from bot.app.nowhere import Nowhere
from bot.app.talking import Bot, InProcess, build_bot, region_of, utc_now
from bot.channel import Channel
from bot.desk import start
from bot.settings import Settings


class Whole:
    """Everything in one process; `web` is what the web server serves once it is open."""

    def __init__(
        self,
        settings: Settings,
        channels: Mapping[ChannelName, Channel] | None = None,
        clock: Callable[[], datetime] = utc_now,
    ) -> None:
        self.settings = settings
        self.channels = channels_of(settings) if channels is None else channels
        self.clock = clock
        self.node = Node(settings_from(settings.values, practice=settings.practice), clock)
        self.web = pages(self.channels)
        self._bot: Bot | None = None
        self._invite = ""
        if settings.practice:
            self.web.include_router(start.routes(lambda: self._invite, self._practice_sign_in))
        self.web.include_router(
            desk.router(
                histories=lambda: self.bot.histories,
                transport_for=lambda secret: InProcess(self.node.app, secret),
                region=region_of(settings),
            )
        )
        self.web.mount("/", self.node.app)

    @property
    def bot(self) -> Bot:
        """The bot; RuntimeError before `open`."""
        if self._bot is None:
            raise RuntimeError("open it first")
        return self._bot

    async def open(self) -> None:
        """Open database, then channels; raises what says why one of them cannot work."""
        await self.node.open()
        if self.settings.practice:
            self._invite = await self.node.practise()
        transport = InProcess(self.node.app, await self.node.secret(Role.BOT, "bot"))
        self._bot = build_bot(self.settings, transport, self.channels, self.clock)
        await self._bot.open()

    def work(self) -> None:
        """Answer, send and dispatch until closed."""
        self.node.work()
        self.bot.work()

    def let_go(self) -> None:
        """End the live events of open pages."""
        self.bot.let_go()

    async def announce(self, url: str) -> None:
        """Let commands on this machine reach this process, which listens at `url`."""
        await self.node.announce(url)

    async def close(self) -> None:
        """Stop whole; nothing acknowledged is lost."""
        if self._bot is not None:
            await self._bot.close()
        await self.node.close()

    async def _practice_sign_in(self) -> str:
        return f"/desk/sign-in/{await self.node.practice_sign_in()}"


def pages(channels: Mapping[ChannelName, Channel]) -> FastAPI:
    """A web application with the pages and webhooks of the channels that have any."""
    web = FastAPI(openapi_url=None, docs_url=None, redoc_url=None)
    web.add_exception_handler(ClientDisconnect, _gone)
    for channel in channels.values():
        router = getattr(channel, "router", None)
        if router is not None:
            web.include_router(router)
        nowhere = getattr(channel, "nowhere", None)
        if nowhere is not None:
            web.add_middleware(Nowhere, page=nowhere)
    return web


async def _gone(_request: Request, _error: Exception) -> Response:
    """Who went away while sending a form hears nothing more, and nothing of it was taken."""
    return Response(status_code=400)

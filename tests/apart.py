"""The API and the bot as two programs with HTTP between them, in one test's event loop."""

from __future__ import annotations

import asyncio
import socket

import uvicorn

from api.app import Node, settings_from
from api.vocabulary import Role
from bot.app import build_bot
from bot.service import Http


class Apart:
    """What `linli api` and `linli bot` are, side by side; shaped like `bot.app.Whole`."""

    def __init__(self, settings, channels, clock):
        self._settings = settings
        self._channels = channels
        self._clock = clock
        self.node = Node(settings_from(settings.values, practice=settings.practice), clock)
        # The protocol is named so that asyncio sends small answers at once (TCP_NODELAY).
        self._listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        self._listening.bind(("127.0.0.1", 0))
        config = uvicorn.Config(self.node.app, lifespan="off", log_level="error")
        self._server = uvicorn.Server(config)

    async def open(self):
        """Serve the API on a free port, then open the bot over HTTP."""
        await self.node.open()
        self._serving = asyncio.create_task(self._server.serve(sockets=[self._listening]))
        port = self._listening.getsockname()[1]
        secret = await self.node.secret(Role.BOT, "bot")
        self._http = Http(f"http://127.0.0.1:{port}", secret)
        self.bot = build_bot(self._settings, self._http, self._channels, self._clock)
        await self.bot.open()

    async def close(self):
        """Stop both, the bot first."""
        await self.bot.close()
        await self._http.close()
        self._server.should_exit = True
        await self._serving
        await self.node.close()

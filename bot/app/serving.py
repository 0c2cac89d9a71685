"""Serving until told to stop: one process, or the API and the bot apart."""

from __future__ import annotations

import asyncio
import logging
import socket
import sys
from collections.abc import Callable
from contextlib import suppress

import psutil
import uvloop

from api.app import CannotOpen, DatabaseInUse, Node, settings_from
from bot import desk
from bot.app.channels import channels_of
from bot.app.server import Process, Server
from bot.app.talking import build_bot, region_of
from bot.app.whole import Whole, pages
from bot.channel import SendError
from bot.service import Http
from bot.settings import Settings

NEEDS_MENDING = 2
"""The exit status when the operator has to do something first."""


class ApiAlone:
    """The API and its worker, for a bot that runs apart."""

    def __init__(self, settings: Settings) -> None:
        self._node = Node(settings_from(settings.values, practice=settings.practice))
        self.web = self._node.app

    async def open(self) -> None:
        """Open the database."""
        await self._node.open()

    def work(self) -> None:
        """Start the worker."""
        self._node.work()

    async def announce(self, url: str) -> None:
        """Let commands on this machine reach it."""
        await self._node.announce(url)

    def let_go(self) -> None:
        """The API has no open pages."""

    async def close(self) -> None:
        """Stop the worker, close the database."""
        await self._node.close()


class BotAlone:
    """The bot and the pages, over HTTP to an API elsewhere."""

    def __init__(self, settings: Settings) -> None:
        self._http = Http(settings.api_url, settings.api_token)
        channels = channels_of(settings)
        self._bot = build_bot(settings, self._http, channels)
        self.web = pages(channels)
        self.web.include_router(
            desk.router(
                histories=lambda: self._bot.histories,
                transport_for=self._http.with_token,
                region=region_of(settings),
            )
        )

    async def open(self) -> None:
        """Open the channels."""
        await self._bot.open()

    def work(self) -> None:
        """Answer and send."""
        self._bot.work()

    async def announce(self, url: str) -> None:
        """Commands have no business here: everything is kept by the API."""

    def let_go(self) -> None:
        """End the live events of open pages."""
        self._bot.let_go()

    async def close(self) -> None:
        """Stop, and close the connections."""
        await self._bot.close()
        await self._http.close()


def serve_whole(settings: Settings) -> int:
    """Serve everything in one process; the exit status."""
    return _serve(lambda: Whole(settings), settings)


def serve_api(settings: Settings) -> int:
    """Serve the API alone; the exit status."""
    return _serve(lambda: ApiAlone(settings), settings)


def serve_apart(settings: Settings) -> int:
    """Serve the bot alone; the exit status."""
    if not settings.api_url or not settings.api_token:
        return _refuse("LINLI_API_URL and LINLI_API_TOKEN say where the API is. Set both.")
    return _serve(lambda: BotAlone(settings), settings)


def _serve(make: Callable[[], Process], settings: Settings) -> int:
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s: %(message)s")
    logging.getLogger("alembic").setLevel(logging.WARNING)
    try:
        listening = _listen(settings.host, int(settings.port))
    except OSError as error:
        return _refuse(_about_port(settings, error))
    try:
        # Cancelled is who was told to stop before it served anything.
        cancelled = suppress(asyncio.CancelledError)
        with cancelled, asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            runner.run(_run(make(), listening))
    except (DatabaseInUse, CannotOpen) as error:
        return _refuse(str(error))
    except SendError as error:
        return _refuse(f"A channel cannot work: {error.kind}. Check its token and the network.")
    finally:
        listening.close()
    return 0


async def _run(process: Process, listening: socket.socket) -> None:
    server = Server(process)
    server.heed_signals()
    try:
        await process.open()
        process.work()
        host, port = listening.getsockname()[:2]
        await process.announce(f"http://{host}:{port}")
        print(f"Linli: http://{host}:{port}  (stop with Ctrl-C)", flush=True)  # noqa: T201 - for the operator
        await server.serve(sockets=[listening])
    finally:
        await process.close()


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # The protocol is named so that asyncio sends small answers at once (TCP_NODELAY).
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except OSError:
        listening.close()
        raise
    return listening


def _about_port(settings: Settings, error: OSError) -> str:
    holder = _holder(int(settings.port))
    who = f" by {holder}" if holder else ""
    return (
        f"Port {settings.port} of {settings.host} cannot be used: it is taken{who}, "
        f"or not ours to take ({error.strerror}). Stop that program, or choose another port: "
        "LINLI_PORT=8001 make run"
    )


def _holder(port: int) -> str:
    """The process that listens on a port, where this machine lets us see it."""
    try:
        for connection in psutil.net_connections("tcp"):
            listens = connection.status == psutil.CONN_LISTEN
            here = getattr(connection.laddr, "port", 0) == port
            if listens and here and connection.pid is not None:
                return f"process {connection.pid} ({psutil.Process(connection.pid).name()})"
    except psutil.Error:
        return ""
    return ""


def _refuse(why: str) -> int:
    print(why, file=sys.stderr)  # noqa: T201 - for the operator
    return NEEDS_MENDING

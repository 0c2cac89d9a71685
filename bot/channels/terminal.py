"""The terminal as a channel: what Linli says is printed, each line typed is a message."""

from __future__ import annotations

import asyncio
import itertools
import sys
from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from typing import TextIO

from api.vocabulary import Channel as ChannelName
from api.vocabulary import InboundKind
from bot.channel import Inbound, Outgoing, Ports


class Terminal:
    """One person at one keyboard."""

    name = ChannelName.TERMINAL

    def __init__(self, show: Callable[[str], object], start: str) -> None:
        self._show = show
        self._start = start
        self._count = itertools.count(1)
        self._ports: Ports | None = None

    async def open(self, ports: Ports) -> None:
        """Ready to hear."""
        self._ports = ports

    async def close(self) -> None:
        """Nothing to close."""

    async def send(self, outgoing: Outgoing) -> str:
        """Print the message as numbered text."""
        self._show("\n".join(outgoing.lines) + "\n")
        return outgoing.notice_id

    async def hear(self, line: str) -> None:
        """Store one typed line; the conversation answers it."""
        if self._ports is None:
            raise RuntimeError("the terminal is not open")
        message_id = f"{self._start}-{next(self._count)}"
        said = Inbound(message_id, "me", InboundKind.TEXT, {"text": line})
        await self._ports.receive(said)


async def lines(stream: TextIO = sys.stdin) -> asyncio.Queue[str | None]:
    """The lines of a stream as they are typed; None at its end.

    A thread that waits for a line must not keep the process from ending.
    """
    queue: asyncio.Queue[str | None] = asyncio.Queue()
    loop = asyncio.get_running_loop()

    def pump() -> None:
        with suppress(RuntimeError):  # the loop is closed: nobody listens any more
            for line in stream:
                loop.call_soon_threadsafe(queue.put_nowait, line.rstrip("\n"))
            loop.call_soon_threadsafe(queue.put_nowait, None)

    Thread(target=pump, daemon=True).start()
    return queue

"""The web server of a process, stopped by Ctrl-C or by whoever started it, and never half."""

from __future__ import annotations

import asyncio
import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

import uvicorn
from fastapi import FastAPI

STOP_S = 3
"""How long open pages may keep the server from stopping."""


class Process(Protocol):
    """Something that is opened, works and is closed, with a web application."""

    web: FastAPI

    async def open(self) -> None:
        """Ready to serve."""

    def work(self) -> None:
        """Start."""

    async def announce(self, url: str) -> None:
        """It listens at `url` now: let commands on this machine know."""

    def let_go(self) -> None:
        """Let open pages go: the server is about to stop."""

    async def close(self) -> None:
        """Stop whole."""


class Server(uvicorn.Server):
    """A web server that lets open pages go before it waits for connections to end.

    It does not raise again the signal that stopped it: that would end the process in the middle
    of closing, with its way in for commands left on the disk.
    """

    def __init__(self, process: Process) -> None:
        config = uvicorn.Config(
            process.web,
            lifespan="off",
            log_level="warning",
            access_log=False,
            timeout_graceful_shutdown=STOP_S,
            forwarded_allow_ips="127.0.0.1",
        )
        super().__init__(config)
        self._process = process

    def heed_signals(self) -> None:
        """Stop when told to; whoever is still being opened is closed at once."""
        loop, running = asyncio.get_running_loop(), asyncio.current_task()

        def stop(number: int) -> None:
            if self.started or running is None:
                self.handle_exit(number, None)
            else:
                running.cancel()

        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, stop, number)

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """The signals are heeded already."""
        yield

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stop serving."""
        self._process.let_go()
        await super().shutdown(sockets)

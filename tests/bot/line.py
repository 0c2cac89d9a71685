"""A connection to the API that breaks when a test says so, before a call or before its answer."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from dataclasses import replace

from bot.service import Service, Transport, Unreachable


class Line:
    """The transport of a world's bot; `lose` and `lose_answer` foresee what its calls come to.

    `broke` is set once a call came to that; `calls` are the paths of all.
    """

    def __init__(self, transport: Transport) -> None:
        self._transport = transport
        self._before: dict[str, list[Exception]] = {}
        self._after: dict[str, list[Exception]] = {}
        self.broke = asyncio.Event()
        self.calls: list[str] = []
        self._answered: defaultdict[str, asyncio.Queue[None]] = defaultdict(asyncio.Queue)

    async def answered(self, path: str) -> None:
        """Wait for the next answer to a call of this path."""
        await self._answered[path].get()

    def lose(self, path: str, *errors: Exception) -> None:
        """The next calls of this path never reach the API."""
        self._before.setdefault(path, []).extend(errors or (Unreachable(),))

    def lose_answer(self, path: str) -> None:
        """The next call of this path is carried out, and nobody learns of it."""
        self._after.setdefault(path, []).append(Unreachable())

    async def __call__(self, method, path, body, model):
        """The answer, unless something else was foreseen."""
        self.calls.append(path)
        self._break(self._before.get(path))
        answer = await self._transport(method, path, body, model)
        self._answered[path].put_nowait(None)
        self._break(self._after.get(path))
        return answer

    def _break(self, errors: list[Exception] | None) -> None:
        if errors:
            self.broke.set()
            raise errors.pop(0)


def broken_line(world) -> Line:
    """The world's bot speaks over a line of this kind from now on."""
    bot = world.whole.bot
    line = Line(bot.service._call)  # noqa: SLF001 - the very transport it had
    bot.service = bot.delivery.service = Service(line)
    bot.conversation.service = bot.service
    answering = bot.conversation.answering
    answering.look = replace(answering.look, service=bot.service)
    answering.listening.service = bot.service
    return line

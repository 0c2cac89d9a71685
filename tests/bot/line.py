"""A connection to the API that breaks when a test says so, before a call or before its answer."""

from __future__ import annotations

from bot.service import Service, Transport, Unreachable


class Line:
    """The transport of a world's bot; `lose` and `lose_answer` foresee what its calls come to."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport
        self._before: dict[str, list[Exception]] = {}
        self._after: dict[str, list[Exception]] = {}

    def lose(self, path: str, *errors: Exception) -> None:
        """The next calls of this path never reach the API."""
        self._before.setdefault(path, []).extend(errors or (Unreachable(),))

    def lose_answer(self, path: str) -> None:
        """The next call of this path is carried out, and nobody learns of it."""
        self._after.setdefault(path, []).append(Unreachable())

    async def __call__(self, method, path, body, model):
        """The answer, unless something else was foreseen."""
        if self._before.get(path):
            raise self._before[path].pop(0)
        answer = await self._transport(method, path, body, model)
        if self._after.get(path):
            raise self._after[path].pop(0)
        return answer


def broken_line(world) -> Line:
    """The world's bot speaks over a line of this kind from now on."""
    bot = world.whole.bot
    line = Line(bot.service._call)  # noqa: SLF001 - the very transport it had
    bot.service = Service(line)
    bot.delivery.service = bot.service
    return line

"""What was said to a visitor, to be heard: for them alone, made when they ask for it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

from fastapi import Request, Response

from accessibility.prompt import Prompt
from accessibility.voice.sound import Manner
from bot.channel import Shown
from bot.channels.web.lines import heard, spoken
from bot.channels.web.page import Trouble
from bot.channels.web.site import Site
from bot.ranges import sound

MP3 = "audio/mpeg"
KEPT_S = 60.0
"""So long what was said stays in memory: browsers ask for it in pieces, and people again."""

KEPT = 8
"""The most of it; whoever listens to more has it made anew."""

AT_ONCE, EACH = 4, 2
"""So much is made for pages at one time, and for one visitor: others want the voice, too."""

AGAIN_S = "5"
"""After so long a voice that was busy may be asked again."""

Wanted = tuple[str, str, Manner, Prompt]


@dataclass(frozen=True, slots=True)
class Aloud:
    """The handler of everything that is heard; `made` is what was asked for last."""

    site: Site
    made: dict[Wanted, asyncio.Task[bytes]] = field(default_factory=dict)
    turns: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))

    async def say(self, request: Request) -> Response:
        """The sound of a line of the visitor's own conversation; nobody else finds it.

        When it cannot be said now, that is told, and that the words stand on the page.
        """
        visitor = await self.site.visitor(request)
        if visitor.ended:
            return Response(status_code=404)
        shown = await self.site.ports().history(visitor.address)
        prompt = heard(shown, request.path_params["line"])
        if prompt is None:
            return Response(status_code=404)
        audio = await self._audio(visitor.address, shown, prompt)
        if audio:
            return sound(audio, MP3, request.headers.get("range", ""))
        return self._silent(request)

    async def recorded(self, request: Request) -> Response:
        """What the visitor said aloud, as long as it is kept."""
        visitor = await self.site.visitor(request)
        if visitor.ended:
            return Response(status_code=404)
        shown = await self.site.ports().history(visitor.address)
        recording = spoken(shown, request.path_params["line"])
        if not recording:
            return Response(status_code=404)
        audio, kind = await self.site.ports().recorded(visitor.address, recording)
        if not audio:
            return Response(status_code=404)
        return sound(audio, kind, request.headers.get("range", ""))

    def _silent(self, request: Request) -> Response:
        answer = self.site.refuse(request, Trouble.UNHEARD, 503)
        answer.headers["Retry-After"] = AGAIN_S
        return answer

    async def _audio(self, address: str, shown: Shown, prompt: Prompt) -> bytes:
        """Made once for all who ask at one time; what could not be made is tried again."""
        wanted = (address, shown.language, shown.manner, prompt)
        making = self.made.get(wanted)
        if making is None:
            mine = [one for key, one in self.made.items() if key[0] == address and not one.done()]
            if len(mine) >= EACH:
                return b""
            making = self.made[wanted] = asyncio.create_task(self._make(shown, prompt))
            self._make_room()
            asyncio.get_running_loop().call_later(KEPT_S, self._forget, wanted, making)
        audio = b""
        try:
            audio = await asyncio.shield(making)
        finally:
            if not audio and making.done():
                self._forget(wanted, making)
        return audio

    async def _make(self, shown: Shown, prompt: Prompt) -> bytes:
        async with self.turns:
            return await self.site.ports().aloud(shown, prompt)

    def _make_room(self) -> None:
        """The oldest is forgotten; what is being made is waited for by somebody."""
        done = [key for key, making in self.made.items() if making.done()]
        for key in done[: max(len(self.made) - KEPT, 0)]:
            del self.made[key]

    def _forget(self, wanted: Wanted, making: asyncio.Task[bytes]) -> None:
        if self.made.get(wanted) is making:
            del self.made[wanted]

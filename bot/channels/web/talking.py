"""The conversation: shown, answered, and told live."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from fastapi import Request, Response
from fastapi.responses import StreamingResponse

from bot.channels.web.live import mark_of
from bot.channels.web.page import Trouble
from bot.channels.web.recorded import recorded_by
from bot.channels.web.sent import RECORDING_BYTES
from bot.channels.web.site import Site, hint_of

MARK_LIMIT = 16


@dataclass(frozen=True, slots=True)
class Talking:
    """The handlers of the conversation itself."""

    site: Site

    async def show(self, request: Request) -> Response:
        """The conversation; who has none is shown its first question, and nothing is kept of it.

        Who had one and finds it empty is greeted anew; a volunteer is not, for a question of ours
        would keep an offer waiting.
        """
        visitor = await self.site.visitor(request)
        if visitor.ended:
            return self.site.ended(request, visitor)
        shown = await self.site.ports().history(visitor.address)
        if not (shown.said or shown.open or shown.waiting or visitor.personal):
            message_id = f"{visitor.address[:16]}:start:{secrets.token_hex(4)}"
            await self.site.receive(visitor, message_id, {"language_hint": hint_of(request)})
        return await self.site.talk(request, visitor)

    async def take(self, request: Request) -> Response:
        """A reply: stored first, then answered if the answer is quick."""
        visitor, sent, refused = await self.site.sender(request)
        if refused is not None:
            return refused
        if sent.is_too_long:
            trouble = Trouble.TOO_LONG
            return await self.site.talk(request, visitor, 413, trouble=trouble, kept=sent.text)
        message = sent.as_inbound(visitor.address)
        if message is None:
            return await self.site.talk(request, visitor, 422, trouble=Trouble.EMPTY)
        await self.site.begin(request, visitor)
        await self.site.ports().receive(message)
        await self.site.answered(visitor.address)
        return self.site.back(request, visitor)

    async def hear(self, request: Request) -> Response:
        """A recording: stored first, then answered; words that were typed beside it stay."""
        visitor, sent, refused = await self.site.sender(request, recorded_by)
        if refused is not None:
            return refused
        message = sent.as_recording(visitor.address)
        if message is None or len(sent.audio) > RECORDING_BYTES:
            why, status = _fault(sent.audio)
            return await self.site.talk(request, visitor, status, trouble=why, kept=sent.text)
        await self.site.begin(request, visitor)
        await self.site.ports().receive(message)
        await self.site.answered(visitor.address)
        if sent.text:
            return await self.site.talk(request, visitor, kept=sent.text)
        return self.site.back(request, visitor)

    async def events(self, request: Request) -> Response:
        """Live events of the visitor's own conversation, from where the page has it."""
        visitor = await self.site.visitor(request)
        if not visitor.known:
            return Response(status_code=204)
        seen = request.headers.get("last-event-id") or request.query_params.get("after", "")

        async def mark() -> str:
            return mark_of(await self.site.ports().history(visitor.address))

        await mark()  # a conversation that cannot be read is refused before events are promised
        events = self.site.live.events(visitor.address, seen[:MARK_LIMIT], mark)
        return StreamingResponse(events, media_type="text/event-stream")


def _fault(audio: bytes) -> tuple[Trouble, int]:
    """Why a recording is not taken, and the status of the page that says so."""
    if not audio:
        return Trouble.RECORDING_EMPTY, 422
    if len(audio) > RECORDING_BYTES:
        return Trouble.RECORDING_LARGE, 413
    return Trouble.RECORDING_NO_SOUND, 415

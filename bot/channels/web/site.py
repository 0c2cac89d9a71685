"""What the handlers of all pages share: who visits, how a page answers, the wait for an answer."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from urllib.parse import quote

from fastapi import Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from api.vocabulary import InboundKind
from bot.channel import Inbound, Ports, Shown
from bot.channels.web.live import Live
from bot.channels.web.page import Pages, Trouble
from bot.channels.web.sent import Sent, sent_by
from bot.channels.web.visitor import Visitor, proof_of, secret_of, visitor_of

ANSWER_S = 8.0
"""How long a sent reply waits for its answer before the page is shown without it."""

LOOK_S = 0.2
"""How often the page looks by itself, for an answer that another process made."""

TAG_LIMIT = 35
"""A language tag is no longer (RFC 5646, section 4.4.1)."""


@dataclass(frozen=True, slots=True)
class Site:
    """The pages of one deployment and what they need."""

    ports: Callable[[], Ports]
    live: Live
    pages: Pages

    async def visitor(self, request: Request) -> Visitor:
        """Whoever sent a request."""
        return await visitor_of(request, self.ports().who_is)

    async def sender(
        self, request: Request, read: Callable[[Request], Awaitable[Sent]] = sent_by
    ) -> tuple[Visitor, Sent, Response | None]:
        """Whoever sent a form, and the form; a response when the form was not made for them."""
        sent = await read(request)
        visitor = await self.visitor(request)
        if visitor.ended:
            return visitor, sent, self.ended(request, visitor, sent)
        if visitor.sent(sent.one("proof")):
            return visitor, sent, None
        trouble = Trouble.EARLIER_PAGE if visitor.known else Trouble.NO_COOKIE
        page = await self.talk(request, visitor, 403, trouble=trouble, kept=sent.text)
        return visitor, sent, page

    async def talk(
        self,
        request: Request,
        visitor: Visitor,
        status: int = 200,
        *,
        trouble: Trouble | None = None,
        kept: str = "",
        code: str = "",
    ) -> Response:
        """The conversation of a visitor."""
        shown = await self.ports().history(visitor.address)
        voice = await self.ports().speaks(shown.language)
        html = self.pages.talk(
            shown, proof=visitor.proof, trouble=trouble, kept=kept, code=code, voice=voice
        )
        response = HTMLResponse(html, status)
        visitor.remember(response, request)
        return response

    def back(self, request: Request, visitor: Visitor) -> Response:
        """To the conversation, at its open question; reloading sends nothing again."""
        response = RedirectResponse("/chat#open", status_code=303)
        visitor.remember(response, request)
        return response

    def ended(self, request: Request, visitor: Visitor, sent: Sent | None = None) -> Response:
        """A personal link that has ended is told so, and leads to nobody."""
        why = Trouble.LINK_ENDED
        html = self.pages.notice(why, hint_of(request), proof=visitor.proof, sent=sent)
        response = HTMLResponse(html, 410)
        visitor.remember(response, request)
        return response

    def refuse(self, request: Request, why: Trouble, status: int) -> Response:
        """A page without the conversation, for when it cannot be read; it keeps what was sent."""
        secret = secret_of(request)
        html = self.pages.notice(
            why,
            hint_of(request),
            proof=proof_of(secret) if secret else "",
            sent=getattr(request.state, "sent", None),
            path=request.url.path,
        )
        return HTMLResponse(html, status)

    async def receive(self, visitor: Visitor, message_id: str, body: dict[str, str]) -> None:
        """Somebody comes to the page: their conversation begins, or goes on with a link."""
        message = Inbound(message_id, visitor.address, InboundKind.START, body)
        await self.ports().receive(message)
        await self.answered(visitor.address)

    async def begin(self, request: Request, visitor: Visitor) -> None:
        """Whoever says something first begins their conversation by it; a look keeps nothing.

        The question that was shown is then the one that is open, and what was said answers it.
        """
        if not await self.ports().begun(visitor.address):
            body = {"language_hint": hint_of(request)}
            message_id = f"{visitor.address[:16]}:start"
            start = Inbound(message_id, visitor.address, InboundKind.START, body)
            await self.ports().receive(start)

    async def answered(self, address: str) -> Shown:
        """Wait for the answer to what was just said, but not for long."""
        loop = asyncio.get_running_loop()
        until = loop.time() + ANSWER_S
        while (shown := await self.ports().history(address)).waiting and loop.time() < until:
            await self.live.told(address, LOOK_S)
        return shown


def hint_of(request: Request) -> str:
    """The language the browser asks for first; "" for none."""
    asked = request.headers.get("accept-language", "").split(",")[0].split(";")[0]
    return quote(asked.strip()[:TAG_LIMIT], safe="-")

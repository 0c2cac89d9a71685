"""The pages: the conversation, a reply, live events, going on elsewhere, a personal link."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

from fastapi import APIRouter, Request, Response
from fastapi.responses import FileResponse, HTMLResponse, RedirectResponse, StreamingResponse

from api.vocabulary import InboundKind
from bot.channel import Inbound, Ports, Shown
from bot.channels.web.live import Live
from bot.channels.web.page import as_page
from bot.channels.web.reply import as_inbound
from bot.channels.web.visitor import PERSONAL, address_of, new_secret, remember, secret_of

STATIC = Path(__file__).parent / "static"
FILES = {
    "chat.css": "text/css",
    "chat.js": "text/javascript",
    "icon.svg": "image/svg+xml",
}
ANSWER_S = 8.0
"""How long a sent reply waits for its answer before the page is shown without it."""

LOOK_S = 0.2
"""How often the page looks by itself, for an answer that another process made."""

HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; "
        "img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


def routes(ports: Callable[[], Ports], live: Live, *, practice: bool, exit_url: str) -> APIRouter:
    """The router of the chat page."""
    pages = Pages(ports, live, practice=practice, exit_url=exit_url)
    router = APIRouter(include_in_schema=False)
    router.add_api_route("/chat", pages.show, methods=["GET"])
    router.add_api_route("/chat", pages.take, methods=["POST"])
    router.add_api_route("/chat/events", pages.events, methods=["GET"])
    router.add_api_route("/chat/code", pages.code, methods=["POST"])
    router.add_api_route("/chat/resume", pages.resume, methods=["POST"])
    router.add_api_route("/chat/static/{name}", pages.static, methods=["GET"])
    router.add_api_route("/join/{invite}", pages.join, methods=["GET"])
    router.add_api_route("/me/{link}", pages.personal, methods=["GET"])
    return router


class Pages:
    """The handlers, with what they need."""

    def __init__(
        self, ports: Callable[[], Ports], live: Live, *, practice: bool, exit_url: str
    ) -> None:
        self._ports = ports
        self._live = live
        self._practice = practice
        self._exit_url = exit_url

    async def show(self, request: Request) -> Response:
        """The conversation; a new visitor is greeted with the first question."""
        secret = secret_of(request)
        if not secret:
            secret = new_secret()
            await self._begin(request, await self._address(secret))
        response = await self._page(await self._address(secret))
        remember(response, request, secret)
        return response

    async def take(self, request: Request) -> Response:
        """A reply: stored first, then answered if the answer is quick."""
        secret = secret_of(request) or new_secret()
        sent = await request.form(max_fields=60)
        fields = {name: [str(v) for v in sent.getlist(name)] for name in sent}
        address = await self._address(secret)
        message = as_inbound(fields, address)
        if message is not None:
            await self._ports().receive(message)
            await self._answered(address)
        response = RedirectResponse("/chat#open", status_code=303)
        remember(response, request, secret)
        return response

    async def events(self, request: Request) -> Response:
        """Live events of the visitor's own conversation."""
        secret = secret_of(request)
        if not secret:
            return Response(status_code=204)
        events = self._live.events(await self._address(secret))
        return StreamingResponse(events, media_type="text/event-stream", headers=HEADERS)

    async def code(self, request: Request) -> Response:
        """A short code with which the conversation goes on at another address."""
        secret = secret_of(request)
        if not secret:
            return RedirectResponse("/chat", status_code=303)
        code = await self._ports().resume_code(await self._address(secret))
        return await self._page(await self._address(secret), code=code)

    async def resume(self, request: Request) -> Response:
        """Go on here with a conversation from elsewhere."""
        secret = secret_of(request) or new_secret()
        typed = str((await request.form()).get("code", ""))[:40]
        good = await self._ports().resume(await self._address(secret), typed)
        response: Response = RedirectResponse("/chat#open", status_code=303)
        if not good:
            response = await self._page(await self._address(secret), refused=True)
        remember(response, request, secret)
        return response

    async def join(self, invite: str, request: Request) -> Response:
        """A coordinator's invite link: the conversation begins with it."""
        secret = secret_of(request) or new_secret()
        address = await self._address(secret)
        message_id = f"{address[:16]}:join:{invite[:40]}"
        body = {"link": invite[:80]}
        await self._ports().receive(Inbound(message_id, address, InboundKind.START, body))
        await self._answered(address)
        response = RedirectResponse("/chat#open", status_code=303)
        remember(response, request, secret)
        return response

    async def personal(self, link: str, request: Request) -> Response:
        """A volunteer's personal, expiring link: this browser takes its address."""
        response = RedirectResponse("/chat", status_code=303)
        if await self._ports().who_is(link):
            remember(response, request, PERSONAL + link)
        return response

    async def static(self, name: str) -> Response:
        """The style and the script."""
        if name not in FILES:
            return Response(status_code=404)
        return FileResponse(STATIC / name, media_type=FILES[name])

    async def _address(self, secret: str) -> str:
        return await address_of(secret, self._ports().who_is)

    async def _begin(self, request: Request, address: str) -> None:
        hint = request.headers.get("accept-language", "")[:35].split(",")[0]
        body = {"language_hint": quote(hint, safe="-")}
        message_id = f"{address[:16]}:start"
        await self._ports().receive(Inbound(message_id, address, InboundKind.START, body))
        await self._answered(address)

    async def _answered(self, address: str) -> Shown:
        """Wait for the answer to what was just said, but not for long."""
        loop = asyncio.get_running_loop()
        until = loop.time() + ANSWER_S
        while (shown := await self._ports().history(address)).waiting and loop.time() < until:
            await self._live.told(address, LOOK_S)
        return shown

    async def _page(self, address: str, *, code: str = "", refused: bool = False) -> HTMLResponse:
        shown = await self._ports().history(address)
        html = as_page(
            shown, practice=self._practice, exit_url=self._exit_url, code=code, refused=refused
        )
        return HTMLResponse(html, headers=HEADERS)

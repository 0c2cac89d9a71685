"""Every page of the channel, in one table; each goes through the guard."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from pathlib import Path

from fastapi import APIRouter, Request, Response
from fastapi.responses import FileResponse

from bot import crash
from bot.channels.web.aloud import Aloud
from bot.channels.web.arriving import Arriving
from bot.channels.web.elsewhere import Elsewhere
from bot.channels.web.headers import HEADERS
from bot.channels.web.headers import STATIC as STATIC_HEADERS
from bot.channels.web.page import Trouble
from bot.channels.web.sent import TooMuch
from bot.channels.web.site import Site
from bot.channels.web.talking import Talking

log = logging.getLogger(__name__)

STATIC = Path(__file__).parent / "static"
FILES = {
    "chat.css": "text/css",
    "chat.js": "text/javascript",
    "heard.js": "text/javascript",
    "recorder.js": "text/javascript",
    "icon.svg": "image/svg+xml",
}
Handler = Callable[[Request], Awaitable[Response]]


def routes(site: Site) -> APIRouter:
    """The router of the chat page."""
    talking, elsewhere, arriving = Talking(site), Elsewhere(site), Arriving(site)
    aloud = Aloud(site)
    table: tuple[tuple[str, str, Handler], ...] = (
        ("GET", "/chat", talking.show),
        ("POST", "/chat", talking.take),
        ("GET", "/chat/voice", talking.show),
        ("POST", "/chat/voice", talking.hear),
        ("GET", "/chat/events", talking.events),
        ("GET", "/chat/aloud/{line}", aloud.say),
        ("GET", "/chat/said/{line}", aloud.recorded),
        ("POST", "/chat/code", elsewhere.code),
        ("POST", "/chat/resume", elsewhere.resume),
        ("POST", "/chat/forget", elsewhere.forget),
        ("GET", "/join/{invite}", arriving.join),
        ("POST", "/join/{invite}", arriving.begin),
        ("GET", "/me/{link}", arriving.personal),
        ("POST", "/me/{link}", arriving.take_over),
        ("GET", "/chat/static/{name}", static),
    )
    router = APIRouter(include_in_schema=False)
    for method, path, handler in table:
        router.add_api_route(path, guarded(site, handler), methods=[method])
    return router


def guarded(site: Site, handler: Handler) -> Handler:
    """The handler behind the guard: an answer in plain words whatever fails, safe headers always.

    It logs the kind of a failure, never what somebody wrote or the link they came by.
    """

    async def guard(request: Request) -> Response:
        try:
            response = await handler(request)
        except TooMuch:
            response = site.refuse(request, Trouble.TOO_LONG, 413)
        except Exception as error:  # noqa: BLE001 - a visitor is told so in words, and what to do
            crash.note(log, "a page", error)
            response = site.refuse(request, Trouble.AWAY, 503)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response

    return guard


def nowhere(site: Site) -> Handler:
    """The page for an address that leads nowhere, behind the guard like any other."""

    async def show(request: Request) -> Response:
        return site.refuse(request, Trouble.NOWHERE, 404)

    return guarded(site, show)


async def static(request: Request) -> Response:
    """The style and the script."""
    name = request.path_params["name"]
    if name not in FILES:
        return Response(status_code=404)
    return FileResponse(STATIC / name, media_type=FILES[name], headers=STATIC_HEADERS)

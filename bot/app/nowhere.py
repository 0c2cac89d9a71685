"""An address that leads nowhere: a person gets a page in words, a program a code."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from fastapi import Request, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

NOT_FOUND = 404


class Nowhere:
    """Around an application: what it does not know is told to people by `page`."""

    def __init__(self, app: ASGIApp, page: Callable[[Request], Awaitable[Response]]) -> None:
        self._app = app
        self._page = page

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the application does, but for a person who is lost."""
        if not _is_person(scope):
            await self._app(scope, receive, send)
            return
        lost = False

        async def unless_lost(message: Message) -> None:
            nonlocal lost
            lost = lost or _is_nowhere(message)
            if not lost:
                await send(message)

        await self._app(scope, receive, unless_lost)
        if lost:
            response = await self._page(Request(scope))
            await response(scope, receive, send)


def _is_person(scope: Scope) -> bool:
    """Whether a browser opens a page; the paths of the API are for programs."""
    if scope["type"] != "http" or scope["method"] != "GET" or scope["path"].startswith("/v1/"):
        return False
    return any(b"text/html" in value for name, value in scope["headers"] if name == b"accept")


def _is_nowhere(message: Message) -> bool:
    """Whether an answer begins that says "not found", and not in words of ours already."""
    if message["type"] != "http.response.start" or message["status"] != NOT_FOUND:
        return False
    return not any(
        name == b"content-type" and value.startswith(b"text/html")
        for name, value in message["headers"]
    )

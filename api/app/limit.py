"""How much somebody may send at once: more is refused before it is kept in memory."""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.errors import Refusal, answer_of
from api.wire import AUDIO_TEXT

USUAL = 2**20
"""Bytes of a body; the longest that the bot sends has a tenth of it."""

WITH_AUDIO = USUAL + AUDIO_TEXT
"""Where a voice note may come along."""

LARGE = {
    "/v1/places": 2**25,
    "/v1/groups/import": 2**25,
    "/v1/inbound": WITH_AUDIO,
    "/v1/turns": WITH_AUDIO,
}
"""A gazetteer is a whole file."""


class TooLarge(Refusal):
    """The body is longer than anything this operation takes."""

    code = "too_large"
    status = 413
    detail = "The body is too large. Send less at once."


class BodyLimit:
    """Refuses a body that says it is too large, and stops reading one that turns out to be."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes on what is small enough."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        limit = LARGE.get(scope["path"], USUAL)
        said = Headers(scope=scope).get("content-length")
        if said is None:
            receive_again = await _read(receive, limit)
        else:
            receive_again = receive if said.isdecimal() and int(said) <= limit else None
        if receive_again is None:
            await answer_of(TooLarge())(scope, receive, send)
        else:
            await self.app(scope, receive_again, send)


async def _read(receive: Receive, limit: int) -> Receive | None:
    """The same body to be received again; None as soon as it is too large."""
    messages: list[Message] = []
    size = 0
    while not messages or messages[-1].get("more_body", False):
        messages.append(await receive())
        size += len(messages[-1].get("body", b""))
        if size > limit:
            return None

    async def again() -> Message:
        return messages.pop(0) if messages else await receive()

    return again

"""What can go wrong between a bot and Telegram, and how each fault looks from the bot.

Rule: one closed list; a fault looks as Telegram, its gateway or a broken line would make it look.
"""

import asyncio
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypedDict

from aiohttp import web

ANY = "*"  # every method
DOWNLOAD = "download"  # the method name of a file download


class Fault(StrEnum):
    """What can go wrong with one call."""

    TOO_MANY = "too_many"  # 429 with retry_after seconds
    FORBIDDEN = "forbidden"
    BAD_REQUEST = "bad_request"
    UNAUTHORIZED = "unauthorized"
    CONFLICT = "conflict"
    SERVER_ERROR = "server_error"
    MIGRATED = "migrated"  # 400 that names `migrate_to`
    BAD_GATEWAY = "bad_gateway"  # 502 with a page of HTML
    TRUNCATED = "truncated"  # 200 with half a JSON object
    DELAY = "delay"  # `seconds` late
    HOLD = "hold"  # only after `released.set()`
    DROP_BEFORE = "drop_before"  # never reaches Telegram
    DROP_AFTER = "drop_after"  # Telegram did it, the answer is lost


class Delivery(StrEnum):
    """What can go wrong with updates on their way to the bot."""

    PLAIN = "plain"
    DUPLICATED = "duplicated"
    REPLAYED = "replayed"  # what came last time comes again first
    REVERSED = "reversed"  # webhooks: every second one overtakes the one before it
    WRONG_SECRET = "wrong_secret"  # noqa: S105  # webhooks only; the word for a fault


REFUSALS = {
    Fault.TOO_MANY: (429, "Too Many Requests: retry after {retry_after}"),
    Fault.FORBIDDEN: (403, "Forbidden: bot was blocked by the user"),
    Fault.BAD_REQUEST: (400, "Bad Request: wrong file identifier/HTTP URL specified"),
    Fault.UNAUTHORIZED: (401, "Unauthorized"),
    Fault.CONFLICT: (409, "Conflict: terminated by other getUpdates request"),
    Fault.SERVER_ERROR: (500, "Internal Server Error"),
    Fault.MIGRATED: (400, "Bad Request: group chat was upgraded to a supergroup chat"),
}


class Detail(TypedDict, total=False):
    """What a fault may carry besides its kind."""

    chat_id: int  # only calls about this chat
    retry_after: int
    seconds: float
    migrate_to: int
    description: str


@dataclass
class Rule:
    """A declared fault; `count` is what is left of it."""

    method: str
    fault: Fault
    count: int
    detail: Detail
    released: asyncio.Event = field(default_factory=asyncio.Event)

    def matches(self, method: str, chat_id: int | None) -> bool:
        """Whether this call is the next to suffer."""
        wanted = self.detail.get("chat_id")
        named = self.method in (method, ANY)
        return named and self.count > 0 and wanted in (None, chat_id)


async def linger(rule: Rule) -> None:
    """Wait, if that is the fault."""
    if rule.fault is Fault.DELAY:
        await asyncio.sleep(rule.detail.get("seconds", 0.2))
    if rule.fault is Fault.HOLD:
        await rule.released.wait()


def spoiled(rule: Rule, request: web.Request) -> web.Response | None:
    """The answer of a fault that keeps the call from Telegram."""
    if rule.fault is Fault.DROP_BEFORE:
        return dropped(request)
    if rule.fault is Fault.BAD_GATEWAY:
        return web.Response(status=502, text="<html>Bad Gateway</html>", content_type="text/html")
    if rule.fault is Fault.TRUNCATED:
        return web.Response(text='{"ok": tru', content_type="application/json")
    return _refusal(rule) if rule.fault in REFUSALS else None


def _refusal(rule: Rule) -> web.Response:
    status, words = REFUSALS[rule.fault]
    retry_after = rule.detail.get("retry_after", 1)
    words = rule.detail.get("description", words.format(retry_after=retry_after))
    body: dict[str, Any] = {"ok": False, "error_code": status, "description": words}
    if rule.fault is Fault.TOO_MANY:
        body["parameters"] = {"retry_after": retry_after}
    if rule.fault is Fault.MIGRATED:
        body["parameters"] = {"migrate_to_chat_id": rule.detail["migrate_to"]}
    return web.json_response(body, status=status)


def dropped(request: web.Request) -> web.Response:
    """Cut the line without an answer."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()

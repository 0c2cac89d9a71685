"""How updates are heard: stored first, acknowledged after, each once and in order.

By polling, the next offset acknowledges; by webhook, the answer 200 does. Telegram is asked for
one delivery at a time, since parallel ones overtake each other.
"""

from __future__ import annotations

import asyncio
import hmac
import logging
from collections.abc import Coroutine

from fastapi import Request, Response
from telegram import Bot, Update
from telegram.error import Conflict, TelegramError

from api.vocabulary import InboundKind
from bot import crash
from bot.channel import Inbound, Ports
from bot.channels.telegram.incoming import ALLOWED, as_inbound, moved, overheard
from bot.ready import ready_for

log = logging.getLogger(__name__)

POLL_S = 30
PAUSE_S = 2.0
DELIVERIES_AT_ONCE = 1
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name


class Ears:
    """Hears one bot's updates and hands them to the application."""

    def __init__(self, bot: Bot, secret: str) -> None:
        self._bot = bot
        self._secret = secret
        self._errands: set[asyncio.Task[None]] = set()
        self.ports: Ports | None = None

    async def begin(self, url: str) -> None:
        """Say how updates are to come: to the webhook at `url` if there is a secret, or not."""
        if self._secret:
            await self._bot.set_webhook(
                url,
                secret_token=self._secret,
                allowed_updates=ALLOWED,
                max_connections=DELIVERIES_AT_ONCE,
            )
        else:
            await self._bot.delete_webhook()

    async def hear(self) -> None:
        """Poll until cancelled; with a webhook there is nothing to do."""
        if not self._secret:
            await self._poll()

    async def close(self) -> None:
        """Drop what was only for the look of it."""
        for errand in self._errands:
            errand.cancel()
        await asyncio.gather(*self._errands, return_exceptions=True)

    async def _poll(self) -> None:
        offset = 0
        while True:
            try:
                offset = await self._fetch(offset)
            except Conflict:
                log.warning("another process polls this bot; use a webhook for several workers")
                await asyncio.sleep(PAUSE_S)
            except TelegramError as error:
                log.info("Telegram cannot be polled now: %s", type(error).__name__)
                await asyncio.sleep(PAUSE_S)
            except Exception as error:  # noqa: BLE001 - what was not stored is fetched again
                crash.note(log, "storing an update", error)
                await asyncio.sleep(PAUSE_S)

    async def _fetch(self, offset: int) -> int:
        """Fetch, store; the offset that acknowledges what is stored now."""
        updates = await self._bot.get_updates(
            offset=offset, timeout=POLL_S, allowed_updates=ALLOWED
        )
        for update in sorted(updates, key=lambda one: one.update_id):
            await self._heard(update)
            offset = max(offset, update.update_id + 1)
        return offset

    async def pushed(self, request: Request) -> Response:
        """The webhook: 200 only for what is stored; without the secret, nothing."""
        given = request.headers.get(SECRET_HEADER, "")
        if not self._secret or not hmac.compare_digest(given.encode(), self._secret.encode()):
            return Response(status_code=403)
        try:
            update = Update.de_json(await request.json(), self._bot)
        except (ValueError, TypeError, KeyError, AttributeError):
            return Response(status_code=400)
        try:
            await self._heard(update)
        except Exception as error:  # noqa: BLE001 - Telegram delivers it again
            crash.note(log, "storing an update", error)
            return Response(status_code=500)
        return Response(status_code=200)

    async def _heard(self, update: Update) -> None:
        if self.ports is None:
            raise RuntimeError("the channel is not open")
        if renamed := moved(update):
            await self.ports.moved(*renamed)
        await ready_for(overheard(update))
        message = as_inbound(update, self._bot.bot)
        if message is not None:
            await _store(self.ports, message)
        if update.callback_query is not None:
            self._beside(self._end_spinner(update.callback_query.id))

    def _beside(self, errand: Coroutine[None, None, None]) -> None:
        """Do something that the next update need not wait for."""
        task = asyncio.create_task(errand)
        self._errands.add(task)
        task.add_done_callback(self._errands.discard)

    async def _end_spinner(self, query_id: str) -> None:
        """Only ends the spinner on the button: every outcome is a message of its own."""
        try:
            await self._bot.answer_callback_query(query_id)
        except TelegramError as error:
            log.info("a spinner could not be ended: %s", type(error).__name__)


async def _store(ports: Ports, message: Inbound) -> None:
    """Store a message; what our own schema refuses is stored as something for a person."""
    try:
        await ports.receive(message)
    except ValueError as error:
        crash.note(log, "keeping a message as it came", error)
        await ports.receive(Inbound(message.message_id, message.address, InboundKind.FILE))

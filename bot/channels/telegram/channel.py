"""The Telegram wire: stores what it hears before it acknowledges it, by polling or webhook."""

from __future__ import annotations

import asyncio
import contextlib
import hmac
import logging
import os

from fastapi import APIRouter, Request, Response
from telegram import Bot, LinkPreviewOptions, Update
from telegram.error import BadRequest, Conflict, TelegramError
from telegram.request import HTTPXRequest

from api.vocabulary import Channel as ChannelName
from bot.channel import Outgoing, Ports
from bot.channels.telegram.failure import classify
from bot.channels.telegram.incoming import ALLOWED, as_inbound
from bot.channels.telegram.menu import set_menus
from bot.channels.telegram.outgoing import markup, texts

os.environ.setdefault("PTB_TIMEDELTA", "true")  # retry_after as timedelta; the int is deprecated

log = logging.getLogger(__name__)
logging.getLogger("httpx").setLevel(logging.WARNING)  # it logs addresses with the bot's token

POLL_S = 30
PAUSE_S = 2.0
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name


class Telegram:
    """One bot. With a webhook secret Telegram pushes to `public_url`, otherwise we poll."""

    name = ChannelName.TELEGRAM

    def __init__(self, token: str, *, api: str, public_url: str = "", secret: str = "") -> None:
        self._bot = Bot(
            token,
            base_url=f"{api.rstrip('/')}/bot",
            base_file_url=f"{api.rstrip('/')}/file/bot",
            request=HTTPXRequest(connection_pool_size=16),
            get_updates_request=HTTPXRequest(connection_pool_size=1, read_timeout=POLL_S + 10),
        )
        self._public_url = public_url.rstrip("/")
        self._secret = secret
        self._ports: Ports | None = None
        self._polling: asyncio.Task[None] | None = None
        self.router = APIRouter()
        self.router.add_api_route("/telegram", self._pushed, methods=["POST"])

    @property
    def username(self) -> str:
        """The bot's name, for deep links."""
        return self._bot.username

    async def open(self, ports: Ports) -> None:
        """Sign in, offer the menu, start to hear; raises SendError when Telegram refuses us."""
        self._ports = ports
        try:
            await self._bot.initialize()
            await set_menus(self._bot)
            if self._secret:
                await self._bot.set_webhook(
                    f"{self._public_url}/telegram",
                    secret_token=self._secret,
                    allowed_updates=ALLOWED,
                )
            else:
                await self._bot.delete_webhook()
                self._polling = asyncio.create_task(self._poll())
        except TelegramError as error:
            raise classify(error) from error

    async def close(self) -> None:
        """Stop hearing; an update under way is stored first."""
        if self._polling is not None:
            self._polling.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._polling
        await self._bot.shutdown()

    async def send(self, outgoing: Outgoing) -> str:
        """Send one message; its last part carries the buttons, its id is returned."""
        try:
            if outgoing.edits and await self._edited(outgoing):
                return outgoing.edits
            return await self._sent(outgoing)
        except TelegramError as error:
            raise classify(error) from error

    async def _sent(self, outgoing: Outgoing) -> str:
        parts = list(texts(outgoing.lines))
        wire_id = ""
        for part in parts:
            sent = await self._bot.send_message(
                outgoing.address,
                part,
                reply_markup=markup(outgoing) if part is parts[-1] else None,
                link_preview_options=NO_PREVIEW,
                protect_content=outgoing.reveals,
            )
            wire_id = str(sent.message_id)
        return wire_id

    async def _edited(self, outgoing: Outgoing) -> bool:
        """Blank a stale offer by its own message; False when Telegram no longer allows it."""
        try:
            await self._bot.edit_message_text(
                "\n".join(outgoing.lines),
                chat_id=outgoing.address,
                message_id=int(outgoing.edits),
                link_preview_options=NO_PREVIEW,
            )
        except BadRequest as error:
            return "not modified" in error.message.lower()
        return True

    async def _poll(self) -> None:
        """Fetch, store, only then acknowledge by the next offset."""
        offset = 0
        while True:
            try:
                updates = await self._bot.get_updates(
                    offset=offset, timeout=POLL_S, allowed_updates=ALLOWED
                )
                for update in updates:
                    await self._heard(update)
                    offset = update.update_id + 1
            except Conflict:
                log.warning("another process polls this bot; use a webhook for several workers")
                await asyncio.sleep(PAUSE_S)
            except TelegramError as error:
                log.info("Telegram cannot be polled now: %s", type(error).__name__)
                await asyncio.sleep(PAUSE_S)
            except Exception:  # what could not be stored is fetched again
                log.exception("an update could not be stored")
                await asyncio.sleep(PAUSE_S)

    async def _heard(self, update: Update) -> None:
        message = as_inbound(update, self._bot.id)
        if message is not None and self._ports is not None:
            await self._ports.receive(message)
        if update.callback_query is not None:
            with contextlib.suppress(TelegramError):  # only ends the spinner on the button
                await self._bot.answer_callback_query(update.callback_query.id)

    async def _pushed(self, request: Request) -> Response:
        """The webhook: 200 only for what is stored; without the secret, nothing."""
        given = request.headers.get(SECRET_HEADER, "")
        if not self._secret or not hmac.compare_digest(given.encode(), self._secret.encode()):
            return Response(status_code=403)
        try:
            update = Update.de_json(await request.json(), self._bot)
        except (ValueError, TypeError, KeyError, AttributeError):
            return Response(status_code=400)
        await self._heard(update)
        return Response(status_code=200)

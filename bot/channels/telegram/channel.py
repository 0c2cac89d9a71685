"""The Telegram wire: one bot that hears by polling or webhook, and sends one message at a time."""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Awaitable, Callable

from fastapi import APIRouter
from telegram import LinkPreviewOptions
from telegram.error import BadRequest, TelegramError

from accessibility.voice.sound import Format
from api.vocabulary import Channel as ChannelName
from api.vocabulary import SendFailure
from bot import crash
from bot.channel import Outgoing, Ports, SendError, VoiceRefusedError
from bot.channels.telegram.failure import classify, refuses_voice
from bot.channels.telegram.hearing import PAUSE_S, POLL_S, Ears
from bot.channels.telegram.menu import set_menus
from bot.channels.telegram.outgoing import markup, texts
from bot.channels.telegram.requesting import Requests
from bot.channels.telegram.telling import Teller

os.environ.setdefault("PTB_TIMEDELTA", "true")  # retry_after as timedelta; the int is deprecated

log = logging.getLogger(__name__)
logging.getLogger("telegram").setLevel(logging.INFO)  # at DEBUG it logs whole messages

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
PASSING = frozenset({SendFailure.UNREACHABLE, SendFailure.THROTTLED})
"""Failures that pass by themselves: a bot that meets them at its start goes on trying."""


class Telegram:
    """One bot. With a webhook secret Telegram pushes to `public_url`, otherwise we poll."""

    name = ChannelName.TELEGRAM
    speaks = Format.OGG

    def __init__(self, token: str, *, api: str, public_url: str = "", secret: str = "") -> None:
        self._bot = Teller(
            token,
            base_url=f"{api.rstrip('/')}/bot",
            base_file_url=f"{api.rstrip('/')}/file/bot",
            request=Requests(16),
            get_updates_request=Requests(1, read_timeout=POLL_S + 10),
        )
        self._hook = f"{public_url.rstrip('/')}/telegram"
        self._ears = Ears(self._bot, secret)
        self._hearing: asyncio.Task[None] | None = None
        self._begun = False
        self.router = APIRouter(include_in_schema=False)
        self.router.add_api_route("/telegram", self._ears.pushed, methods=["POST"])

    def link_to(self, payload: str) -> str:
        """A link that opens the private chat with the bot, with a payload of a deep link."""
        return f"https://t.me/{self._bot.username}?start={payload}"

    async def open(self, ports: Ports) -> None:
        """Sign in and start to hear; raises SendError when Telegram refuses us for good.

        A Telegram that is only out of reach is tried again until it is there.
        """
        self._ears.ports = ports
        try:
            await self._begin()
        except SendError as error:
            if error.kind not in PASSING:
                raise
            log.warning("Telegram is out of reach; trying again")
        self._hearing = asyncio.create_task(self._hear())

    async def close(self) -> None:
        """Stop hearing; what was not stored is heard again by whoever comes next."""
        if self._hearing is not None:
            self._hearing.cancel()
            await asyncio.gather(self._hearing, return_exceptions=True)
        await self._ears.close()
        self._begun = False
        await self._bot.shutdown()

    async def _begin(self) -> None:
        try:
            await self._bot.initialize()
            await self._ears.begin(self._hook)
        except TelegramError as error:
            raise classify(error) from error
        self._begun = True

    async def _hear(self) -> None:
        """Begin if that failed before; hear until cancelled, and set the menus meanwhile."""
        if not self._begun:
            await _until_done(self._begin)
        await asyncio.gather(self._ears.hear(), _until_done(lambda: set_menus(self._bot)))

    async def send(self, outgoing: Outgoing) -> str:
        """Send one message; its last part carries the buttons, its id is returned.

        One that replaces another also marks that one as over, for who only looks at the chat.
        """
        if not self._begun:
            raise SendError(SendFailure.UNREACHABLE)
        try:
            if outgoing.edits:
                await self._blank(outgoing)
            return await self._sent(outgoing)
        except TelegramError as error:
            raise classify(error) from error

    async def say(self, outgoing: Outgoing) -> None:
        """Send the audio of a message as a voice note, protected as its text is."""
        if not self._begun:
            raise SendError(SendFailure.UNREACHABLE)
        try:
            await self._bot.say(outgoing.address, outgoing.audio, protect=outgoing.reveals)
        except TelegramError as error:
            if refuses_voice(error):
                raise VoiceRefusedError from error
            raise classify(error) from error

    async def audio(self, file_id: str, most: int) -> bytes:
        """What a voice note holds, if that is no more than `most` bytes; raises SendError."""
        if not self._begun:
            raise SendError(SendFailure.UNREACHABLE)
        try:
            file = await self._bot.get_file(file_id)
            if (file.file_size or 0) > most:
                raise SendError(SendFailure.REJECTED)
            return bytes(await file.download_as_bytearray())
        except TelegramError as error:
            raise classify(error) from error

    async def _sent(self, outgoing: Outgoing) -> str:
        parts = list(texts(outgoing.lines))
        wire_id = ""
        for number, part in enumerate(parts, 1):
            buttons = markup(outgoing) if number == len(parts) else None
            wire_id = await self._bot.tell(
                outgoing.address, part, buttons, protect=outgoing.reveals
            )
        return wire_id

    async def _blank(self, outgoing: Outgoing) -> None:
        """Take the buttons of a stale offer away; an old message may not be edited any more."""
        try:
            await self._bot.edit_message_text(
                "\n".join(outgoing.lines),
                chat_id=outgoing.address,
                message_id=int(outgoing.edits),
                link_preview_options=NO_PREVIEW,
            )
        except BadRequest:
            log.info("a stale message could not be changed")


async def _until_done(step: Callable[[], Awaitable[None]]) -> None:
    """Try again until it works: without it the bot is there all the same."""
    while True:
        try:
            return await step()
        except (SendError, TelegramError) as error:
            crash.note(log, "beginning to hear Telegram", error)
            await asyncio.sleep(PAUSE_S)

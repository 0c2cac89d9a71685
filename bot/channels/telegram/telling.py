"""How a message is said to Telegram: as plain JSON in one call.

The library would make an object of each button on the way there, and of all that Telegram repeats
of the message on the way back; both together cost more than the call.
"""

from __future__ import annotations

from telegram import Bot, InputFile

from bot.channels.telegram.outgoing import Markup

NO_PREVIEW = {"is_disabled": True}

VOICE_FILE = "linli.ogg"
"""How the file of a voice note is called; nobody sees it."""


class Teller(Bot):
    """The library's bot, with its errors, its retries and its defaults."""

    async def tell(self, chat: str, text: str, buttons: Markup | None, *, protect: bool) -> str:
        """Send a message; its id. Raises TelegramError as `send_message` does."""
        values = {
            "chat_id": chat,
            "text": text,
            "reply_markup": buttons,
            "link_preview_options": NO_PREVIEW,
            "protect_content": protect,
        }
        sent = await self._post("sendMessage", values)
        return str(sent["message_id"])

    async def say(self, chat: str, audio: bytes, *, protect: bool) -> None:
        """Send a voice note (OGG/Opus). Raises TelegramError as `send_voice` does."""
        file = InputFile(audio, filename=VOICE_FILE)
        await self._post("sendVoice", {"chat_id": chat, "voice": file, "protect_content": protect})

"""What a message carries besides text: the file as Telegram names it, and all words in it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from telegram import Contact, Message

from api.vocabulary import InboundKind

NAME_LIMIT = 80
"""Characters of a media type that are kept."""


def kind_of(message: Message) -> InboundKind:
    """What a file is to us; what we have no name for is a file."""
    if message.voice or message.audio or message.video_note:
        return InboundKind.VOICE
    if message.photo:
        return InboundKind.PHOTO
    return InboundKind.STICKER if message.sticker else InboundKind.FILE


def media_of(message: Message) -> dict[str, Any]:
    """The file by the name Telegram gives it; empty for what has no file, such as a card."""
    found = message.effective_attachment
    file = found[-1] if isinstance(found, list | tuple) and found else found
    return {
        "file_id": getattr(file, "file_id", ""),
        "mime": (getattr(file, "mime_type", "") or "")[:NAME_LIMIT],
        "size": getattr(file, "file_size", 0) or 0,
        "seconds": _seconds(getattr(file, "duration", 0) or 0),
    }


def _seconds(lasts: timedelta | int) -> int:
    """How long a file plays, as the library tells it by its settings."""
    return int(lasts.total_seconds() if isinstance(lasts, timedelta) else lasts)


def words_of(message: Message) -> str:
    """Every word in a message: its text or caption, a venue's name, a card's name and number."""
    if message.contact is not None:
        return _on_card(message.contact)
    if message.venue is not None:
        return ", ".join(filter(None, (message.venue.title, message.venue.address)))
    return message.text or message.caption or ""


def _on_card(card: Contact) -> str:
    return " ".join(filter(None, (card.first_name, card.last_name, card.phone_number)))

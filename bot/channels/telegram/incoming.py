"""An update of the Bot API becomes an inbound message, or nothing when it says nothing to us."""

from __future__ import annotations

from typing import Any

from telegram import CallbackQuery, ChatMember, Message, Update
from telegram.constants import ChatType

from api.vocabulary import InboundKind
from bot.channel import Inbound

ALLOWED = ["message", "callback_query", "my_chat_member"]
"""The kinds of update we ask for; an edited message is never a new answer, so it is not one."""

KEYS = {"person": "0", "again": "9", "back": "*"}
"""Commands of the menu that are keys; the others are words that every form knows."""

WORDS = frozenset({"stop", "restart", "language"})


def as_inbound(update: Update, bot_id: int) -> Inbound | None:
    """What the update says, in our words; the address is the person's private chat.

    `bot_id` makes update ids unique among several bots.
    """
    message_id = f"{bot_id}:{update.update_id}"
    if update.callback_query is not None:
        return _press(update.callback_query, message_id)
    if update.my_chat_member is not None:
        return _membership(update, message_id)
    if update.message is not None and update.message.from_user is not None:
        return _message(update.message, message_id)
    return None


def _press(query: CallbackQuery, message_id: str) -> Inbound | None:
    chat = query.message.chat if query.message else None
    body: dict[str, Any] = {"button": query.data or ""}
    if chat is not None and chat.type != ChatType.PRIVATE:
        body["group_chat"] = str(chat.id)
    return Inbound(message_id, str(query.from_user.id), InboundKind.BUTTON, body)


def _membership(update: Update, message_id: str) -> Inbound | None:
    """Blocked in private, or thrown out of a group chat: nothing reaches this address any more."""
    change = update.my_chat_member
    if change is None or change.new_chat_member.status not in (
        ChatMember.BANNED,
        ChatMember.LEFT,
    ):
        return None
    return Inbound(message_id, str(change.chat.id), InboundKind.LEFT)


def _message(message: Message, message_id: str) -> Inbound | None:
    if message.chat.type != ChatType.PRIVATE:
        return _in_group(message, message_id)
    kind, body = _said(message)
    hint = message.from_user.language_code if message.from_user else None
    if hint:
        body["language_hint"] = hint
    return Inbound(message_id, str(message.chat.id), kind, body)


def _in_group(message: Message, message_id: str) -> Inbound | None:
    """In a group chat we hear only the invite that joins the chat to its group."""
    command, _, link = (message.text or "").partition(" ")
    if not command.startswith("/start") or not link or message.from_user is None:
        return None
    body = {"link": link[:80], "group_chat": str(message.chat.id)}
    return Inbound(message_id, str(message.from_user.id), InboundKind.START, body)


def _said(message: Message) -> tuple[InboundKind, dict[str, Any]]:
    words = message.text or message.caption or ""
    if message.forward_origin is not None:
        return InboundKind.FORWARD, {"text": words, **_media(message)}
    if message.contact is not None:
        return _contact(message)
    if message.location is not None:
        at = message.location
        return InboundKind.LOCATION, {"latitude": at.latitude, "longitude": at.longitude}
    if message.text is not None:
        return _text(message.text)
    return _kind_of_media(message), {"text": words, **_media(message)}


def _text(text: str) -> tuple[InboundKind, dict[str, Any]]:
    command, _, rest = text.partition(" ")
    name = command.removeprefix("/").partition("@")[0]
    if not text.startswith("/"):
        return InboundKind.TEXT, {"text": text}
    if name == "start":
        return InboundKind.START, {"link": rest.strip()[:80]}
    if name in WORDS:
        return InboundKind.BUTTON, {"button": f"::{name}"}
    return InboundKind.TEXT, {"text": KEYS.get(name, text.removeprefix("/"))}


def _contact(message: Message) -> tuple[InboundKind, dict[str, Any]]:
    """One's own number is an answer; somebody else's card is for a person to look at."""
    card = message.contact
    own = card is not None and message.from_user and card.user_id == message.from_user.id
    if card is None or not own:
        return InboundKind.FORWARD, {"media": {"file_id": ""}}
    return InboundKind.CONTACT, {"phone": f"+{card.phone_number.lstrip('+')}"}


def _kind_of_media(message: Message) -> InboundKind:
    if message.voice or message.audio or message.video_note:
        return InboundKind.VOICE
    if message.photo:
        return InboundKind.PHOTO
    return InboundKind.STICKER if message.sticker else InboundKind.FILE


def _media(message: Message) -> dict[str, Any]:
    """The file as Telegram names it; what we do not know by kind is kept without one."""
    found = message.effective_attachment
    file = found[-1] if isinstance(found, list | tuple) and found else found
    return {
        "media": {
            "file_id": getattr(file, "file_id", ""),
            "mime": (getattr(file, "mime_type", "") or "")[:80],
            "size": getattr(file, "file_size", 0) or 0,
        }
    }

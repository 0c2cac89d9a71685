"""An update of the Bot API becomes an inbound message, or nothing when it says nothing to us."""

from __future__ import annotations

from typing import Any

from telegram import CallbackQuery, ChatMember, ChatMemberUpdated, Message, Update, User
from telegram.constants import ChatType

from accessibility.understand import judged
from api.vocabulary import InboundKind
from bot.channel import Inbound
from bot.channels.telegram.media import kind_of, media_of, words_of
from bot.channels.telegram.menu import COMMANDS as MENU

ALLOWED = ["message", "callback_query", "my_chat_member"]
"""The kinds of update we ask for; an edited message is never a new answer, so it is not one."""

COMMANDS = frozenset(MENU) - {"start"}
"""Commands of the menu that every question knows; `/start` opens the conversation."""

PRIVATE = "private"
"""What a deep link carries that opens the private chat and is no invite."""

LINK_LIMIT = 64
"""Characters a deep link may carry (Bot API, features, deep linking)."""


def as_inbound(update: Update, me: User) -> Inbound | None:
    """What the update says, in our words; the address is the person's private chat.

    `me` is the bot: its id makes update ids unique among several bots, its name tells which
    commands of a group chat are ours.
    """
    message_id = f"{me.id}:{update.update_id}"
    if update.callback_query is not None:
        return _press(update.callback_query, message_id)
    if update.my_chat_member is not None:
        return _membership(update.my_chat_member, message_id)
    if update.message is not None and update.message.from_user is not None:
        return _message(update.message, update.message.from_user, me, message_id)
    return None


def moved(update: Update) -> tuple[str, str] | None:
    """The old and the new name of a group chat that became a supergroup."""
    message = update.message
    if message is None or message.migrate_to_chat_id is None:
        return None
    return str(message.chat.id), str(message.migrate_to_chat_id)


def overheard(update: Update) -> str:
    """What somebody wrote in a group chat, which is read for danger before it is kept; or ""."""
    message = update.message
    is_group = message is not None and message.chat.type != ChatType.PRIVATE
    return (message.text or "") if message is not None and is_group else ""


def _press(query: CallbackQuery, message_id: str) -> Inbound:
    chat = query.message.chat if query.message else None
    body: dict[str, Any] = {"button": query.data or ""}
    if chat is not None and chat.type != ChatType.PRIVATE:
        body["group_chat"] = str(chat.id)
    return Inbound(message_id, str(query.from_user.id), InboundKind.BUTTON, body)


def _membership(change: ChatMemberUpdated, message_id: str) -> Inbound | None:
    """Blocked in private, or thrown out of a group chat: nothing reaches this address any more."""
    if change.new_chat_member.status not in {ChatMember.BANNED, ChatMember.LEFT}:
        return None
    return Inbound(message_id, str(change.chat.id), InboundKind.LEFT)


def _message(message: Message, sender: User, me: User, message_id: str) -> Inbound | None:
    if message.chat.type != ChatType.PRIVATE:
        return _in_group(message, sender, me, message_id)
    said = _said(message, sender)
    if said is None:
        return None
    kind, body = said
    body["said_at"] = message.date
    if sender.language_code:
        body["language_hint"] = sender.language_code
    return Inbound(message_id, str(message.chat.id), kind, body)


def _in_group(message: Message, sender: User, me: User, message_id: str) -> Inbound | None:
    """In a group chat we hear only the invite that joins the chat to its group, and danger."""
    text = message.text or ""
    name, to, link = _command(text)
    ours = to in {"", (me.username or "").lower()}
    if not name and judged(text, "").outcome == "emergency":
        said = {"text": text, "group_chat": str(message.chat.id)}
        return Inbound(message_id, str(sender.id), InboundKind.TEXT, said)
    if name != "start" or not ours or not link:
        return None
    body = {"link": link[:LINK_LIMIT], "group_chat": str(message.chat.id)}
    return Inbound(message_id, str(sender.id), InboundKind.START, body)


def _said(message: Message, sender: User) -> tuple[InboundKind, dict[str, Any]] | None:
    """What a private message says; None for what Telegram itself writes into a chat."""
    if message.forward_origin is not None:
        return InboundKind.FORWARD, {"text": words_of(message), "media": media_of(message)}
    if message.contact is not None:
        return _contact(message, sender)
    if message.location is not None:
        at = message.location
        place = {"latitude": at.latitude, "longitude": at.longitude}
        return InboundKind.LOCATION, {"text": words_of(message), **place}
    if message.text is not None:
        return _text(message.text)
    if message.effective_attachment is None:
        return None
    return kind_of(message), {"text": words_of(message), "media": media_of(message)}


def _text(text: str) -> tuple[InboundKind, dict[str, Any]]:
    name, _, rest = _command(text)
    if not name:
        return InboundKind.TEXT, {"text": text}
    if name == "start":
        return InboundKind.START, {"link": "" if rest == PRIVATE else rest[:LINK_LIMIT]}
    if name in COMMANDS:
        return InboundKind.BUTTON, {"button": f"::{name}"}
    return InboundKind.TEXT, {"text": f"{name} {rest}".strip()}


def _command(text: str) -> tuple[str, str, str]:
    """A command's name, the bot it is meant for ("" when none is named), and what follows."""
    if not text.startswith("/"):
        return "", "", ""
    first, *rest = text[1:].split(maxsplit=1) or [""]
    name, _, to = first.lower().partition("@")
    return name, to, "".join(rest).strip()


def _contact(message: Message, sender: User) -> tuple[InboundKind, dict[str, Any]]:
    """One's own number is an answer; somebody else's card is for a person to look at."""
    card = message.contact
    if card is None or card.user_id != sender.id:
        return InboundKind.FORWARD, {"text": words_of(message), "media": media_of(message)}
    return InboundKind.CONTACT, {"phone": f"+{card.phone_number.lstrip('+')}"}

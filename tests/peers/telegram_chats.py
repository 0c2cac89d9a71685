"""What Telegram remembers of chats: who is in them, whether the bot may write, what was said.

Rule: a chat that refuses does so in Telegram's own words, with its own status.
"""

import time
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NoReturn

from lo_bot_api_emulator import (  # type: ignore[import-untyped]  # ships no types
    ApiRefusal,
)

BOT_ID = 7
Wire = dict[str, Any]
ENTITIES = {"text": "entities", "caption": "caption_entities"}


class Circumstance(StrEnum):
    """Refusals that are nobody's mistake: a good bot meets them too and goes on."""

    BLOCKED = "Forbidden: bot was blocked by the user"
    KICKED = "Forbidden: bot was kicked from the group chat"
    LEFT = "Forbidden: bot is not a member of the group chat"
    MIGRATED = "Bad Request: group chat was upgraded to a supergroup chat"
    EDIT_GONE = "Bad Request: message to edit not found"
    DELETE_GONE = "Bad Request: message to delete not found"
    REPLY_GONE = "Bad Request: message to be replied not found"
    NOT_MODIFIED = (
        "Bad Request: message is not modified: specified new message content and reply markup"
        " are exactly the same as a current content and reply markup of the message"
    )
    QUERY_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


class Standing(StrEnum):
    """How the bot stands in a chat, in the words of ChatMember.status."""

    MEMBER = "member"
    LEFT = "left"
    KICKED = "kicked"


def refuse(why: Circumstance, **parameters: int) -> NoReturn:
    """Answer as Telegram does; raises ApiRefusal with 403 or 400."""
    raise ApiRefusal(str(why), 403 if why.startswith("Forbidden") else 400, parameters or None)


@dataclass
class Chat:
    """One chat: messages by id as they look now, and the reply keyboard shown below them."""

    wire: Wire
    standing: Standing = Standing.MEMBER
    migrated_to: int | None = None
    messages: dict[int, Wire] = field(default_factory=dict)
    keyboard: Wire | None = None
    members: set[int] = field(default_factory=set)
    fixed: set[int] = field(default_factory=set)  # messages with a reply keyboard, never editable

    @property
    def private(self) -> bool:
        """Whether this is one person's chat with the bot."""
        return bool(self.wire["type"] == "private")

    def check_reachable(self) -> None:
        """Refuse a chat in which the bot cannot write any more; raises ApiRefusal."""
        if self.migrated_to is not None:
            refuse(Circumstance.MIGRATED, migrate_to_chat_id=self.migrated_to)
        if self.standing is Standing.KICKED:
            refuse(Circumstance.BLOCKED if self.private else Circumstance.KICKED)
        if self.standing is Standing.LEFT:
            refuse(Circumstance.LEFT)

    def check_reply(self, reply: Wire | None) -> None:
        """Refuse an answer to a message that nobody wrote; raises ApiRefusal."""
        if not reply or reply.get("allow_sending_without_reply"):
            return
        if reply["message_id"] not in self.messages:
            refuse(Circumstance.REPLY_GONE)

    def show(self, message: Wire, markup: Wire | None) -> None:
        """Keep a message of the bot and what its markup does to the chat."""
        self.messages[message["message_id"]] = message
        if markup is None or "inline_keyboard" in markup:
            return
        self.fixed.add(message["message_id"])
        self.keyboard = markup if "keyboard" in markup else None

    def edit(self, message_id: int, changes: Wire) -> Wire:
        """The message as edited; an edit always replaces the inline keyboard too."""
        old = self.messages.get(message_id)
        if old is None:
            refuse(Circumstance.EDIT_GONE)
        if old["from"]["id"] != BOT_ID or message_id in self.fixed:
            raise ApiRefusal("Bad Request: message can't be edited")
        stale = [ENTITIES[name] for name in changes if name in ENTITIES]
        new = _without(old, "reply_markup", "edit_date", *stale) | changes
        if new == _without(old, "edit_date"):
            refuse(Circumstance.NOT_MODIFIED)
        new["edit_date"] = int(time.time())
        self.messages[message_id] = new
        return new

    def delete(self, message_id: int) -> None:
        """Forget a message; raises ApiRefusal when it is not there."""
        if self.messages.pop(message_id, None) is None:
            refuse(Circumstance.DELETE_GONE)


class Chats(dict[int, Chat]):
    """Every chat that Telegram knows, by id."""

    def meet(self, wire: Wire) -> Chat:
        """The chat with this wire form, new to the bot or known."""
        return self.setdefault(wire["id"], Chat(wire))

    def reachable(self, chat_id: int) -> Chat:
        """The chat, if the bot may write there; raises ApiRefusal."""
        if chat_id not in self:
            raise ApiRefusal("Bad Request: chat not found")
        self[chat_id].check_reachable()
        return self[chat_id]


def _without(message: Wire, *names: str) -> Wire:
    return {name: value for name, value in message.items() if name not in names}

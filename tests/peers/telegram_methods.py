"""What each method of the Bot API does here: somebody else's emulator, widened to Telegram.

Rule: a call is judged twice, by aiogram's models and by the emulator's own contract, before it
changes anything.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from lo_bot_api_emulator import (  # type: ignore[import-untyped]  # ships no types
    CONTRACT,
    ApiRefusal,
    LoBotApiEmulator,
)

from tests.peers.telegram_chats import BOT_ID, Chat, Chats, Circumstance, Standing, Wire, refuse
from tests.peers.telegram_contract import decoded, problems, utf16_length

BOT = {"id": BOT_ID, "is_bot": True, "first_name": "Linli", "username": "linli_bot"}
DOWNLOAD_LIMIT = 20 * 1024 * 1024  # core.telegram.org/bots/api#getfile
MEDIA = ("sendVoice", "sendAudio", "sendPhoto", "sendDocument", "sendVideo")
EDITS = ("editMessageText", "editMessageCaption", "editMessageReplyMarkup")
PROFILE = ("setMyName", "setMyDescription", "setMyShortDescription")
SHOWN = ("text", "entities", "caption", "caption_entities")
Result = TypeVar("Result")


@dataclass(frozen=True)
class Call:
    """One call of the bot: fields as they came, their values, uploaded files."""

    method: str
    fields: Wire
    values: Wire
    uploads: Wire

    @property
    def chat_id(self) -> int:
        """The chat that the call is about."""
        return int(self.values["chat_id"])


@dataclass(frozen=True)
class Sent:
    """One thing the bot did: in which chat (0: in none), with which values, seen as what."""

    chat_id: int
    method: str
    values: Wire
    message: Wire | None = None


class TelegramMethods(LoBotApiEmulator):  # type: ignore[misc]  # the parent is untyped
    """The emulator's answers, with chats that remember."""

    def __init__(self) -> None:
        super().__init__(enable_control=True, max_assets=10_000)
        self.chats = Chats()
        self.sent: list[Sent] = []
        self.commands: dict[tuple[str, str], list[Wire]] = {}
        self.queries: dict[str, int] = {}
        self._answers = self._answer_table()

    def validate(self, method: str, fields: Wire, uploads: Wire) -> Any:
        """Judge a call, then do it; raises ApiRefusal."""
        call = Call(method, fields, decoded(method, fields), uploads)
        for problem in problems(method, call.values, uploads):
            raise ApiRefusal(f"Bad Request: {problem}")
        return self._answers.get(method, self._by_parent)(call)

    def take_message_id(self) -> int:
        """The next free message id: one count for people and the bot alike."""
        self.next_id += 1
        return int(self.next_id) - 1

    def take_file(self, content: bytes, kind: str) -> str:
        """Keep a file that a person sends; its file id."""
        file_id = f"{kind}-of-a-person-{len(self.assets) + 1}"
        self.assets[file_id] = {"filename": file_id, "data": content, "size": len(content)}
        return file_id

    def _answer_table(self) -> dict[str, Callable[[Call], Any]]:
        return {
            **dict.fromkeys((*MEDIA, "sendMessage", "sendLocation"), self._send),
            **dict.fromkeys(EDITS, self._edit),
            **dict.fromkeys(PROFILE, self._accept),
            "getMe": self._get_me,
            "getFile": self._get_file,
            "getChatMember": self._get_chat_member,
            "deleteMessage": self._delete,
            "sendChatAction": self._send_action,
            "answerCallbackQuery": self._answer_query,
            "setMyCommands": self._set_commands,
            "getMyCommands": self._get_commands,
            "deleteMyCommands": self._delete_commands,
            "leaveChat": self._leave,
        }

    def _by_parent(self, call: Call, *hidden: str) -> Any:
        """The emulator's own answer to the part of a call that it can judge."""
        definition = CONTRACT["methods"].get(call.method, {})
        known = set(definition.get("parameters") or ()) - set(hidden)
        kept = {name: value for name, value in call.fields.items() if name in known}
        return super().validate(call.method, kept, call.uploads)

    def _send(self, call: Call) -> Wire:
        chat = self.chats.reachable(call.chat_id)
        chat.check_reply(call.values.get("reply_parameters"))
        markup = self._markup(call, chat)
        message = self._content(call) | _said(call) | _inline(markup)
        message |= {"from": BOT, "chat": chat.wire, "date": int(time.time())}
        if call.values.get("protect_content"):
            message["has_protected_content"] = True
        chat.show(message, markup)
        return self._done(call, message)

    def _content(self, call: Call) -> Wire:
        if utf16_length(call.values.get("caption") or "") > CONTRACT["limits"]["captionUtf16"]:
            raise ApiRefusal("Bad Request: message caption is too long")
        if call.method != "sendLocation":
            return dict(self._by_parent(call, "reply_markup"))
        place = {name: float(call.values[name]) for name in ("latitude", "longitude")}
        return {"message_id": self.take_message_id(), "location": place}

    def _markup(self, call: Call, chat: Chat) -> Wire | None:
        markup: Wire | None = call.values.get("reply_markup")
        if markup is not None and "force_reply" not in markup:
            self.validate_markup(markup, private_chat=chat.private)
        return markup

    def _edit(self, call: Call) -> Wire:
        chat = self.chats.reachable(call.chat_id)
        self._by_parent(call)
        changes = _said(call) | _inline(call.values.get("reply_markup"))
        return self._done(call, chat.edit(int(call.values["message_id"]), changes))

    def _delete(self, call: Call) -> bool:
        self._by_parent(call)
        self.chats.reachable(call.chat_id).delete(int(call.values["message_id"]))
        return self._done(call, result=True)

    def _send_action(self, call: Call) -> bool:
        self._by_parent(call)
        self.chats.reachable(call.chat_id)
        return self._done(call, result=True)

    def _answer_query(self, call: Call) -> bool:
        self._by_parent(call)
        chat_id = self.queries.get(call.values["callback_query_id"])
        if chat_id is None:
            refuse(Circumstance.QUERY_OLD)
        self.sent.append(Sent(chat_id, call.method, call.values))
        return True

    def _get_me(self, call: Call) -> Wire:
        answer: Wire = self._by_parent(call)
        answer.pop("capabilities")  # not Telegram's
        return answer | BOT

    def _get_file(self, call: Call) -> Wire:
        answer: Wire = self._by_parent(call)
        size = self.assets[answer["file_id"]]["size"]
        if size > DOWNLOAD_LIMIT:
            raise ApiRefusal("Bad Request: file is too big")
        return {**answer, "file_size": size}

    def _get_chat_member(self, call: Call) -> Wire:
        user_id = int(call.values["user_id"])
        user = {"id": user_id, "is_bot": False, "first_name": "Somebody"}
        inside = user_id in self.chats.reachable(call.chat_id).members
        return {"status": "member" if inside else "left", "user": user}

    def _set_commands(self, call: Call) -> bool:
        self._by_parent(call)
        self.commands[_scope(call)] = call.values["commands"]
        return self._done(call, result=True)

    def _get_commands(self, call: Call) -> list[Wire]:
        return self.commands.get(_scope(call), [])

    def _delete_commands(self, call: Call) -> bool:
        self.commands.pop(_scope(call), None)
        return self._done(call, result=True)

    def _leave(self, call: Call) -> bool:
        chat = self.chats.reachable(call.chat_id)
        if chat.private:
            raise ApiRefusal("Bad Request: chat member status can't be changed in private chats")
        chat.standing = Standing.LEFT
        return self._done(call, result=True)

    def _accept(self, call: Call) -> bool:
        return self._done(call, result=True)

    def _done(self, call: Call, result: Result) -> Result:
        message = result if isinstance(result, dict) else None
        chat_id = int(call.values.get("chat_id", 0))
        self.sent.append(Sent(chat_id, call.method, call.values, message))
        return result


def _said(call: Call) -> Wire:
    return {name: call.values[name] for name in SHOWN if call.values.get(name)}


def _inline(markup: Wire | None) -> Wire:
    if markup is None or not markup.get("inline_keyboard"):
        return {}
    return {"reply_markup": markup}


def _scope(call: Call) -> tuple[str, str]:
    scope = call.values.get("scope") or {"type": "default"}
    return call.values.get("language_code") or "", scope["type"]

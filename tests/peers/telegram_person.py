"""A person on Telegram: says, shows, presses and reads, one step a line of a test.

Rule: a person does only what the app would let them do, and reads what the bot sent in its order.
"""

import re
import time
from itertools import count

from tests.peers.telegram_buttons import find_button
from tests.peers.telegram_chats import Wire
from tests.peers.telegram_emulator import TelegramEmulator
from tests.peers.telegram_methods import BOT
from tests.peers.telegram_view import ChatView

PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")  # core.telegram.org/bots/features#deep-linking
_user_ids = count(70_001)
_query_ids = count(9_000_000_000_000_001)


class TelegramPerson(ChatView):
    """Somebody with a private chat with the bot; a `stranger` has not opened it yet."""

    def __init__(
        self,
        telegram: TelegramEmulator,
        name: str = "Mei",
        language: str = "en",
        *,
        stranger: bool = False,
    ) -> None:
        super().__init__(telegram, next(_user_ids))
        self.user = {
            "id": self.id,
            "is_bot": False,
            "first_name": name,
            "language_code": language,
        }
        self._wire = {"id": self.id, "type": "private", "first_name": name}
        if not stranger:
            telegram.chats.meet(self._wire)

    # What the person does; each answers with the update's id

    async def says(self, text: str) -> int:
        """Write a text; a leading slash makes it a command, as in the app."""
        return await self._message(text=text, **commands(text))

    async def starts(self, payload: str = "") -> int:
        """Open the bot, by a deep link when there is a payload."""
        if payload and not PAYLOAD.fullmatch(payload):
            raise AssertionError(f"Telegram makes no link of {payload!r}")
        return await self.says(f"/start {payload}".strip())

    async def follows(self, link: str) -> int:
        """Open a link to the bot that was read somewhere."""
        address, _, payload = link.partition("?start=")
        if address != f"https://t.me/{BOT['username']}":
            raise AssertionError(f"{link} does not lead to the bot")
        return await self.starts(payload)

    async def shares_contact(self, phone_number: str, owner_id: int | None = None) -> int:
        """Hand over a contact: their own, or with `owner_id` somebody else's (0: not a user)."""
        user_id = self.id if owner_id is None else owner_id
        contact = {"phone_number": phone_number, "first_name": self.user["first_name"]}
        return await self._message(contact=contact | ({"user_id": user_id} if user_id else {}))

    async def shares_location(
        self, latitude: float, longitude: float, accuracy: float | None = None
    ) -> int:
        """Send a pin, WGS-84 degrees; `accuracy` in metres is often missing."""
        place = {"latitude": latitude, "longitude": longitude}
        extra = {} if accuracy is None else {"horizontal_accuracy": accuracy}
        return await self._message(location=place | extra)

    async def sends_voice(self, content: bytes = b"OggS", seconds: int = 2) -> int:
        """Speak a voice note; the bot can download `content`."""
        voice = self._file(content, "voice") | {"duration": seconds, "mime_type": "audio/ogg"}
        return await self._message(voice=voice)

    async def sends_photo(self, content: bytes = b"\xff\xd8\xff", caption: str = "") -> int:
        """Send a picture, with or without words."""
        photo = [self._file(content, "photo") | {"width": 640, "height": 480}]
        return await self._message(photo=photo, **({"caption": caption} if caption else {}))

    async def sends_document(self, content: bytes = b"%PDF", name: str = "note.pdf") -> int:
        """Send a file."""
        return await self._message(document=self._file(content, "document") | {"file_name": name})

    async def sends_sticker(self, emoji: str = "👍") -> int:
        """Send a sticker."""
        kind = {"type": "regular", "is_animated": False, "is_video": False, "emoji": emoji}
        size = {"width": 512, "height": 512}
        return await self._message(sticker=self._file(b"RIFF", "sticker") | kind | size)

    async def forwards(self, text: str, author: str = "Somebody") -> int:
        """Forward what a hidden user wrote elsewhere."""
        origin = {"type": "hidden_user", "sender_user_name": author, "date": int(time.time())}
        return await self._message(text=text, forward_origin=origin)

    async def edits(self, text: str) -> int:
        """Change their own latest text."""
        mine = [
            one
            for one in self.chat.messages.values()
            if one["from"]["id"] == self.id and "text" in one
        ]
        edited = {**mine[-1], "text": text, "edit_date": int(time.time())}
        return await self.telegram.inject({"edited_message": edited})

    async def presses(self, wanted: str | int) -> int:
        """Press the latest button with this label or number; below the chat it writes its text."""
        button, message = find_button(self.chat, wanted)
        if message is not None:
            return await self.presses_on(message, button)
        asks = {"request_location", "request_contact"} & {key for key in button if button[key]}
        if asks:
            raise AssertionError(f"{wanted!r} asks for {asks}: use shares_location or _contact")
        return await self.says(button["text"])

    async def presses_on(self, message: Wire, button: Wire) -> int:
        """Press a button of this message, also one that has been taken away since."""
        if "callback_data" not in button:
            raise AssertionError(f"{button} opens a link: use follows")
        query = {
            "id": str(next(_query_ids)),
            "from": self.user,
            "message": message,
            "chat_instance": str(message["chat"]["id"]),
            "data": button["callback_data"],
        }
        return await self.telegram.inject({"callback_query": query})

    async def blocks_bot(self) -> int:
        """Stop the bot: it gets 403 from now on."""
        return await self._standing("member", "kicked")

    async def unblocks_bot(self) -> int:
        """Let the bot write again."""
        return await self._standing("kicked", "member")

    # What these steps are made of

    def _file(self, content: bytes, kind: str) -> Wire:
        file_id = self.telegram.take_file(content, kind)
        return {
            "file_id": file_id,
            "file_unique_id": f"{file_id}-unique",
            "file_size": len(content),
        }

    async def _message(self, **content: object) -> int:
        message = {"from": self.user, "chat": self._wire, **content}
        return await self.telegram.inject({"message": message})

    async def _standing(self, before: str, after: str) -> int:
        return await self.telegram.inject(
            {"my_chat_member": standing(self._wire, self.user, before, after)}
        )


def commands(text: str) -> Wire:
    """The entity that the app adds to a text which starts with a command."""
    if not text.startswith("/"):
        return {}
    length = len(text.split(maxsplit=1)[0])
    return {"entities": [{"type": "bot_command", "offset": 0, "length": length}]}


def standing(chat: Wire, by: Wire, before: str, after: str) -> Wire:
    """The wire form of a change of the bot's own membership."""
    return {
        "chat": chat,
        "from": by,
        "date": int(time.time()),
        "old_chat_member": _membership(before),
        "new_chat_member": _membership(after),
    }


def _membership(status: str) -> Wire:
    return {"status": status, "user": BOT, **({"until_date": 0} if status == "kicked" else {})}

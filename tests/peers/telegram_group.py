"""A group chat on Telegram with the bot in it.

Rule: the bot hears what Telegram's privacy mode lets through: commands, mentions, answers to it,
presses and service messages.
"""

from itertools import count

from tests.peers.telegram_buttons import find_button
from tests.peers.telegram_chats import Wire
from tests.peers.telegram_emulator import TelegramEmulator
from tests.peers.telegram_methods import BOT
from tests.peers.telegram_person import TelegramPerson, commands, standing
from tests.peers.telegram_view import ChatView

SUPERGROUP = -1_000_000_000_000  # ids of supergroups start with -100
_group_ids = count(3_001)


class TelegramGroup(ChatView):
    """A group; the bot is in it once `adds_bot` has happened."""

    def __init__(self, telegram: TelegramEmulator, title: str = "Neighbours") -> None:
        super().__init__(telegram, -next(_group_ids))
        self.title = title

    async def adds_bot(self, by: TelegramPerson) -> int:
        """Somebody adds the bot, and so is a member themselves."""
        change = await self._changes(by, "left", "member")
        self.joined_by(by)
        return change

    async def removes_bot(self, by: TelegramPerson) -> int:
        """Somebody throws the bot out: it gets 403 from now on."""
        return await self._changes(by, "member", "kicked")

    def joined_by(self, *people: TelegramPerson) -> None:
        """People join; the bot is not told, but may ask with getChatMember."""
        self.chat.members |= {person.id for person in people}

    async def says(self, person: TelegramPerson, text: str) -> int | None:
        """Somebody writes; None when privacy mode hides it from the bot."""
        if not (text.startswith("/") or f"@{BOT['username']}" in text):
            return None
        return await self._message(person, text=text, **commands(text))

    async def answers(self, person: TelegramPerson, text: str) -> int | None:
        """Somebody replies to the bot's latest message."""
        return await self._message(person, text=text, reply_to_message=self.received[-1])

    async def presses(self, person: TelegramPerson, wanted: str | int) -> int:
        """Somebody presses the latest button with this label or number."""
        button, message = find_button(self.chat, wanted)
        if message is None:
            raise AssertionError("a group has no keyboard below the chat")
        return await person.presses_on(message, button)

    async def becomes_supergroup(self, by: TelegramPerson) -> int:
        """The chat gets another id, which Telegram tells in both chats; the new id."""
        old, new = self.chat, SUPERGROUP + self.id
        await self._message(by, migrate_to_chat_id=new)
        old.migrated_to, old_id = new, self.id
        self.id, self._read = new, 0
        await self._message(by, migrate_from_chat_id=old_id)
        self.chat.members |= old.members
        return new

    @property
    def _wire(self) -> Wire:
        kind = "supergroup" if self.id < SUPERGROUP else "group"
        return {"id": self.id, "type": kind, "title": self.title}

    async def _message(self, person: TelegramPerson, **content: object) -> int:
        message = {"from": person.user, "chat": self._wire, **content}
        return await self.telegram.inject({"message": message})

    async def _changes(self, by: TelegramPerson, before: str, after: str) -> int:
        return await self.telegram.inject(
            {"my_chat_member": standing(self._wire, by.user, before, after)}
        )

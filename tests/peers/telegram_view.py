"""What can be read in a chat: the bot's new messages in order, and the screen as it stands.

Rule: an edit is never a new message, for nobody is told of it.
"""

from tests.peers.telegram_buttons import labels
from tests.peers.telegram_chats import Chat, Wire
from tests.peers.telegram_emulator import TelegramEmulator
from tests.peers.telegram_methods import Sent

KINDS = {"voice", "audio", "photo", "sticker", "location", "contact", "document"}


class ChatView:
    """One chat, seen by the people in it."""

    def __init__(self, telegram: TelegramEmulator, chat_id: int) -> None:
        self.telegram, self.id = telegram, chat_id
        self._read = 0

    @property
    def chat(self) -> Chat:
        """The chat as it looks now."""
        return self.telegram.chats[self.id]

    @property
    def labels(self) -> list[str]:
        """Every button that can be pressed now."""
        return labels(self.chat)

    @property
    def received(self) -> list[Wire]:
        """Every new message of the bot, in order, as it was when it came; no edits."""
        return [one.message for one in self._sent() if one.message and "send" in one.method]

    @property
    def screen(self) -> list[str]:
        """The words in the chat as they stand now, edits included, both sides."""
        return [words(message) for message in self.chat.messages.values()]

    @property
    def toasts(self) -> list[str]:
        """The words that flashed up after presses; screen readers never read them out."""
        answers = [one.values for one in self._sent() if one.method == "answerCallbackQuery"]
        return [values["text"] for values in answers if values.get("text")]

    async def reads(self) -> str:
        """The next new message of the bot; raises AssertionError when the bot stays silent."""
        place = self._read
        await self.telegram.until(
            lambda: len(self.received) > place, f"message {place + 1} to chat {self.id}"
        )
        self._read += 1
        return words(self.received[place])

    async def reads_until(self, fragment: str) -> list[str]:
        """Every new message up to the one that contains this fragment."""
        read = [await self.reads()]
        while fragment not in read[-1]:
            read.append(await self.reads())
        return read

    def _sent(self) -> list[Sent]:
        return [one for one in self.telegram.sent if one.chat_id == self.id]


def words(message: Wire) -> str:
    """What can be read of a message; its kind in brackets when there are no words."""
    kind = "".join(KINDS & set(message))
    return str(message.get("text") or message.get("caption") or f"[{kind}]")

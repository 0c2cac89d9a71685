"""Somebody who answers on Telegram by voice notes alone: spoken by a voice, really listened to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import locales
from accessibility.speech import spoken
from accessibility.voice.sound import Format, Manner

READ_BACK = "I heard:"
ASKS = "0 = a person"
TRIES = 4


@dataclass
class Speaker:
    """A person with a voice; every question they get can be read as well."""

    person: Any
    voice: Any

    async def audio(self, words: str, language: str = "en") -> bytes:
        """A voice note that says this."""
        return await self.voice.say(spoken(words, locales.catalog(language)), Manner(Format.OGG))

    async def says(self, words: str) -> str:
        """Speak; the question that comes then."""
        begin = len(self.person.received)
        await self.sends(words)
        return await self.question(begin)

    async def sends(self, words: str, language: str = "en") -> None:
        """Speak, and wait for nothing."""
        await self.person.sends_voice(await self.audio(words, language))

    async def says_until(self, words: str, fragment: str) -> None:
        """Speak, once more while it is not heard, until this is told."""
        for _ in range(TRIES):
            begin = len(self.person.received)
            await self.sends(words)
            if fragment in await self.question(begin, fragment):
                return
        raise AssertionError(f"{words!r} was not heard")

    async def question(self, begin: int, fragment: str = ASKS) -> str:
        """The first question after so many messages, or what else is waited for."""

        def asked():
            texts = [one.get("text", "") for one in self.person.received[begin:]]
            return next((text for text in texts if ASKS in text or fragment in text), "")

        await self.person.telegram.until(asked, "a question")
        return asked()

    async def answers(self, *ways: str, heard: str = "") -> str:
        """Answer in one of these wordings, and confirm only what was meant; the next question.

        `heard` is what must be read back; "" takes whatever was heard.
        """
        for number in range(TRIES):
            asked = await self.says(ways[number % len(ways)])
            if READ_BACK not in asked:
                continue
            if heard in asked:
                return await self._until_gone("Yes, that is right")
            await self._until_gone("No, that is wrong")
        raise AssertionError(f"{ways} was not heard: {asked}")

    async def _until_gone(self, words: str) -> str:
        for _ in range(TRIES):
            asked = await self.says(words)
            if READ_BACK not in asked:
                return asked
        raise AssertionError(f"{words!r} was not heard")

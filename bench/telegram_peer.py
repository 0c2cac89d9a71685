"""People on a Telegram of their own on loopback, who write and wait for the answer."""

from __future__ import annotations

from tests.peers.telegram_emulator import TelegramEmulator
from tests.peers.telegram_person import TelegramPerson

SCRIPT = ("/start", "1", "1", "1", "1", "1", "2")
"""A resident who asks for food: language, safe, consent, need, which food, when."""


async def turns(telegram: TelegramEmulator, number: int) -> int:
    """At least so many turns, each answered before the next; how many there were."""
    taken = 0
    while taken < number:
        person = TelegramPerson(telegram)
        for text in SCRIPT:
            await _turn(person, text)
        taken += len(SCRIPT)
    return taken


async def _turn(person: TelegramPerson, text: str) -> None:
    heard = len(person.received)
    await person.says(text)
    await person.telegram.until(lambda: len(person.received) > heard, f"an answer to {text}")

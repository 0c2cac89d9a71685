"""Ears for tests: a voice note of theirs is the words themselves, and is heard as it says."""

from __future__ import annotations

import asyncio
import base64
import itertools

import sqlalchemy as sa

from accessibility.listen.errors import NothingSaidError
from accessibility.prompt import Heard
from api.database.tables.inbound import inbound as inbound_table
from api.database.tables.recordings import recordings as table
from api.vocabulary import InboundKind
from bot.channel import Inbound

IDS = itertools.count(1)
SURE = 0.9


class Ears:
    """Hears every voice note rightly, unless something else is foreseen.

    `come_to` are what the next voice notes come to instead, in order: an error, or what is heard.
    While `wait` is not set, nothing is heard. `asked` are the language and the words of each.
    """

    def __init__(self, languages=("en", "zh-Hans")):
        self.languages = languages
        self.come_to = []
        self.asked = []
        self.begun = asyncio.Event()
        self.wait = asyncio.Event()
        self.wait.set()

    async def hears(self, language):
        """Whether it is one of its languages."""
        return language in self.languages

    async def hear(self, audio, language, expected):
        """The words of a voice note."""
        self.asked.append((language, expected))
        self.begun.set()
        await self.wait.wait()
        if self.come_to:
            comes = self.come_to.pop(0)
            if isinstance(comes, Exception):
                raise comes
            return comes
        if not audio.strip():
            raise NothingSaidError
        return Heard(audio.decode(), SURE)

    async def close(self):
        """Nothing to close."""


def ears_of(world) -> Ears:
    """The ears that this world has from now on, made when they are first needed."""
    listening = world.whole.bot.conversation.answering.listening
    if not isinstance(listening.ears, Ears):
        listening.ears = Ears()
        listening.try_s = 0
    return listening.ears


def voice_note(world, name, words, **body) -> Inbound:
    """A voice note that came along with its message; it says `words`."""
    audio = words.encode()
    media = {"file_id": "", "mime": "audio/ogg", "size": len(audio)}
    said = {"media": media, **body}
    number = f"voice{next(IDS)}"
    return Inbound(number, world.address(name), InboundKind.VOICE, said, audio)


async def speak(world, name, words, **body) -> Inbound:
    """Somebody speaks, and everything that follows happens."""
    ears_of(world)
    note = voice_note(world, name, words, **body)
    world.log.append(f"{name} says: {words}")
    await world.wire(name).ports.receive(note)
    await world.settle()
    return note


async def kept(world):
    """The voice notes that are kept, each with whether a call has it."""
    rows = await world.read(lambda conn: conn.execute(sa.select(table)).all())
    return [row.call_id is not None for row in rows]


async def unanswered(world):
    """How many messages wait for an answer."""
    waits = sa.select(sa.func.count()).where(inbound_table.c.settled_at.is_(None))
    return await world.read(lambda conn: conn.scalar(waits))


async def played(world, caller, name):
    """What a caller hears who takes the call with somebody."""
    await world.take_call(caller, name)
    told = await world.in_call(caller, "GET", "")
    path = [f"recordings/{one['id']}" for one in told["recordings"]]
    notes = [await world.in_call(caller, "GET", one) for one in path]
    return [base64.b64decode(one["audio"]).decode() for one in notes]

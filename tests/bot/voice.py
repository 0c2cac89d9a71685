"""A stand-in for the voice, for what a real one does only when something goes wrong."""

from __future__ import annotations

import asyncio

from accessibility.voice.errors import NoVoiceError
from accessibility.voice.voices import Voices

EVERY = Voices(engine="test", found={"en": "en", "cmn": "cmn"})
"""The voices of a machine that has both languages."""


class Voice:
    """Says what it is told to, or fails as it is told to; remembers what it was asked for.

    `come_to`: what the next utterances come to, in order: bytes, an exception, or an event to
    wait for. Without any it says `b"OggS"` and the words.
    """

    def __init__(self, *come_to, voices=EVERY):
        self.come_to = list(come_to)
        self.asked = []
        self.begun = asyncio.Event()
        self.known = voices

    async def voices(self):
        """What there is, or why there is nothing."""
        if isinstance(self.known, Exception):
            raise self.known
        return self.known

    async def say(self, speech, manner, *, keep=False):
        """The audio of an utterance."""
        self.asked.append((speech, manner, keep))
        self.begun.set()
        for one in speech:
            if not self.known.speaks(one.language):
                raise NoVoiceError(one.language)
        come = self.come_to.pop(0) if self.come_to else None
        if isinstance(come, asyncio.Event):
            await come.wait()
            come = None
        if isinstance(come, BaseException):
            raise come
        return b"OggS" + words_of(speech).encode() if come is None else come

    async def close(self):
        """Nothing to end."""

    async def __aenter__(self):
        return self

    async def __aexit__(self, *_):
        await self.close()


def words_of(speech):
    """All that is said, in one text."""
    return " ".join(one.text for one in speech)

"""A voice for what is sent, to whom wants one: made in time, or not at all.

A text is never lost, late by more than a deadline, or sent twice because of a voice. What the
voice does decides nothing but whether it is heard.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from api.vocabulary import Channel as ChannelName
from api.vocabulary import SendFailure
from bot import crash
from bot.channel import Channel, Outgoing, SendError, Speaking, VoiceRefusedError
from bot.dialogue.state import Turn
from bot.dialogue.statement import Statement
from bot.forms import FORMS
from bot.manner import (
    BY_BUTTON,
    chooses_language,
    is_everybodys,
    promises_voice,
    sound_of,
    wants_voice,
    without_voice,
)
from bot.service import Claimed, NoticeOut
from bot.spoken import Spoken
from bot.turn import in_its_language

log = logging.getLogger(__name__)

AT_ONCE = 4
"""Voice notes on their way at one time: large ones on a slow line must not hold up any text."""

REMEMBERED = 512
"""So many notices are known whose voice was tried, for as long as their text is tried again."""

TRIES = 2
"""A wire that is throttled took nothing: the voice is tried once more when it may be."""


HURRIED_S = 30.0
"""So long no voice is waited for where something cannot wait, if it is not seen to be sent."""


@dataclass(slots=True)
class Voicing:
    """What is said aloud of what is sent by the channels of this process."""

    spoken: Spoken
    channels: Mapping[ChannelName, Channel]
    _urgent: dict[str, asyncio.Event] = field(default_factory=dict)
    _hurried: dict[str, float] = field(default_factory=dict)
    _tried: OrderedDict[str, int] = field(default_factory=OrderedDict)
    _slots: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))

    async def voiced(self, work: Claimed, turn: Turn) -> Turn:
        """The turn without a promise of a voice where nothing can be heard.

        That a language has no voice is also told where voice notes would have been sent.
        """
        sends = isinstance(self.channels.get(work.channel), Speaking)
        if not promises_voice(turn) and not (sends and chooses_language(turn)):
            return turn
        why = await self._lacks(work.channel, in_its_language(work, turn).facts.language)
        return without_voice(turn, why) if why else turn

    async def _lacks(self, name: ChannelName, language: str) -> Statement | None:
        """Why nothing can be heard on a channel in a language; None where it can."""
        if name in BY_BUTTON:
            heard: Statement | None = Statement.LISTEN_HERE
        else:
            heard = (
                None if isinstance(self.channels.get(name), Speaking) else Statement.ONLY_WRITTEN
            )
        unheard = heard is Statement.ONLY_WRITTEN
        if unheard or not language or await self.spoken.speaks(language):
            return heard
        return Statement.NO_VOICE

    def hurry(self, address_id: str) -> None:
        """Wait for no voice there until `calm`: something that cannot wait is to be sent."""
        self._hurried[address_id] = time.monotonic() + HURRIED_S
        if event := self._urgent.get(address_id):
            event.set()

    def calm(self, address_id: str) -> None:
        """What could not wait is sent."""
        self._hurried.pop(address_id, None)

    def _is_hurried(self, address_id: str) -> bool:
        """For a while only: what cannot wait may have been sent by another process."""
        if self._hurried.get(address_id, 0.0) > time.monotonic():
            return True
        self.calm(address_id)
        return False

    async def say(self, notice: NoticeOut, outgoing: Outgoing, practice: tuple[str, ...]) -> bool:
        """Say it aloud, if that is wanted and possible; whether its reader refuses voice notes.

        Raises SendError for a wire that is throttled, before anything was sent.
        """
        channel = self.channels[notice.channel]
        if not isinstance(channel, Speaking) or not wants_voice(notice.manner, outgoing.face):
            return False
        tries = self._tried.get(notice.notice_id, 0)
        if tries >= TRIES or self._is_hurried(notice.address_id):
            return False
        audio = await self._made(notice, outgoing, practice, channel)
        if not audio:
            return False
        self._remember(notice.notice_id, TRIES)
        try:
            async with self._slots:
                await channel.say(replace(outgoing, audio=audio))
        except VoiceRefusedError:
            return True
        except SendError as error:
            log.warning("a voice note could not be sent: %s", error.kind)
            if error.kind is SendFailure.THROTTLED and tries + 1 < TRIES:
                self._remember(notice.notice_id, tries + 1)
                raise
        except Exception as error:  # noqa: BLE001 - the text is sent all the same
            crash.note(log, "sending a voice note", error)
        return False

    def done(self, notice_id: str) -> None:
        """Its text is sent, or will never be."""
        self._tried.pop(notice_id, None)

    def _remember(self, notice_id: str, tries: int) -> None:
        self._tried[notice_id] = tries
        if len(self._tried) > REMEMBERED:
            self._tried.popitem(last=False)

    async def _made(
        self, notice: NoticeOut, outgoing: Outgoing, practice: tuple[str, ...], channel: Speaking
    ) -> bytes | None:
        """The audio, unless something more urgent comes before it is there."""
        saying = asyncio.create_task(
            self.spoken.audio(
                outgoing.prompt,
                outgoing.language,
                sound_of(notice.manner, channel.speaks),
                practice=practice,
                patience=outgoing.face.patience,
                keep=is_everybodys(notice.code, notice.values, FORMS),
            )
        )
        urgent = self._urgent.setdefault(notice.address_id, asyncio.Event())
        hurried = asyncio.create_task(urgent.wait())
        try:
            await asyncio.wait({saying, hurried}, return_when=asyncio.FIRST_COMPLETED)
            return saying.result() if saying.done() else None
        finally:
            self._urgent.pop(notice.address_id, None)
            for task in (saying, hurried):
                task.cancel()
            await asyncio.gather(saying, hurried, return_exceptions=True)

"""A voice note becomes a reading: its audio is fetched, listened to, and understood.

Whoever spoke hears of it when that takes longer than a moment. Nothing is kept here: a message
that was put off, or whose listener died, is taken up again from where it is stored.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Coroutine, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

from accessibility.listen.errors import (
    ListenBusyError,
    ListenError,
    NoEarsError,
    TooLongError,
)
from accessibility.listen.expected import Expected
from accessibility.listen.limits import MOST_SECONDS
from accessibility.prompt import Heard, Prompt, ReadingKind
from accessibility.understand import read
from api.vocabulary import Channel, InboundKind
from bot.channel import Held, SendError
from bot.heard import Listened, deafness, expected_in, understood
from bot.ready import ready_for
from bot.service import MOST_BYTES, Claimed, Fetch, Hold, InboundOut, Problem, Recorded, Service
from bot.settings import Settings

log = logging.getLogger(__name__)

SLOW_S = 5.0
"""After so long whoever spoke is told to wait a moment, and the lane is held longer."""

HOLD_S = 30
"""For so long it is held each time."""

AGAIN_S = 5
"""When everybody listens to others, it is tried again after so long."""

AT_ONCE = 8
"""Voice notes under way in one process: each is in memory meanwhile."""

PATIENCE_S = 600
"""After so long of that a person listens instead."""

TRIES = 3
TRY_S = 2.0
"""A wire that does not give a voice note is asked so often, with so long between."""


SOON_S = 2.0
"""So long the card of somebody in danger waits for what they spoke beside it."""

LOST = frozenset({"lease_lost", "stale_turn"})
"""What the API answers when somebody else has the lane, or has answered."""


class Listens(Protocol):
    """What makes words of audio: `accessibility.listen.listener.Listener` is one."""

    async def hears(self, language: str) -> bool:
        """Whether a language is understood here."""

    async def hear(self, audio: bytes, language: str, expected: Expected) -> Heard:
        """The words of a voice note; raises a ListenError."""

    async def close(self) -> None:
        """Listen no more."""


class NotYet(Exception):  # noqa: N818 - it says what is the case
    """The message was put off, or somebody else has it by now."""


@contextmanager
def _ours() -> Iterator[None]:
    """Raises NotYet when the API says that the lane is not ours any more."""
    try:
        yield
    except Problem as problem:
        if problem.code not in LOST:
            raise
        raise NotYet from problem


def ears_of(settings: Settings) -> Listens:
    """What listens as the settings want it; its process begins with the first voice note."""
    from accessibility.listen.listener import Listener  # noqa: PLC0415 - memory of who only writes

    folder = settings.listen_directory
    return Listener(Path(folder).absolute() if folder else None)


@dataclass(slots=True)
class Listening:
    """Listens for one process; `languages` are tried for who has chosen none."""

    service: Service
    ears: Listens
    wires: Mapping[Channel, object]
    languages: tuple[str, ...]
    region: str = ""
    slow_s: float = SLOW_S
    try_s: float = TRY_S
    soon_s: float = SOON_S
    _under_way: int = field(default=0, init=False)

    async def to(self, work: Claimed, asked: Sequence[Prompt | None]) -> Listened:
        """What was said to the first of these questions that it answers.

        Danger in written words beside it is answered at once. Raises NotYet, and what the service
        raises.
        """
        came = work.inbound
        if came is None:
            raise NotYet
        written = read(came.body.text, asked[0], work.facts.language, region=self.region)
        if written.kind is ReadingKind.DANGER:
            audio = await self._at_once(work, came)
            return Listened(written, unheard=True, recorded=audio)
        return await self._while_told(work, came, self._heeded(work, came, asked))

    async def _at_once(self, work: Claimed, came: InboundOut) -> Recorded:
        """The audio, if it can be had in a moment: nobody in danger waits for it."""
        try:
            async with asyncio.timeout(self.soon_s):
                return await self._audio(work, came)
        except (TimeoutError, TooLongError):
            return Recorded()

    async def _while_told(
        self, work: Claimed, came: InboundOut, listening: Coroutine[None, None, Listened]
    ) -> Listened:
        """What comes of listening; meanwhile the lane is held, and whoever spoke knows why."""
        task = asyncio.create_task(listening)
        try:
            while not (await asyncio.wait({task}, timeout=self.slow_s))[0]:
                await self._hold(work, came)
            return await task
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    async def _hold(self, work: Claimed, came: InboundOut, *, back: bool = False) -> None:
        """Say that it takes a moment; raises NotYet when the lane is not ours any more."""
        wanted = Hold(
            address_id=work.address_id,
            lease=work.lease,
            inbound_id=came.id,
            for_s=AGAIN_S if back else HOLD_S,
            back=back,
            most_s=PATIENCE_S,
        )
        with _ours():
            held = (await self.service.hold(wanted)).held
        if not held:
            raise NotYet

    async def _heeded(
        self, work: Claimed, came: InboundOut, asked: Sequence[Prompt | None]
    ) -> Listened:
        if self._under_way >= AT_ONCE:
            await self._hold(work, came, back=True)
        self._under_way += 1
        try:
            recorded = await self._audio(work, came)
            return await self._told(work, came, asked, recorded)
        except TooLongError:
            return Listened(deafness(work, longest=str(MOST_SECONDS)))
        finally:
            self._under_way -= 1

    async def _told(
        self,
        work: Claimed,
        came: InboundOut,
        asked: Sequence[Prompt | None],
        recorded: Recorded,
    ) -> Listened:
        told = Listened(deafness(work))
        if recorded.audio and came.kind is not InboundKind.FORWARD:
            told = await self._understood(work, came, recorded.audio, asked)
        return replace(told, recorded=recorded)

    async def _understood(
        self, work: Claimed, came: InboundOut, audio: bytes, asked: Sequence[Prompt | None]
    ) -> Listened:
        try:
            found = await self._heard(audio, work.facts.language, asked)
        except ListenBusyError:
            await self._hold(work, came, back=True)
            return Listened(deafness(work))
        except NoEarsError:
            return Listened(deafness(work))
        except TooLongError:
            return Listened(deafness(work, longest=str(MOST_SECONDS)))
        return understood(found, asked, self.region, beside=came.body.text)

    async def _heard(
        self, audio: bytes, language: str, asked: Sequence[Prompt | None]
    ) -> list[tuple[str, Heard]]:
        """What was heard, in the person's language or in each that they may speak."""
        tried = (language,) if language else self.languages
        able = [one for one in tried if await self.ears.hears(one)]
        if not able:
            raise NoEarsError
        found = []
        for one in able:
            try:
                said = await self.ears.hear(audio, one, expected_in(one, asked))
            except (NoEarsError, TooLongError, ListenBusyError):
                raise
            except ListenError as error:
                log.info("a voice note was not heard: %s", type(error).__name__)
            else:
                await ready_for(said.text)
                found.append((one, said))
        return found

    async def _audio(self, work: Claimed, came: InboundOut) -> Recorded:
        """The audio of a message; empty when it cannot be had.

        Raises TooLongError before anything is fetched that is too large to keep.
        """
        media = came.body.media
        if media is None or not media.file_id:
            wanted = Fetch(address_id=work.address_id, lease=work.lease, inbound_id=came.id)
            with _ours():
                return await self.service.recording(wanted)
        if media.size > MOST_BYTES:
            raise TooLongError
        audio = await self._fetched(work.channel, media.file_id)
        return Recorded(audio=audio, mime=media.mime)

    async def _fetched(self, channel: Channel, file_id: str) -> bytes:
        wire = self.wires.get(channel)
        if not isinstance(wire, Held):
            return b""
        for left in reversed(range(TRIES)):
            try:
                return await wire.audio(file_id, MOST_BYTES)
            except SendError as error:
                log.info("a voice note could not be fetched: %s", error.kind)
                await asyncio.sleep(self.try_s if left else 0)
        return b""

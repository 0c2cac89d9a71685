"""Speech in, audio out: one utterance after another, from the cache or from the worker."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Self

from accessibility.process.keeper import BusyError, Keeper, NoWorkerError
from accessibility.process.worker import WorkerEndedError, WorkerTooSlowError
from accessibility.speech.segment import Speech
from accessibility.voice.cache import Cache, key_of
from accessibility.voice.clean import MOST_CHARACTERS, clean
from accessibility.voice.errors import (
    NoEngineError,
    NoVoiceError,
    UnspeakableError,
    VoiceBusyError,
    VoiceError,
)
from accessibility.voice.sound import Manner
from accessibility.voice.voices import Voices

log = logging.getLogger(__name__)

MODULE = "accessibility.voice.worker"
MOST_WAITING = 32
"""So many utterances may wait; whoever comes then is told at once, and can send text."""

DEADLINE_S, DEADLINE_EACH_S = 30.0, 0.1
"""So long one utterance may take, and so much more for each character of it."""


class Speaker:
    """Speaks with one worker process; `own` is a directory of the operator's own voices.

    The worker is started by the first utterance. Use it as an async context, or close it.
    """

    def __init__(
        self, cache: Cache | None = None, own: Path | None = None, waiting: int = MOST_WAITING
    ) -> None:
        self._cache = cache
        self._keeper = Keeper(MODULE, (str(own),) if own else (), waiting)
        self._voices: Voices | None = None

    async def voices(self) -> Voices:
        """The voices of this machine; raises NoEngineError without any, and VoiceBusyError."""
        if self._voices is None or not self._voices.any:
            async with self._queued():
                await self._ready()
        return self._voices or Voices()

    async def say(self, speech: Speech, manner: Manner, *, keep: bool = False) -> bytes:
        """The audio of an utterance, whole.

        `keep`: these words are everybody's, so their audio may lie in the cache. Raises a
        VoiceError: NoVoiceError, VoiceBusyError, UnspeakableError or NoEngineError.
        """
        cache = self._cache if keep else None
        voices = await self.voices()
        order = _order(speech, manner, voices)
        key = key_of(speech, manner, f"{voices.engine} {sorted(voices.own.items())}")
        if cache and (kept := await asyncio.to_thread(cache.get, key, manner.format)):
            return kept
        async with self._queued():
            audio = await self._made(order)
        if cache:
            await _put(cache, key, manner, audio)
        return audio

    @property
    def pid(self) -> int:
        """The id of the worker process; 0 while there is none."""
        return self._keeper.pid

    async def close(self) -> None:
        """End the worker."""
        await self._keeper.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    @asynccontextmanager
    async def _queued(self) -> AsyncIterator[None]:
        """A turn at the worker; raises VoiceBusyError when too many wait for one."""
        try:
            async with self._keeper.turn():
                yield
        except BusyError as error:
            raise VoiceBusyError(error.waiting) from error

    async def _ready(self) -> None:
        """Know the voices of the worker there is; raises NoEngineError without any."""
        try:
            worker = await self._keeper.ready()
        except NoWorkerError as error:
            raise NoEngineError(f"The voice does not start: {error}.") from error
        known, self._voices = self._voices, Voices(**worker.hello)
        if not self._voices.any:
            raise NoEngineError(self._voices.lacks)
        if self._voices.lacks and self._voices != known:
            log.warning("a voice cannot be used: %s", self._voices.lacks)

    async def _made(self, order: dict[str, Any]) -> bytes:
        """The audio of an order."""
        length = sum(len(text) for _, text, _ in order["segments"])
        await self._ready()
        try:
            told, audio = await self._keeper.ask(order, DEADLINE_S + DEADLINE_EACH_S * length)
        except NoWorkerError as error:
            raise NoEngineError(f"The voice does not start: {error}.") from error
        except WorkerTooSlowError as error:
            raise VoiceError(f"The voice took longer than {error}.") from error
        except WorkerEndedError as error:
            raise UnspeakableError("No voice survives this text.") from error
        if not audio:
            raise VoiceError(str(told.get("error", "The voice gave no audio.")))
        return audio


def _order(speech: Speech, manner: Manner, voices: Voices) -> dict[str, Any]:
    """What the worker is asked for; every language has its voice, every text is clean."""
    segments: list[tuple[str, str, int]] = []
    for one in speech:
        text = clean(one.text)
        voice = voices.of(one.language) if text else ""
        if text and not voice:
            raise NoVoiceError(one.language)
        segments.append((voice, text, one.pause))
    length = sum(len(text) for _, text, _ in segments)
    if not length:
        raise UnspeakableError("There is nothing to say.")
    if length > MOST_CHARACTERS:
        raise UnspeakableError(f"{length} characters; at most {MOST_CHARACTERS} are spoken.")
    manners = {"rate": manner.rate, "gain": manner.gain, "format": manner.format.value}
    return {"segments": segments, **manners}


async def _put(cache: Cache, key: str, manner: Manner, audio: bytes) -> None:
    """Keep audio; a disk that is full or gone is no reason to say nothing."""
    try:
        await asyncio.to_thread(cache.put, key, manner.format, audio)
    except OSError as error:
        log.warning("voice cache: %s", error.strerror)

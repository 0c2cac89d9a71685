"""Audio in, words out: one voice note after another, from the worker."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Self

from accessibility.listen.ears import Ears
from accessibility.listen.errors import (
    ListenBusyError,
    ListenError,
    NoEarsError,
    NotAudioError,
    NothingSaidError,
    TooLongError,
)
from accessibility.listen.expected import Expected
from accessibility.listen.limits import MOST_BYTES, MOST_SECONDS, deadline_s
from accessibility.process.keeper import BusyError, Keeper, NoWorkerError
from accessibility.process.worker import WorkerEndedError, WorkerTooSlowError
from accessibility.prompt import Heard

log = logging.getLogger(__name__)

MODULE = "accessibility.listen.worker"
MOST_WAITING = 32
"""So many voice notes may wait; whoever comes then is told at once, and heard later."""

REST_S = 600.0
"""After so long without a voice note the worker ends: a model takes much of a small machine."""

ERRORS: Mapping[str, type[ListenError]] = {
    "no_ears": NoEarsError,
    "too_long": TooLongError,
    "not_audio": NotAudioError,
    "nothing": NothingSaidError,
}
"""By the names that the worker gives them."""


class Listener:
    """Listens with one worker process; `folder` holds the operator's models.

    The worker is started by the first audio. Use it as an async context, or close it.
    """

    def __init__(self, folder: Path | None = None, waiting: int = MOST_WAITING) -> None:
        self._keeper = Keeper(MODULE, (str(folder),), waiting, REST_S) if folder else None
        self._ears = Ears()

    async def ears(self) -> Ears:
        """What is understood on this machine, and what is missing for more.

        Raises ListenBusyError, and NoEarsError when the worker does not start.
        """
        if self._keeper and not self._ears.any:
            async with self._queued(self._keeper):
                await self._ready(self._keeper)
        return self._ears

    async def languages(self) -> tuple[str, ...]:
        """The tags of the languages that are understood here, in small letters."""
        return (await self.ears()).languages

    async def hears(self, language: str) -> bool:
        """Whether a language (BCP 47) is understood here; a worker that is none hears nothing."""
        try:
            return (await self.ears()).hears(language)
        except NoEarsError:
            return False

    async def hear(self, audio: bytes, language: str, expected: Expected) -> Heard:
        """The words of a voice note.

        Raises a ListenError: NoEarsError, ListenBusyError, TooLongError, NotAudioError or
        NothingSaidError. The audio is nowhere when this returns, but where the caller has it.
        """
        if len(audio) > MOST_BYTES:
            raise TooLongError(f"{len(audio)} bytes; at most {MOST_BYTES} are listened to.")
        if self._keeper is None:
            raise NoEarsError("No models are named.")
        ears = await self.ears()
        if not ears.hears(language):
            raise NoEarsError(f"Nothing on this machine understands {language}.")
        words = [] if expected.free else list(expected.words)
        async with self._queued(self._keeper):
            return await self._heard(self._keeper, {"language": language, "words": words}, audio)

    @property
    def pid(self) -> int:
        """The id of the worker process; 0 while there is none."""
        return self._keeper.pid if self._keeper else 0

    async def close(self) -> None:
        """End the worker."""
        if self._keeper:
            await self._keeper.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    @asynccontextmanager
    async def _queued(self, keeper: Keeper) -> AsyncIterator[None]:
        """A turn at the worker; raises ListenBusyError when too many wait for one."""
        try:
            async with keeper.turn():
                yield
        except BusyError as error:
            raise ListenBusyError(error.waiting) from error

    async def _ready(self, keeper: Keeper) -> None:
        """Know what the worker there is understands."""
        try:
            worker = await keeper.ready()
        except NoWorkerError as error:
            raise NoEarsError(f"Listening does not start: {error}.") from error
        known, self._ears = self._ears, Ears(**worker.hello)
        if self._ears.lacks and self._ears != known:
            log.warning("a model cannot be used: %s", "; ".join(self._ears.lacks))

    async def _heard(self, keeper: Keeper, order: dict[str, Any], audio: bytes) -> Heard:
        """What the worker made of the audio; a second one if the first ends over it."""
        try:
            told, _ = await keeper.ask(order, deadline_s(len(audio)), audio)
        except NoWorkerError as error:
            raise NoEarsError(f"Listening does not start: {error}.") from error
        except WorkerTooSlowError as error:
            raise NotAudioError(f"Listening took longer than {error}.") from error
        except WorkerEndedError as error:
            raise NotAudioError("No worker survives this audio.") from error
        if "error" in told:
            why = str(told["why"])
            raise ERRORS[told["error"]](f"{why[:1].upper()}{why[1:]}.")
        return Heard(str(told["text"]), float(told["confidence"]), str(told["plain"]))


__all__ = ["MOST_BYTES", "MOST_SECONDS", "MOST_WAITING", "Listener"]

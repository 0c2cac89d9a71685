"""Audio in, words out: one voice note after another, from the worker."""

from __future__ import annotations

from pathlib import Path
from typing import Self

from accessibility.listen.errors import NoEarsError
from accessibility.listen.expected import Expected
from accessibility.prompt import Heard

MOST_WAITING = 32
"""So many voice notes may wait; whoever comes then is told at once, and heard later."""


class Listener:
    """Listens with one worker process; `folder` holds the operator's models.

    The worker is started by the first audio. Use it as an async context, or close it.
    """

    def __init__(self, folder: Path | None = None, waiting: int = MOST_WAITING) -> None:
        self._folder = folder
        self._most = waiting

    async def languages(self) -> tuple[str, ...]:
        """The tags of the languages that are understood here; none without a model."""
        return ()

    async def hears(self, language: str) -> bool:
        """Whether a language (BCP 47) is understood here."""
        return bool(language) and language in await self.languages()

    async def hear(self, audio: bytes, language: str, expected: Expected) -> Heard:
        """The words of a voice note.

        Raises a ListenError: NoEarsError, ListenBusyError, TooLongError, NotAudioError or
        NothingSaidError. The audio is nowhere when this returns, but where the caller has it.
        """
        del audio, expected
        raise NoEarsError(f"Nothing on this machine understands {language}.")

    async def close(self) -> None:
        """End the worker."""

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

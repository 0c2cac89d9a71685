"""Prompts said aloud for whoever sends or shows them, by one voice that is made when first needed.

A voice that fails, hangs or is busy is no reason to wait or to fail: there is no audio then, and
the text says the same. Why is logged, without a word of what was to be said.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

import locales
from accessibility.prompt import Prompt
from accessibility.voice.errors import VoiceBusyError, VoiceError
from accessibility.voice.sound import Manner
from bot import crash
from bot.settings import Settings

if TYPE_CHECKING:
    from accessibility.speech import Speech
    from accessibility.voice.speaker import Speaker
    from accessibility.voice.voices import Voices

log = logging.getLogger(__name__)

MEGABYTE = 1_000_000

DEADLINE_S = 10.0
"""So long a message waits for its audio, the queue included; then it goes as text alone."""

MOST_WAITING = 12
"""Utterances that may wait: more would not be said before the deadline, but hold up each other."""


def speaker_of(settings: Settings, *, waiting: int | None = None) -> Speaker:
    """A speaker as the settings want it; `waiting` utterances may wait for it, or the usual."""
    from accessibility.voice.cache import Cache  # noqa: PLC0415 - memory of who never speaks
    from accessibility.voice.speaker import MOST_WAITING as USUAL  # noqa: PLC0415 - likewise
    from accessibility.voice.speaker import Speaker  # noqa: PLC0415 - likewise

    cache = Cache(Path(settings.voice_cache), int(settings.voice_cache_size) * MEGABYTE)
    own = Path(settings.voice_directory).absolute() if settings.voice_directory else None
    return Speaker(cache, own, USUAL if waiting is None else waiting)


def speech_of(
    prompt: Prompt,
    catalog: locales.Catalog,
    able: Callable[[str], bool],
    practice: tuple[str, ...] = (),
    patience: int = 1,
) -> Speech:
    """The prompt as it is said, behind the line of a practice deployment if there is one.

    `patience`: so many times as long are the silences. Whoever makes prompts ahead says them so.
    """
    from accessibility.speech import as_speech, spoken  # noqa: PLC0415 - memory of who never speaks

    before = tuple(part for line in practice for part in spoken(line, catalog, able))
    told = (*before, *as_speech(prompt, catalog, able))
    return tuple(replace(one, pause=one.pause * patience) for one in told)


@dataclass(slots=True)
class Spoken:
    """The voice of one process; `make` gives the speaker when something is first to be said."""

    make: Callable[[], Speaker]
    deadline_s: float = DEADLINE_S
    _speaker: Speaker | None = field(default=None, init=False)
    _voices: Voices | None = field(default=None, init=False)

    @classmethod
    def of(cls, settings: Settings) -> Spoken:
        """As the settings want it."""
        return cls(lambda: speaker_of(settings, waiting=MOST_WAITING))

    async def audio(
        self,
        prompt: Prompt,
        language: str,
        manner: Manner,
        *,
        practice: tuple[str, ...] = (),
        patience: int = 1,
        keep: bool = False,
    ) -> bytes | None:
        """The whole audio, in the format of the manner; None when it cannot be said in time.

        `keep` only for words that are everybody's: their audio lies on the disk.
        """
        try:
            async with asyncio.timeout(self.deadline_s):
                speaker = self._made()
                voices = await speaker.voices()
                catalog = locales.catalog(language)
                said = speech_of(prompt, catalog, voices.speaks, practice, patience)
                return await speaker.say(said, manner, keep=keep)
        except TimeoutError:
            log.warning(
                "no audio in %s: the voice took longer than %g s", language, self.deadline_s
            )
        except VoiceError as error:
            log.warning("no audio in %s: %s", language, type(error).__name__)
        except Exception as error:  # noqa: BLE001 - whatever a voice does, the text is sent
            crash.note(log, "saying a prompt", error)
        return None

    async def speaks(self, language: str) -> bool:
        """Whether a voice here speaks a language; one that is only busy does.

        Nothing is left running by the question alone.
        """
        try:
            async with asyncio.timeout(self.deadline_s):
                return (await self._known()).speaks(language)
        except (VoiceBusyError, TimeoutError):
            return True
        except VoiceError:
            return False
        except Exception as error:  # noqa: BLE001 - a voice that fails is none
            crash.note(log, "looking for a voice", error)
            return False

    async def close(self) -> None:
        """End the voice's process."""
        speaker, self._speaker = self._speaker, None
        if speaker is not None:
            await speaker.close()

    async def _known(self) -> Voices:
        """The voices of this machine, looked for once."""
        if self._speaker is not None:
            return await self._speaker.voices()
        if self._voices is None:
            async with self.make() as speaker:
                self._voices = await speaker.voices()
        return self._voices

    def _made(self) -> Speaker:
        if self._speaker is None:
            self._speaker = self.make()
        return self._speaker

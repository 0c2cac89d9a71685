"""What reads a text aloud: espeak-ng through pyttsx3, or a voice of the operator's own."""

from __future__ import annotations

import io
import wave
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from accessibility.voice.worker.driver import register
from accessibility.voice.worker.readings import corrected

USUAL_RATE = 160
"""The words a minute at which a voice that knows no such figure speaks as it likes."""


@dataclass(frozen=True, slots=True)
class Sound:
    """Samples of 16 bits, one channel, so many a second."""

    samples: bytes
    hz: int


class Reader(Protocol):
    """Something that reads aloud in one of its voices, at a rate in words a minute."""

    def read(self, voice: str, text: str, rate: int) -> Sound:
        """The sound of a text; raises OSError or ValueError if there is none."""


def sound_of(wav: bytes) -> Sound:
    """The sound in a WAV file; raises ValueError if it is none of 16 bits and one channel."""
    try:
        with wave.open(io.BytesIO(wav)) as file:
            if (file.getnchannels(), file.getsampwidth()) != (1, 2):
                raise ValueError("the sound has not one channel of 16 bits")
            return Sound(file.readframes(file.getnframes()), file.getframerate())
    except (wave.Error, EOFError) as error:
        raise ValueError("the sound is no WAV file") from error


class Espeak:
    """espeak-ng, by pyttsx3 and our own driver; raises OSError when there is none."""

    def __init__(self) -> None:
        import pyttsx3  # noqa: PLC0415

        self._engine = pyttsx3.init(register())
        self._errors: list[Exception] = []
        self._engine.connect("error", self._failed)
        self._set: dict[str, Any] = {}

    @property
    def voices(self) -> Mapping[str, str]:
        """Its voices by the tag of their language."""
        found: Mapping[str, str] = self._engine.getProperty("voices")
        return found

    @property
    def version(self) -> str:
        """Of espeak-ng."""
        return str(self._engine.getProperty("version"))

    def read(self, voice: str, text: str, rate: int) -> Sound:
        """The sound of a text, all of it."""
        self._property("voice", voice)
        self._property("rate", rate)
        self._errors.clear()
        file = io.BytesIO()
        self._engine.save_to_file(corrected(voice, text), file)
        self._engine.runAndWait()
        if self._errors:
            raise OSError(str(self._errors[0])) from self._errors[0]
        return sound_of(file.getvalue())

    def _failed(self, name: str | None, exception: Exception) -> None:
        del name
        self._errors.append(exception)

    def _property(self, name: str, value: str | int) -> None:
        """Set what is not set yet: choosing a voice anew reads its files anew."""
        if self._set.get(name) != value:
            self._errors.clear()
            self._engine.setProperty(name, value)
            self._engine.runAndWait()
            if self._errors:
                self._set.pop(name, None)
                raise ValueError(str(self._errors[0]))
            self._set[name] = value

"""A driver of pyttsx3 that has spoken when it says so: espeak-ng in synchronous mode.

The driver that pyttsx3 brings runs espeak-ng on the side and returns after ten milliseconds: of
longer texts it left no file or a part of one. This one keeps pyttsx3's interface. It is registered
as pyttsx3 finds drivers, as a module under `pyttsx3.drivers`.
"""

from __future__ import annotations

import ctypes
import sys
import wave
from types import ModuleType
from typing import Any

from accessibility.voice.worker.library import bindings, version_of

NAME = "linli"
DO_NOT_EXIT = 0x8000
"""espeakINITIALIZE_DONT_EXIT of speak_lib.h: a missing voice is an error and not the end."""

PIECE_MS = 1000
"""Sound comes in pieces of so many ms; each costs a call into Python."""

SAMPLE_BYTES = 2


class SynchronousDriver:
    """What pyttsx3 asks of a driver; `save_to_file` takes a path or a binary file."""

    library: tuple[ModuleType, bytes | None] | None = None
    hz = 0

    def __init__(self, proxy: Any) -> None:  # noqa: ANN401 - pyttsx3 has no types
        if SynchronousDriver.library is None:
            SynchronousDriver.library = bindings()
        self._espeak, data = SynchronousDriver.library
        self._proxy = proxy
        self._pieces: list[bytes] = []
        if not SynchronousDriver.hz:
            mode = self._espeak.AUDIO_OUTPUT_SYNCHRONOUS
            SynchronousDriver.hz = self._espeak.Initialize(mode, PIECE_MS, data, DO_NOT_EXIT)
        if SynchronousDriver.hz <= 0:
            raise OSError("the data of espeak-ng is missing")
        self._espeak.SetSynthCallback(self._take)

    def getProperty(self, name: str) -> Any:  # noqa: ANN401, N802 - pyttsx3's name
        """`voices` by the tag of their language, `version`; else as pyttsx3's own driver."""
        if name == "version":
            return version_of(self._espeak)
        if name == "voices":
            listed = self._espeak.ListVoices(None)
            named = ((one.languages[1:].decode(), one.identifier.decode()) for one in listed)
            return {
                tag.lower(): voice for tag, voice in reversed(list(named)) if "mb" not in voice
            }
        return self._own().getProperty(name)

    def setProperty(self, name: str, value: Any) -> None:  # noqa: ANN401, N802 - pyttsx3's name
        """As pyttsx3's own driver does; raises ValueError for a voice that is not there."""
        self._own().setProperty(name, value)

    def save_to_file(self, text: str, filename: Any) -> None:  # noqa: ANN401 - path or file
        """Speak into a WAV file, whole; what goes wrong is told as pyttsx3's event `error`."""
        self._proxy.setBusy(True)
        try:
            self._proxy.notify("started-utterance")
            spoken = self._spoken(text)
            with wave.open(filename, "wb") as file:
                file.setnchannels(1)
                file.setsampwidth(SAMPLE_BYTES)
                file.setframerate(SynchronousDriver.hz)
                file.writeframes(spoken)
            self._proxy.notify("finished-utterance", completed=True)
        except Exception as error:  # noqa: BLE001 - an event of pyttsx3, not a crash of it
            self._proxy.notify("error", exception=error)
        finally:
            self._proxy.setBusy(False)

    def say(self, text: str) -> None:
        """Nobody listens at a server."""
        raise NotImplementedError

    def startLoop(self) -> None:  # noqa: N802 - pyttsx3's name
        """Everything is done when it is asked for: there is nothing to wait for."""
        self._proxy.setBusy(False)

    def endLoop(self) -> None:  # noqa: N802 - pyttsx3's name
        """Likewise."""

    def stop(self) -> None:
        """Likewise."""

    def destroy(self) -> None:
        """Take no more sound."""
        self._espeak.SetSynthCallback(None)

    def _own(self) -> Any:  # noqa: ANN401 - pyttsx3 has no types
        from pyttsx3.drivers.espeak import EspeakDriver  # noqa: PLC0415

        return EspeakDriver

    def _spoken(self, text: str) -> bytes:
        """The samples of a text, 16 bit; raises OSError if there are none."""
        self._pieces.clear()
        flags = self._espeak.CHARS_UTF8 | self._espeak.PHONEMES
        status = self._espeak.Synth(text.encode(), flags=flags)
        spoken = b"".join(self._pieces)
        self._pieces.clear()
        if status or not spoken:
            raise OSError(f"espeak-ng gave no sound (status {status})")
        return spoken

    def _take(self, samples: Any, count: int, _events: Any) -> int:  # noqa: ANN401 - ctypes
        """One piece of sound; 0 tells espeak-ng to go on."""
        if samples and count > 0:
            self._pieces.append(ctypes.string_at(samples, count * SAMPLE_BYTES))
        return 0


def buildDriver(proxy: Any) -> SynchronousDriver:  # noqa: ANN401, N802 - pyttsx3's name
    """What pyttsx3 calls to have a driver."""
    return SynchronousDriver(proxy)


def register() -> str:
    """Make the driver known to pyttsx3; the name under which `pyttsx3.init` finds it."""
    sys.modules[f"pyttsx3.drivers.{NAME}"] = sys.modules[__name__]
    return NAME

"""One order becomes audio: each segment by its own voice, silences between, then the format."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from accessibility.voice.clean import clean
from accessibility.voice.worker.encoding import encoded, joined
from accessibility.voice.worker.own import OwnVoiceError, entries, reader_of
from accessibility.voice.worker.reader import Espeak, Reader, Sound

Order = dict[str, Any]
"""`segments` of voice, text and silence in ms; `rate` (words a minute), `gain` (dB), `format`."""

NEEDED = ("numpy", "soundfile", "soxr")
"""Without these no format can be written; some machines have no wheels of them."""

SILENCE_HZ = 22050
"""Of a silence with no words before it: what espeak-ng speaks in."""


class Speaking:
    """The voices of one process; without espeak-ng only the operator's own speak."""

    def __init__(self, folder: Path | None) -> None:
        self._espeak: Espeak | None = None
        self._own: dict[str, Reader] = {}
        self._hello: dict[str, object] = {"engine": "", "version": "", "found": {}, "own": {}}
        try:
            self._espeak = Espeak()
        except (ImportError, OSError) as error:
            self._hello["lacks"] = str(error)
        else:
            version, found = self._espeak.version, dict(self._espeak.voices)
            self._hello |= {"engine": f"espeak-ng {version}", "version": version, "found": found}
        if lacking := [name for name in NEEDED if find_spec(name) is None]:
            self._hello |= {"found": {}, "lacks": f"pip install {' '.join(lacking)}"}
            return
        self._hello["own"] = dict(self._take_own(folder)) if folder else {}

    def hello(self) -> dict[str, object]:
        """What there is, in one line."""
        return self._hello

    def answer(self, order: Order, _sent: bytes = b"") -> tuple[dict[str, object], bytes]:
        """The audio of an order behind its answer; `error` says why there is none."""
        try:
            sound = joined([part for one in order["segments"] for part in self._parts(one, order)])
            audio = encoded(sound, order["format"], order["gain"])
        except (OSError, ValueError, ImportError, RuntimeError) as error:
            return {"error": f"{type(error).__name__}: {error}"}, b""
        return {}, audio

    def _take_own(self, folder: Path) -> Iterator[tuple[str, str]]:
        """The operator's voices by their tags; one that cannot be used is told, and left out."""
        try:
            found = entries(folder)
        except OwnVoiceError as error:
            self._hello["lacks"], found = str(error), []
        for path in found:
            tag = path.parent.name.lower()
            try:
                self._own[f"own:{tag}"] = reader_of(path)
            except OwnVoiceError as error:
                self._hello["lacks"] = str(error)
            else:
                yield tag, f"own:{tag}"

    def _parts(self, segment: list[Any], order: Order) -> list[Sound]:
        """A segment's words, and its silence; the words pass the wall once more."""
        voice, text, pause = segment
        parts = [self._read(voice, said, order["rate"])] if (said := clean(text)) else []
        hz = parts[0].hz if parts else SILENCE_HZ
        return [*parts, Sound(b"\0\0" * (pause * hz // 1000), hz)]

    def _read(self, voice: str, text: str, rate: int) -> Sound:
        reader = self._own.get(voice) or self._espeak
        if reader is None:
            raise OSError(str(self._hello["lacks"]))
        return reader.read(voice, text, rate)

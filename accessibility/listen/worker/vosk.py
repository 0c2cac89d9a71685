"""Vosk: a small model for each language (its folder has `am/` and `conf/`)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from accessibility.listen.worker.engine import HZ, Said
from accessibility.listen.worker.models import Make

if TYPE_CHECKING:
    from accessibility.listen.worker.engine import Samples


class Vosk:
    """One model of Vosk's, in memory."""

    def __init__(self, folder: Path) -> None:
        vosk = import_module(Make.VOSK.module)  # not everybody has it
        vosk.SetLogLevel(-1)
        self._new = vosk.KaldiRecognizer
        self._model = vosk.Model(str(folder))

    def hear(self, stretch: Samples, language: str, words: Sequence[str]) -> Said:
        """Its words, and the mean of what it says of each; it takes no hint but a closed list."""
        del language, words
        recognizer = self._new(self._model, HZ)
        recognizer.SetWords(True)  # noqa: FBT003 - Vosk's own signature
        recognizer.AcceptWaveform((stretch * 32767).astype("<i2").tobytes())
        told = json.loads(recognizer.FinalResult())
        each = [float(one.get("conf", 0)) for one in told.get("result", ())]
        return Said(told.get("text", ""), sum(each) / len(each) if each else 0.0)

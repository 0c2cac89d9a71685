"""One order becomes words: decoded, cut to where somebody speaks, heard, judged."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any

from accessibility.listen.limits import LEAST_SURE, MOST_SECONDS
from accessibility.listen.worker.decoding import NotAudio, TooLong, decoded
from accessibility.listen.worker.engine import Engine, Said
from accessibility.listen.worker.judging import goes_round, made_up, once, said
from accessibility.listen.worker.models import Make, Model, models_of
from accessibility.listen.worker.sherpa import Sherpa
from accessibility.listen.worker.speech import stretches
from accessibility.listen.worker.vosk import Vosk
from accessibility.listen.worker.whisper import Whisper

NOBODY = 0.6
"""From here on it is likely that nobody speaks, if the words are a guess too: Whisper's bounds."""

DOUBTFUL = 0.1
"""How sure words are that go round: danger is heard in them, and nothing else relied on."""

ENGINES: Mapping[Make, Callable[[Path], Engine]] = {
    Make.WHISPER: Whisper,
    Make.VOSK: Vosk,
    Make.SHERPA: Sherpa,
}


class Why(StrEnum):
    """Why there are no words, as the answer names it."""

    NO_EARS = "no_ears"
    TOO_LONG = "too_long"
    NOT_AUDIO = "not_audio"
    NOTHING = "nothing"


class Listening:
    """The models of a directory; each is loaded by the first order that needs it."""

    def __init__(self, folder: Path) -> None:
        self._models = models_of(folder)
        self._loaded: dict[Path, Engine] = {}

    def hello(self) -> dict[str, object]:
        """Which languages are understood, by what; nothing is loaded for that."""
        own = {tag: model.make.value for tag, model in self._models.own.items()}
        every = self._models.every.make.value if self._models.every else ""
        tongues = sorted(self._models.tongues) if every else []
        return {"own": own, "every": every, "tongues": tongues, "lacks": list(self._models.lacks)}

    def answer(self, order: dict[str, Any], sent: bytes) -> tuple[dict[str, object], bytes]:
        """`text` and `confidence` of a voice note, or `error` and `why`."""
        model = self._models.of(order["language"])
        if model is None:
            return _none(Why.NO_EARS, order["language"]), b""
        try:
            pieces = stretches(decoded(sent))
        except TooLong:
            return _none(Why.TOO_LONG, f"more than {MOST_SECONDS} seconds"), b""
        except NotAudio as error:
            return _none(Why.NOT_AUDIO, str(error)), b""
        try:
            engine = self._engine(model)
        except Exception as error:  # noqa: BLE001 - what Vosk raises is no more than that
            return _none(Why.NO_EARS, f"{model.folder}: {error}"), b""
        heard = [engine.hear(one, order["language"], order["words"]) for one in pieces]
        return _told([one for one in heard if not _is_nobody(one)]), b""

    def _engine(self, model: Model) -> Engine:
        """The model in memory; raises what its package raises if it cannot be loaded."""
        if model.folder not in self._loaded:
            self._loaded[model.folder] = ENGINES[model.make](model.folder)
        return self._loaded[model.folder]


def _none(why: Why, told: str) -> dict[str, object]:
    return {"error": why.value, "why": told}


def _is_nobody(one: Said) -> bool:
    return made_up(said(one.text)) or (one.nobody > NOBODY and one.confidence < LEAST_SURE)


def _told(heard: list[Said]) -> dict[str, object]:
    """All stretches together, as sure as the least sure of them."""
    text = " ".join(said(one.text) for one in heard)
    if not heard or made_up(text):
        return _none(Why.NOTHING, "nobody speaks, or nobody can be understood")
    sure = min(one.confidence for one in heard)
    plain = once(" ".join(said(one.plain) for one in heard))
    if goes_round(text):
        return {"text": once(text), "confidence": min(sure, DOUBTFUL), "plain": plain}
    return {"text": text, "confidence": sure, "plain": plain}

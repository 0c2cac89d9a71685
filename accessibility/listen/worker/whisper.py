"""Whisper, by faster-whisper: any model that was converted to CTranslate2.

Whisper always hears 30 seconds, silence where there is nothing. Here the silence is cut to what
short answers need: the same words for a quarter of the CPU (measured, docs/measuring.md). Where a
model goes round in so little, which the processor decides, it hears the 30 seconds it is made for.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from accessibility.listen.tags import whisper_name
from accessibility.listen.worker.engine import HZ, Said
from accessibility.listen.worker.judging import goes_round

if TYPE_CHECKING:
    from accessibility.listen.worker.engine import Samples

FRAMES_A_SECOND = 100
LEAST_FRAMES, MORE_FRAMES, MOST_FRAMES = 1000, 300, 3000
"""Ten seconds at least, three after the end: with less the model says everything over and over."""

LEAST_TOKENS, TOKENS_A_SECOND = 10, 9
"""More than anybody says in the time; a model that goes on is going round."""

MOST_HINT = 200
"""Tokens of a hint; the model takes 223."""

STYLE = {"zh": "以下是普通话的句子。", "zh-hant": "以下是普通話的句子。"}
"""Written before free words, so that they come in the script that is read there."""


class Whisper:
    """One model of Whisper's, in memory: 8-bit numbers, one thread, no search for better words."""

    def __init__(self, folder: Path) -> None:
        from faster_whisper import WhisperModel  # noqa: PLC0415 - slow to import

        self._model = WhisperModel(
            str(folder), device="cpu", compute_type="int8", cpu_threads=1, local_files_only=True
        )

    def hear(self, stretch: Samples, language: str, words: Sequence[str]) -> Said:
        """The most likely words; likely ones stand before them as if somebody had just said them.

        They help much, and put themselves in people's mouths: so it is heard without them, too.
        """
        frames = len(stretch) * FRAMES_A_SECOND // HZ
        short = min(MOST_FRAMES, max(LEAST_FRAMES, frames + MORE_FRAMES))
        told = self._heard(stretch, language, words, short)
        if goes_round(told.text) and short < MOST_FRAMES:
            return self._heard(stretch, language, words, MOST_FRAMES)
        return told

    def _heard(self, stretch: Samples, language: str, words: Sequence[str], frames: int) -> Said:
        """The words with and without the likely ones before them, in so many frames."""
        tokenizer = self._tokenizer(language)
        encoded = self._model.encode(self._features(stretch, frames))
        seconds = len(stretch) / HZ
        hint = tokenizer.encode(f" {_hint(language, words)}")[:MOST_HINT]
        said = self._decoded(encoded, tokenizer, hint if len(hint) > 1 else [], seconds)
        plain = self._decoded(encoded, tokenizer, [], seconds).text if words else ""
        return replace(said, plain=plain)

    def _decoded(self, encoded: Any, tokenizer: Any, hint: list[int], seconds: float) -> Said:  # noqa: ANN401 - their own types
        """What the model writes after a hint, the likeliest word at each step."""
        prompt = self._model.get_prompt(tokenizer, hint, without_timestamps=True)
        told = self._model.model.generate(
            encoded,
            [prompt],
            beam_size=1,
            max_length=len(prompt) + LEAST_TOKENS + int(TOKENS_A_SECOND * seconds),
            return_scores=True,
            return_no_speech_prob=True,
        )[0]
        (tokens,) = told.sequences_ids
        sure = told.scores[0] * len(tokens) / (len(tokens) + 1)
        text = tokenizer.decode([one for one in tokens if one < tokenizer.eot]).strip()
        return Said(text, math.exp(sure), nobody=told.no_speech_prob)

    def _tokenizer(self, language: str) -> Any:  # noqa: ANN401 - faster-whisper's own type
        from faster_whisper.tokenizer import Tokenizer  # noqa: PLC0415 - slow to import

        several = self._model.model.is_multilingual
        name = whisper_name(language)
        return Tokenizer(self._model.hf_tokenizer, several, task="transcribe", language=name)

    def _features(self, stretch: Samples, frames: int) -> Any:  # noqa: ANN401 - an array of numpy's
        """The picture of a sound, with silence after it up to so many frames."""
        import numpy as np  # noqa: PLC0415

        features = self._model.feature_extractor(stretch)[:, :frames]
        return np.pad(features, ((0, 0), (0, frames - features.shape[1])))


def _hint(language: str, words: Sequence[str]) -> str:
    """What stands before: the words that are likely, or how the language is written."""
    tag = language.lower()
    if not words:
        return STYLE.get(tag) or STYLE.get(tag.partition("-")[0], "")
    between, end = ("，", "。") if whisper_name(language) in {"zh", "ja"} else (", ", ".")
    return between.join(words) + end

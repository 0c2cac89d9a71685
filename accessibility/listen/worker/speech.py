"""The stretches of a recording in which somebody speaks; nothing else reaches a model.

Without this, noise at a menu was heard as "one, two, three".
"""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

from accessibility.listen.worker.engine import HZ

if TYPE_CHECKING:
    from accessibility.listen.worker.engine import Samples

LONGEST_S = 24
"""Of a stretch: Whisper hears 30 seconds at a time."""

PAUSE_MS, AROUND_MS = 1000, 400
"""A silence so long ends a stretch; so much is kept on both sides of one."""

LOUD = 0.01
"""Without the detector: the root of the mean square of speech, 1 is full scale (-40 dB)."""


def stretches(samples: Samples) -> list[Samples]:
    """Speech in pieces of at most `LONGEST_S` seconds; none where nobody speaks."""
    if find_spec("faster_whisper") is None:
        return _cut(samples) if float((samples**2).mean()) ** 0.5 > LOUD else []
    from faster_whisper.vad import (  # noqa: PLC0415 - slow to import
        VadOptions,
        collect_chunks,
        get_speech_timestamps,
    )

    options = VadOptions(
        max_speech_duration_s=LONGEST_S,
        min_silence_duration_ms=PAUSE_MS,
        speech_pad_ms=AROUND_MS,
    )
    found = get_speech_timestamps(samples, options)
    if not found:
        return []
    pieces, _ = collect_chunks(samples, found, max_duration=LONGEST_S)
    return [piece for piece in pieces if len(piece)]


def _cut(samples: Samples) -> list[Samples]:
    size = LONGEST_S * HZ
    return [samples[at : at + size] for at in range(0, len(samples), size)]

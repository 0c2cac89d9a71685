"""Sounds set together, made louder, and written in the format that a wire wants.

numpy, soxr and soundfile are imported by the first sound that needs them.
"""

from __future__ import annotations

import io
import wave
from typing import TYPE_CHECKING

from accessibility.voice.worker.reader import Sound

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Samples = NDArray[np.float32]

OPUS_HZ = 24000
"""The lowest of Opus's rates (RFC 6716) that keeps all that espeak-ng's 22050 Hz hold."""

OPUS_COMPRESSION = 0.95
"""libsndfile's scale; measured 19 kbit/s: 2.4 kB of a resident's data for a second."""

TELEPHONE_HZ = 8000
FULL_SCALE = 32768.0
KNEE = 0.8
"""From here on a peak is rounded off instead of cut, as a share of full scale."""


def joined(sounds: list[Sound]) -> Sound:
    """One sound after another, at the rate of the first one that there is anything of."""
    hz = next((sound.hz for sound in sounds if sound.samples), sounds[0].hz)
    return Sound(b"".join(_at(sound, hz).samples for sound in sounds), hz)


def encoded(sound: Sound, kind: str, gain: float) -> bytes:
    """A whole file: "ogg", "mp3", "wav8k", or "wav" as it is; `gain` in decibels."""
    if kind == "wav":
        return _wav(_from(_louder(_to(sound), gain), sound.hz) if gain else sound)
    samples = _louder(_to(sound), gain)
    if kind == "ogg":
        samples = _resampled(samples, sound.hz, OPUS_HZ)
        return _written(samples, OPUS_HZ, "OGG", "OPUS", OPUS_COMPRESSION)
    if kind == "mp3":
        return _written(samples, sound.hz, "MP3", "MPEG_LAYER_III", None)
    samples = _resampled(samples, sound.hz, TELEPHONE_HZ)
    return _written(samples, TELEPHONE_HZ, "WAV", "ULAW", None)


def _at(sound: Sound, hz: int) -> Sound:
    if sound.hz == hz or not sound.samples:
        return sound
    return _from(_resampled(_to(sound), sound.hz, hz), hz)


def _to(sound: Sound) -> Samples:
    """Samples between -1 and 1."""
    import numpy as np  # noqa: PLC0415

    whole = np.frombuffer(sound.samples, dtype="<i2")
    return whole.astype(np.float32) / np.float32(FULL_SCALE)


def _from(samples: Samples, hz: int) -> Sound:
    import numpy as np  # noqa: PLC0415

    whole = np.clip(samples * FULL_SCALE, -FULL_SCALE, FULL_SCALE - 1)
    return Sound(whole.astype("<i2").tobytes(), hz)


def _louder(samples: Samples, gain: float) -> Samples:
    """So many decibels louder; what would be cut off is rounded."""
    import numpy as np  # noqa: PLC0415

    if not gain:
        return samples
    more = samples * np.float32(10 ** (gain / 20))
    size = np.abs(more)
    rounded = KNEE + (1 - KNEE) * np.tanh((size - KNEE) / (1 - KNEE))
    return np.where(size > KNEE, np.sign(more) * rounded, more).astype(np.float32)


def _resampled(samples: Samples, hz: int, wanted: int) -> Samples:
    if hz == wanted:
        return samples
    import soxr  # noqa: PLC0415

    resampled: Samples = soxr.resample(samples, hz, wanted)
    return resampled


def _written(
    samples: Samples, hz: int, kind: str, subtype: str, compression: float | None
) -> bytes:
    import soundfile  # noqa: PLC0415

    file = io.BytesIO()
    soundfile.write(file, samples, hz, format=kind, subtype=subtype, compression_level=compression)
    return file.getvalue()


def _wav(sound: Sound) -> bytes:
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(sound.hz)
        out.writeframes(sound.samples)
    return file.getvalue()

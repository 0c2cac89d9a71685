"""What kind of audio is wanted: its format, how fast, how loud."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum


class Format(StrEnum):
    """A format, by the ending of its files.

    OGG is Opus in Ogg, as Telegram wants its voice notes (Bot API, sendVoice); WAV8K is µ-law at
    8 kHz (ITU-T G.711), as telephones play it; WAV is what the voice gave, for measuring.
    """

    OGG = "ogg"
    MP3 = "mp3"
    WAV8K = "wav8k"
    WAV = "wav"

    @property
    def media_type(self) -> str:
        """The media type (IANA)."""
        return {"ogg": "audio/ogg", "mp3": "audio/mpeg"}.get(self.value, "audio/wav")

    @property
    def begins(self) -> tuple[bytes, ...]:
        """How a whole file of it begins: an Ogg page, an ID3 tag or a frame, a RIFF chunk."""
        if self is Format.OGG:
            return (b"OggS",)
        return (b"ID3", b"\xff") if self is Format.MP3 else (b"RIFF",)


USUAL_RATE, SLOW_RATE = 160, 115
RATES = (80, 300)
"""Words a minute: espeak-ng speaks 80 at the slowest; beyond 300 nobody follows a menu."""

LOUD_GAIN = 8.0
GAINS = (-20.0, 20.0)
"""Decibels; peaks are rounded off, so that louder does not crackle."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How something is said: format, rate in words a minute, gain in decibels."""

    format: Format = Format.OGG
    rate: int = USUAL_RATE
    gain: float = 0.0

    def __post_init__(self) -> None:
        """Raises ValueError for a rate or a gain that nobody could follow."""
        if not RATES[0] <= self.rate <= RATES[1]:
            raise ValueError(f"a rate is from {RATES[0]} to {RATES[1]} words a minute")
        if not GAINS[0] <= self.gain <= GAINS[1]:
            raise ValueError(f"a gain is from {GAINS[0]:g} to {GAINS[1]:g} dB")

    def slower(self) -> Manner:
        """The same, slowly."""
        return replace(self, rate=min(self.rate, SLOW_RATE))

    def louder(self) -> Manner:
        """The same, loudly."""
        return replace(self, gain=max(self.gain, LOUD_GAIN))

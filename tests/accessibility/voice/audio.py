"""What is heard in a file: decoded by someone else's library, measured against its words."""

import io
from dataclasses import dataclass

import soundfile

from accessibility.plain import characters, words
from accessibility.voice.sound import USUAL_RATE

IDEOGRAPHS = ("zh", "ja")
FASTEST_WORD_S, SLOWEST_WORD_S = 0.12, 0.9
FASTEST_SIGN_S, SLOWEST_SIGN_S = 0.1, 0.6
"""Bounds of our own: a word of English and a syllable of Chinese at 160 words a minute."""


@dataclass(frozen=True)
class Heard:
    """A decoded file; `loudness` is the root of the mean square, 1 is full scale."""

    seconds: float
    hz: int
    channels: int
    loudness: float
    subtype: str


def heard(audio):
    """Decode a whole file."""
    with soundfile.SoundFile(io.BytesIO(audio)) as file:
        samples = file.read(dtype="float64", always_2d=True)
        rms = float((samples**2).mean() ** 0.5) if len(samples) else 0.0
        seconds = len(samples) / file.samplerate
        return Heard(seconds, file.samplerate, file.channels, rms, file.subtype)


def bounds(speech, rate=USUAL_RATE):
    """The shortest and the longest time that an utterance may take, in seconds."""
    low = high = sum(one.pause for one in speech) / 1000
    for one in speech:
        signs = one.language.startswith(IDEOGRAPHS)
        count = characters(one.text) if signs else words(one.text)
        low += count * (FASTEST_SIGN_S if signs else FASTEST_WORD_S) * USUAL_RATE / rate
        high += (count + 1) * (SLOWEST_SIGN_S if signs else SLOWEST_WORD_S) * USUAL_RATE / rate
    return low, high


def is_whole(audio, speech, rate=USUAL_RATE):
    """Whether a file can be decoded, lasts as long as its words, and is not silent."""
    low, high = bounds(speech, rate)
    told = heard(audio)
    return low <= told.seconds <= high and told.loudness > 0.01

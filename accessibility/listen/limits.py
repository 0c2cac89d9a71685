"""How much is listened to, and how long it may take; both sides of the pipe keep to these."""

from __future__ import annotations

MOST_SECONDS = 120
"""Whoever tells a longer story is better heard by a person."""

MOST_BYTES = 4 * 1024 * 1024
"""So many seconds of a wave file as telephones and browsers record it; Opus needs a tenth."""

FEWEST_BYTES_A_SECOND = 500
"""No codec that people send voice notes in takes less (Opus and AMR: from 6 kbit/s)."""

LOAD_S, EACH_SECOND_S = 120.0, 6.0
"""A large model is read from a slow disk for so long; a busy machine needs so much a second."""

LEAST_SURE = 0.37
"""Under this the words are a guess: e^-1, Whisper's own bound for its mean log-probability."""


def deadline_s(size: int) -> float:
    """The seconds that so many bytes of audio may take to be heard."""
    return LOAD_S + EACH_SECOND_S * min(MOST_SECONDS, size / FEWEST_BYTES_A_SECOND)

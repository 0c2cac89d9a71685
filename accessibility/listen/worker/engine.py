"""What every engine is: samples in, words out. Each is one file, told apart by its files on disk.

A model's folder holds what its publisher published, under the names it was published with.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Samples = NDArray[np.float32]

HZ = 16000
"""Samples a second, one channel: what every engine here was trained on."""


@dataclass(frozen=True, slots=True)
class Said:
    """Words of one stretch, and how sure the engine is of them, from 0 to 1.

    `plain`: the words that it hears when it expects none, where it was given some. `nobody`: how
    likely it is that nobody speaks, where the engine tells.
    """

    text: str
    confidence: float
    plain: str = ""
    nobody: float = 0.0


class Engine(Protocol):
    """A model in memory."""

    def hear(self, stretch: Samples, language: str, words: Sequence[str]) -> Said:
        """What is said in a stretch of speech, in a language (BCP 47); `words` are likely."""

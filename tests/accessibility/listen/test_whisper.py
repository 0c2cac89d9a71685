"""Whisper hears in as little silence as short answers need, and once more if it goes round."""

import numpy as np
import pytest

from accessibility.listen.worker.engine import HZ, Said
from accessibility.listen.worker.whisper import MOST_FRAMES, Whisper

ROUND = "Food or water, Food or water, Food or water, Food or water, Food or water,"


class Going(Whisper):
    """Answers in turn with what a model wrote; what a processor rounds decides which."""

    def __init__(self, *written):
        self.written = iter(written)
        self.frames = []

    def _heard(self, stretch, language, words, frames):
        self.frames.append(frames)
        return Said(next(self.written), 0.8)


@pytest.mark.parametrize(
    ("seconds", "written", "frames"),
    [
        (1, ["Food or water."], [1000]),
        (1, [ROUND, "Food or water."], [1000, MOST_FRAMES]),
        (20, [ROUND, "Food or water."], [2300, MOST_FRAMES]),
        (29, [ROUND], [MOST_FRAMES]),
    ],
)
def test_what_goes_round_is_heard_in_the_whole_time_once(seconds, written, frames):
    """A second try costs CPU, so it is made for nothing else, and never twice."""
    model = Going(*written)
    told = model.hear(np.zeros(seconds * HZ, "float32"), "en", ["Food or water"])
    assert told.text == written[-1]
    assert model.frames == frames

"""Law: what is spoken is understood or asked again, and never taken for something else.

Machines speak, machines listen: by espeak-ng's voices through Opus, to Whisper base.
"""

import pytest

from tests.accessibility.listen.roundtrip import cases, went

LANGUAGES = ("en", "zh-Hans")
SAMPLE = 12
FEWEST = {"en": 0.6, "zh-Hans": 0.4}
"""The share that must be understood: far below what was measured, for other machines round."""


def share(outcome):
    """How many of all were understood."""
    right, rejected = outcome.right.total(), outcome.rejected.total()
    return right / (right + rejected + len(outcome.wrong))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_an_option_that_is_spoken_is_understood_or_asked_again(language):
    """Some of the whole, from every part of it."""
    every = list(cases(language))
    outcome = await went(language, every[:: len(every) // SAMPLE])
    assert outcome.wrong == []
    assert outcome.right.total() >= SAMPLE // 3


@pytest.mark.full
@pytest.mark.timeout(1200)  # some 165 notes, half a second of CPU each
@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_option_of_every_question_is_understood_or_asked_again(language):
    """Each with noise, at one of four levels; `roundtrip` speaks them without it as well."""
    outcome = await went(language, list(cases(language))[1::2])
    assert outcome.wrong == [], "\n".join(outcome.rows())
    assert share(outcome) >= FEWEST[language], "\n".join(outcome.rows())

"""Every file in this folder is a story that must go exactly as it is written.

A line is a step; an empty line or one that begins with # tells the reader something.
"""

from pathlib import Path

import pytest

import tests.journeys.across
import tests.journeys.restricted
import tests.journeys.steering
import tests.journeys.watched  # noqa: F401 - the steps of both are known by that
from tests.journeys import (  # noqa: F401 - their steps are known by that
    aloud,
    by_phone,
    elsewhere,
    in_chat,
    in_words,
    invited,
    listened,
    on_paper,
)
from tests.journeys.steps import perform
from tests.world import World

JOURNEYS = sorted(Path(__file__).parent.glob("*.txt"))


@pytest.mark.parametrize("path", JOURNEYS, ids=lambda path: path.stem)
async def test_the_story_goes_as_written(path: Path, world: World) -> None:
    """Each step happens as its line says; the failing line is named with all that was said."""
    for number, line in enumerate(_lines(path), 1):
        if line.strip() and not line.startswith("#"):
            try:
                await perform(world, line.strip())
            except AssertionError as error:
                told = "\n".join(world.transcript())
                raise AssertionError(f"{path.name}:{number}: {line}\n{error}\n\n{told}") from error


def _lines(path: Path) -> list[str]:
    return path.read_text("utf-8").splitlines()

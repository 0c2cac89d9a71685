"""Every file in transcripts/ is a conversation that must go exactly as it is written.

`~` lines set the scene as journeys do (`~~`: and what is said then is not written down), `>` lines
are typed, `<` lines are what Linli says.
`pytest --rewrite` replays what is typed and writes down what Linli says now: read it aloud.
"""

import re
from pathlib import Path

import pytest

from tests.journeys import elsewhere, in_chat, listened, on_paper, steering  # noqa: F401 - their steps are known by that
from tests.journeys.steps import perform
from tests.world import World

HERE = Path(__file__).parent / "transcripts"
TRANSCRIPTS = sorted(HERE.glob("*/*.txt"))
CHANCE = (
    (re.compile(r"R \d{4} \d{4}"), "R 4829 1573"),
    (re.compile(r"\b\d \d \d\b"), "4 7 2"),
    (re.compile(r"\b\d{3} \d{3} \d{3}\b"), "482 915 736"),
    (re.compile(r"sign-in/[0-9a-f]{64}/[0-9a-f-]{36}"), "sign-in/..."),
)
"""What is drawn by chance is written the same each time: receipts, words at the door, links."""


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: f"{path.parent.name}/{path.stem}")
async def test_the_conversation_goes_as_written(path, world, pytestconfig):
    """What Linli says is exactly what the file says, to the last line."""
    written = path.read_text("utf-8")
    happened = await _replay(world, written)
    if pytestconfig.getoption("rewrite"):
        path.write_text(happened, "utf-8")
    assert happened == written


async def _replay(world: World, written: str) -> str:
    title, _, rest = written.partition("\n\n")
    lines = [title, ""]
    for line in rest.splitlines():
        if line.startswith("~~ "):
            await perform(world, line[3:])
            lines.append(line)
        elif line[:2] in ("~ ", "> "):
            before = len(world.heard("me"))
            await perform(world, line[2:] if line[0] == "~" else f"me {line}")
            lines += [line, *(f"< {said}" for said in _new(world, before))]
    return "\n".join(lines) + "\n"


def _new(world: World, before: int) -> list[str]:
    told = "\n".join(world.heard("me")[before:])
    for pattern, fixed in CHANCE:
        told = pattern.sub(fixed, told)
    return told.splitlines()

"""Labelled lines that are understood in a second of one processor: danger, needs, language, all.

Nothing is divided: what is promised is a number of lines. The time is that of our process alone.
"""

from __future__ import annotations

from pathlib import Path
from time import process_time

from bench.measure import Measure
from bot.commands.understand.lines import rows
from bot.commands.understand.understood import understood

SETS = Path(__file__).parents[1] / "tests" / "understand"
LANGUAGES = ("en", "zh-Hans")
KINDS = ("danger", "harmless", "needs")


async def take(rounds: int, size: int) -> list[float]:
    """Lines a second in each round, of `size` lines of every set; one round more comes before."""
    lines = [
        (row["text"], language)
        for language in LANGUAGES
        for kind in KINDS
        for row in rows(SETS / language / f"{kind}-tune.tsv")[:size]
    ]
    return [_round(lines) for _ in range(rounds + 1)][1:]


def _round(lines: list[tuple[str, str]]) -> float:
    begun = process_time()
    for text, language in lines:
        understood(text, language, None)
    return len(lines) / (process_time() - begun)


MEASURE = Measure(
    "understand_lines_per_second",
    "1/s",
    "what is promised, without the extra",
    take,
    size=150,
    goal=1000,
    more_is_better=True,
)

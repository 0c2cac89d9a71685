"""`python -m bench`: takes every measurement, adds it to bench/results.jsonl, prints a table."""

from __future__ import annotations

import argparse
import asyncio
import json
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

from bench import (
    backlog,
    create_rate,
    importing,
    listening,
    memory,
    ready,
    turn_cpu,
    understanding,
    voice,
)
from bench.matching.measures import MEASURES as OF_THE_SEARCH
from bench.measure import ROUNDS, Measure, Measured

MEASURES = (
    *OF_THE_SEARCH,
    create_rate.MEASURE,
    backlog.MEASURE,
    importing.MEASURE,
    turn_cpu.MEASURE,
    memory.MEASURE,
    ready.MEASURE,
    understanding.MEASURE,
    *voice.MEASURES,
    *listening.MEASURES,
)
RESULTS = Path(__file__).with_name("results.jsonl")
LIMIT_S = 300
"""No measurement takes longer; one that would is given up and told."""


def main() -> int:
    """Measure what is named, or all that is not large; 1 if one failed or missed its goal."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("names", nargs="*", help="measurements to take; all if none is named")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="rounds of each")
    parser.add_argument("--large", action="store_true", help="only those that take long")
    options = parser.parse_args()
    return asyncio.run(measure(chosen(options.names, large=options.large), options.rounds))


def chosen(names: list[str], *, large: bool) -> list[Measure]:
    """The measurements with these names; or all the large ones, or all the others."""
    if unknown := set(names) - {one.name for one in MEASURES}:
        raise SystemExit(f"no measurement is named {', '.join(sorted(unknown))}")
    return [one for one in MEASURES if (one.name in names if names else one.large is large)]


async def measure(measures: list[Measure], rounds: int) -> int:
    """Take measurements one after another."""
    commit, kept = commit_of_tree(), True
    say(row("name", "value", "unit", "spread", "goal", "against"))
    for one in measures:
        try:
            async with asyncio.timeout(LIMIT_S):
                found = await one.measured(rounds)
        except (TimeoutError, RuntimeError, OSError, ExceptionGroup) as error:
            say(f"{one.name}: not measured: {type(error).__name__} {error}")
            kept = False
            continue
        keep(found, commit)
        kept = kept and one.keeps(found.value)
        say(as_row(one, found))
    return 0 if kept else 1


def keep(found: Measured, commit: str) -> None:
    """Add a result to the file, one JSON object a line."""
    with RESULTS.open("a", encoding="utf-8") as results:
        results.write(json.dumps({**asdict(found), "commit": commit}) + "\n")


def as_row(one: Measure, found: Measured) -> str:
    """A result as a line of the table."""
    sign = ">=" if one.more_is_better else "<="
    goal = "" if one.goal is None else f"{sign} {one.goal:g}"
    told = goal if one.keeps(found.value) else f"{goal} MISSED"
    value, width = f"{found.value:.3f}", f"{found.spread:.3f}"
    return row(found.name, value, found.unit, width, told, found.against)


def row(name: str, value: str, unit: str, spread: str, goal: str, against: str) -> str:
    """The columns of the table."""
    return f"{name:28} {value:>8} {unit:6} {spread:>8} {goal:16} {against}"


def say(line: str) -> None:
    """Print at once: a measurement takes its time."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def commit_of_tree() -> str:
    """The commit that is checked out, marked when files differ from it."""
    command = ("git", "describe", "--always", "--dirty")
    done = subprocess.run(command, cwd=Path(__file__).parent, capture_output=True, check=False)  # noqa: S603 - fixed
    return done.stdout.decode().strip() or "unknown"


if __name__ == "__main__":
    sys.exit(main())

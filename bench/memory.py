"""Resident memory of an idle `linli run`, against a process that only imports its libraries."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path

from bench.measure import Measure, ratios
from bench.processes import linli, running
from bench.ready import when_ready


async def take(rounds: int, size: int) -> list[float]:
    """Bytes of ours divided by bytes of the peer; each round starts both anew."""
    with tempfile.TemporaryDirectory() as folder:

        async def ours() -> float:
            async with linli(Path(folder)) as server:
                await when_ready(server.line)
                await asyncio.sleep(size)
                return float(server.resident)

        async def peers() -> float:
            async with running("bench.libraries") as libraries:
                return float(libraries.resident)

        return await ratios(rounds, ours, peers)


MEASURE = Measure(
    "memory_ratio", "ratio", "a process that only imports its libraries", take, size=1, goal=1.3
)
"""`size` is for how many seconds it idles before it is looked at."""

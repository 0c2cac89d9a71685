"""Seconds from the command to the moment `linli run` is ready, its database being there."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path
from time import perf_counter

import httpx

from bench.measure import Measure
from bench.processes import linli

LOOK_S = 0.01
LOOKS = 3000
OK = 200


async def take(rounds: int, size: int) -> list[float]:
    """Seconds of each start but the first `size`, which make the database."""
    with tempfile.TemporaryDirectory() as folder:
        taken = [await start(Path(folder)) for _ in range(size + rounds)]
    return taken[size:]


async def start(folder: Path) -> float:
    """Seconds of one start."""
    begun = perf_counter()
    async with linli(folder) as server:
        await when_ready(server.line)
        return perf_counter() - begun


async def when_ready(address: str) -> None:
    """Return once a server says that it is ready; TimeoutError if it never does."""
    async with httpx.AsyncClient() as client:
        for _ in range(LOOKS):
            if await _is_ready(client, address):
                return
            await asyncio.sleep(LOOK_S)
    raise TimeoutError(f"{address} is not ready")


async def _is_ready(client: httpx.AsyncClient, address: str) -> bool:
    try:
        return (await client.get(f"{address}/readyz")).status_code == OK
    except httpx.TransportError:
        return False


MEASURE = Measure("ready_seconds", "s", "the command", take, size=1)

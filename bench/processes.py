"""Processes under measurement: started here, stopped here by their own handle, on loopback."""

from __future__ import annotations

import asyncio
import os
import sys
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parent.parent
START_S = 60.0
"""So long a process may take to say its first line."""

STOP_S = 10.0
_SCHEDULED = 2
"""With the process's number, the kernel's name for its CPU clock (clock_getcpuclockid(3))."""

SETTINGS = {
    "LINLI_PORT": "0",
    "LINLI_REGION": "CN",
    "LINLI_EMERGENCY_VOICE": "120, 110",
    "LINLI_EMERGENCY_SMS": "12110",
    "LINLI_EMERGENCY_RELAY": "12110",
    "LINLI_COORDINATOR_PHONE": "021 5555 0100",
    "LINLI_SAFEGUARDING": "web:bench",
}
"""A deployment with made-up numbers, on a free port."""


@dataclass(frozen=True, slots=True)
class Running:
    """A process that runs, and the first line it said."""

    process: asyncio.subprocess.Process
    line: str

    @property
    def cpu_s(self) -> float:
        """CPU time of all its threads so far, in seconds; the clock counts nanoseconds."""
        return time.clock_gettime(~self.process.pid << 3 | _SCHEDULED)

    @property
    def resident(self) -> int:
        """Its resident memory, in bytes."""
        return int(psutil.Process(self.process.pid).memory_info().rss)


@asynccontextmanager
async def running(
    *module: str, folder: Path = ROOT, settings: Mapping[str, str] | None = None
) -> AsyncIterator[Running]:
    """`python -m` a module with its arguments; RuntimeError if it ends before its first line."""
    process = await _started(module, folder, settings or {}, asyncio.subprocess.DEVNULL)
    try:
        yield Running(process, await _first_line(process, module))
    finally:
        await _stop(process)


@dataclass(frozen=True, slots=True)
class Asked(Running):
    """A process that answers each line with one."""

    async def ask(self, line: str) -> str:
        """What it says to a line; RuntimeError if it says nothing."""
        if self.process.stdin is None or self.process.stdout is None:
            raise RuntimeError("its input and output are not ours")
        self.process.stdin.write(f"{line}\n".encode())
        await self.process.stdin.drain()
        answer = await self.process.stdout.readline()
        if not answer:
            raise RuntimeError("it ended")
        return answer.decode().strip()


@asynccontextmanager
async def asking(*module: str) -> AsyncIterator[Asked]:
    """`python -m` a module that answers lines; its first one says that it is ready."""
    process = await _started(module, ROOT, {}, asyncio.subprocess.PIPE)
    try:
        yield Asked(process, await _first_line(process, module))
    finally:
        await _stop(process)


@asynccontextmanager
async def linli(folder: Path, **settings: str) -> AsyncIterator[Running]:
    """`linli run` with its data in a folder; `line` is the address it serves."""
    given = SETTINGS | {f"LINLI_{name.upper()}": value for name, value in settings.items()}
    async with running("bot", "run", folder=folder, settings=given) as found:
        address = next(word for word in found.line.split() if word.startswith("http"))
        yield Running(found.process, address)


def environment(settings: Mapping[str, str]) -> dict[str, str]:
    """The environment of this process, with these settings and no other of ours."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("LINLI_")}
    return kept | {"PYTHONPATH": str(ROOT)} | dict(settings)


async def _started(
    module: tuple[str, ...], folder: Path, settings: Mapping[str, str], orders: int
) -> asyncio.subprocess.Process:
    """A process of a module; `orders` is where its input comes from."""
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        *module,
        cwd=folder,
        env=environment(settings),
        stdin=orders,
        stdout=asyncio.subprocess.PIPE,
    )


async def _first_line(process: asyncio.subprocess.Process, module: tuple[str, ...]) -> str:
    if process.stdout is None:
        raise RuntimeError("its output is not ours to read")
    line = await asyncio.wait_for(process.stdout.readline(), START_S)
    if not line:
        raise RuntimeError(f"{' '.join(module)} ended before it was ready")
    return line.decode().strip()


async def _stop(process: asyncio.subprocess.Process) -> None:
    if process.returncode is None:
        process.terminate()
    try:
        await asyncio.wait_for(process.communicate(), STOP_S)
    except TimeoutError:
        process.kill()
        await process.communicate()

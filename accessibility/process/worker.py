"""A worker process as it is seen from outside: never trusted.

One line of JSON goes in, one comes out, each with the bytes it announces behind it, on descriptors
of their own. A worker that ends, says something else, or takes too long is killed with everything
it started. Variables of Linli's are kept from it: it needs no token and no key.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

START_S = 30.0
"""So long a worker may take to say what it has, on a slow and busy machine."""

LONGEST_LINE = 1024 * 1024
"""Bytes of one line, and of what is read ahead: the bytes behind it may be more."""

MOST_BYTES = 256 * 1024 * 1024
"""Behind one line; more than the longest utterance has in any format."""

ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
"""Libraries that count take every core otherwise, and a small machine's bot waits for them."""

UNTOLD = {
    "ORT_DISABLE_TELEMETRY": "1",
    "HF_HUB_OFFLINE": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "DO_NOT_TRACK": "1",
}
"""onnxruntime from 1.29 tells its maker which models run, unless it is told not to; a library that
lacks a file would fetch it."""

ROOT = Path(__file__).resolve().parent.parent.parent


class WorkerEndedError(Exception):
    """The worker ended, was killed, or answered nonsense; nothing it was asked for is there."""


class WorkerTooSlowError(WorkerEndedError):
    """The worker took longer than it may, and was killed."""


class Worker:
    """One worker process; `hello` is what it said of itself."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self.hello: dict[str, Any] = {}

    @classmethod
    async def start(cls, module: str, *arguments: str) -> Worker:
        """A worker that is ready: a Python module with its arguments.

        Raises WorkerEndedError or OSError if it never was.
        """
        worker = cls(
            await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                module,
                *arguments,
                env=environment(),
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.DEVNULL,
                limit=LONGEST_LINE,
                start_new_session=True,
            )
        )
        worker.hello, _ = await worker._exchange(b"", START_S)
        return worker

    @property
    def pid(self) -> int:
        """The id of the process."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether it can be asked."""
        return self._process.returncode is None

    async def ask(
        self, order: dict[str, Any], deadline_s: float, sent: bytes = b""
    ) -> tuple[dict[str, Any], bytes]:
        """The answer to an order and what it has `sent`, and the bytes behind the answer.

        Raises WorkerEndedError, and is gone then.
        """
        line = json.dumps(order | {"bytes": len(sent)}).encode() + b"\n"
        return await self._exchange(line + sent, deadline_s)

    async def end(self) -> None:
        """Kill it with all it started, and wait until it is gone.

        By its group alone: asyncio's own `kill` looks first whether it is gone, and whoever looks
        takes its exit status away from whoever waits.
        """
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self._process.pid, signal.SIGKILL)
        await self._process.wait()

    async def _exchange(self, told: bytes, deadline_s: float) -> tuple[dict[str, Any], bytes]:
        """What it answers; whatever else happens, it is ended: no answer comes too late."""
        try:
            async with asyncio.timeout(deadline_s):
                if told and self._process.stdin:
                    self._process.stdin.write(told)
                    await self._process.stdin.drain()
                return await _answer(self._process.stdout or asyncio.StreamReader())
        except TimeoutError as error:
            await self.end()
            raise WorkerTooSlowError(f"{deadline_s:g} s") from error
        except (OSError, RuntimeError, ValueError, EOFError, asyncio.LimitOverrunError) as error:
            await self.end()
            raise WorkerEndedError(f"exit status {self._process.returncode}") from error
        except BaseException:
            await self.end()
            raise


async def _answer(answers: asyncio.StreamReader) -> tuple[dict[str, Any], bytes]:
    """One line and what it announces; raises ValueError or EOFError if that is not what comes."""
    told = json.loads(await answers.readuntil())
    if not isinstance(told, dict):
        raise ValueError("no answer")  # noqa: TRY004 - of what came, not of what we gave
    size = told.pop("bytes", 0)
    if not isinstance(size, int) or not 0 <= size <= MOST_BYTES:
        raise ValueError("no size")
    return told, await answers.readexactly(size)


def environment() -> dict[str, str]:
    """What the worker sees of our environment; its modules are found where ours are."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("LINLI_")}
    paths = [str(ROOT), kept.get("PYTHONPATH", "")]
    found = {"PYTHONPATH": os.pathsep.join(path for path in paths if path)}
    return kept | ONE_THREAD | UNTOLD | found

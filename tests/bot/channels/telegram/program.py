"""`linli run` as the program it is: a process of its own, which can be killed at any moment."""

import asyncio
import os
import signal
import sys

from bot.settings import PREFIX, SETTINGS


class Program:
    """Linli in a process; started again it finds what the last one kept."""

    def __init__(self, settings, folder):
        self._folder = folder
        given = {name: value for name, value in settings.values.items() if value}
        known = {setting.name: setting.variable for setting in SETTINGS}
        ours = {known[name]: value for name, value in given.items()}
        others = {name: os.environ[name] for name in os.environ if not name.startswith(PREFIX)}
        self._environment = {**others, **ours}
        self._process = None

    async def start(self):
        """Start it and wait for the line that says it serves; AssertionError when it ends."""
        self._process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", "run"),
            cwd=self._folder,
            env=self._environment,
            stdout=asyncio.subprocess.PIPE,
        )
        line = await self._process.stdout.readline()
        assert line.startswith(b"Linli: http://"), f"it did not start: {line!r}"

    async def kill(self):
        """SIGKILL: no line of its own code runs after this."""
        await self._end(signal.SIGKILL)

    async def stop(self):
        """SIGTERM, if it still runs: it ends what is under way."""
        await self._end(signal.SIGTERM)

    async def _end(self, how):
        if self._process is None:
            return
        self._process.send_signal(how)
        await self._process.wait()
        self._process = None

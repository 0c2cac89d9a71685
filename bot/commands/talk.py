"""`linli talk`: the bot in this terminal, among practice neighbours who answer by themselves."""

from __future__ import annotations

import argparse


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes: nothing."""
    del parser


def run(options: argparse.Namespace) -> int:
    """Talk until the input ends or Ctrl-C is pressed; everything is forgotten then."""
    import asyncio
    import logging
    from contextlib import suppress

    del options
    logging.basicConfig(level=logging.ERROR)
    with suppress(KeyboardInterrupt):
        asyncio.run(_talk())
    return 0


async def _talk() -> None:
    import os
    import tempfile
    import uuid
    from pathlib import Path

    from api.vocabulary import Channel
    from bot.app import Whole
    from bot.channels.neighbours import Neighbours
    from bot.channels.terminal import Terminal, lines
    from bot.settings import load

    terminal = Terminal(print, uuid.uuid4().hex)
    with tempfile.TemporaryDirectory() as folder:
        kept = {
            "LINLI_DATABASE": f"sqlite:///{folder}/talk.sqlite3",
            "LINLI_KEY_FILE": f"{folder}/keys.json",
        }
        settings = load({**os.environ, **kept}, Path(folder), practice=True)
        whole = Whole(settings, {Channel.TERMINAL: Neighbours(beyond=terminal)})
        try:
            await whole.open()
            whole.work()
            await terminal.hear("hello")
            queue = await lines()
            while (line := await queue.get()) is not None:
                await terminal.hear(line)
            await _rest()
        finally:
            await whole.close()


async def _rest() -> None:
    """Let the last answer be said before leaving."""
    import asyncio

    await asyncio.sleep(1)

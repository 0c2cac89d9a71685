"""CPU of one durable turn of a conversation over Telegram, in turns of a bot that only echoes.

Each polls a Telegram of its own, which runs here with the people in it and so costs neither.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from bench.measure import SLICES, Measure, ratios
from bench.processes import Running, linli, running
from bench.telegram_peer import turns
from tests.peers.telegram_emulator import TelegramEmulator


async def take(rounds: int, size: int) -> list[float]:
    """CPU seconds a turn divided by CPU seconds an echo, of `size` of each in a slice."""
    with tempfile.TemporaryDirectory() as folder:
        async with (
            TelegramEmulator() as ours,
            TelegramEmulator() as peers,
            running("bench.echo_bot", peers.base_url, peers.token) as echo,
            linli(
                Path(folder),
                telegram_token=ours.token,
                telegram_api=ours.base_url.removesuffix("/bot"),
            ) as conversation,
        ):
            return await ratios(
                rounds,
                lambda: cpu_each(conversation, ours, size),
                lambda: cpu_each(echo, peers, size),
                slices=SLICES,
            )


async def cpu_each(bot: Running, wire: TelegramEmulator, size: int) -> float:
    """CPU seconds of a bot's process for each turn of several people, one after another."""
    before = bot.cpu_s
    taken = await turns(wire, size)
    return max(bot.cpu_s - before, 1e-6) / taken


MEASURE = Measure(
    "turn_cpu_ratio",
    "ratio",
    "a python-telegram-bot echo through the same emulator",
    take,
    size=14,
    goal=2.5,
)

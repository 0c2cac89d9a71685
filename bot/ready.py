"""Rules of understanding are read in a thread, while everybody else is answered."""

from __future__ import annotations

import asyncio

from accessibility.understand import get_ready, is_ready


async def ready_for(text: str) -> None:
    """Come back when a text can be understood at once."""
    if not is_ready(text):
        await asyncio.to_thread(get_ready)

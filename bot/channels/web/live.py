"""Tells open pages that something was said to them: server-sent events, one mark an event."""

from __future__ import annotations

import asyncio
import hashlib
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable

from bot.channel import Shown

HEARTBEAT_S = 20.0
"""So often a silent connection is used, lest a proxy close it; and so often an open page looks
by itself for what another process said."""

AGAIN_MS = 2000
"""After so long a browser connects again."""


def mark_of(shown: Shown) -> str:
    """How far a conversation is, told by nothing of what was said in it."""
    last = shown.said[-1].at.isoformat() if shown.said else ""
    question = shown.open.question_id if shown.open else ""
    parts = (last, str(len(shown.said)), question, str(shown.waiting), shown.language)
    return hashlib.sha256("|".join(parts).encode()).hexdigest()[:16]


class Live:
    """Who has a page open, by address."""

    def __init__(self) -> None:
        self._pages: defaultdict[str, set[asyncio.Event]] = defaultdict(set)
        self.closing = asyncio.Event()

    def tell(self, address: str) -> None:
        """Something new is there for this address."""
        for page in self._pages.get(address, ()):
            page.set()

    async def told(self, address: str, within_s: float) -> None:
        """Return when something was said to this address, or after `within_s` seconds."""
        page = asyncio.Event()
        self._pages[address].add(page)
        try:
            await _set(page, within_s)
        finally:
            self._leave(address, page)

    async def events(
        self, address: str, seen: str, mark: Callable[[], Awaitable[str]]
    ) -> AsyncIterator[str]:
        """The events of one open page, until it is closed.

        `seen` is the mark the page has; what was said while it was not connected comes at once.
        """
        page = asyncio.Event()
        self._pages[address].add(page)
        try:
            yield f"retry: {AGAIN_MS}\n\n"
            while not self.closing.is_set():
                page.clear()
                if (now := await mark()) != seen:
                    seen = now
                    yield f"id: {now}\nevent: said\ndata: new\n\n"
                elif not await _set(page, HEARTBEAT_S):
                    yield ": still here\n\n"
        finally:
            self._leave(address, page)

    def close(self) -> None:
        """End every open page's events."""
        self.closing.set()
        for pages in self._pages.values():
            for page in pages:
                page.set()

    def _leave(self, address: str, page: asyncio.Event) -> None:
        self._pages[address].discard(page)
        if not self._pages[address]:
            del self._pages[address]


async def _set(page: asyncio.Event, within_s: float) -> bool:
    """Whether it was told something in time."""
    try:
        await asyncio.wait_for(page.wait(), within_s)
    except TimeoutError:
        return False
    return True

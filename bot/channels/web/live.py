"""Tells open pages that something was said to them: server-sent events, one line an event."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator

HEARTBEAT_S = 20.0
"""A comment so often keeps proxies from closing a silent connection."""


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
            await asyncio.wait_for(page.wait(), within_s)
        except TimeoutError:
            return
        finally:
            self._leave(address, page)

    async def events(self, address: str) -> AsyncIterator[str]:
        """The events of one open page, until it is closed."""
        page = asyncio.Event()
        self._pages[address].add(page)
        try:
            yield "retry: 2000\n\n"
            while not self.closing.is_set():
                yield await self._next(page)
        finally:
            self._leave(address, page)

    def _leave(self, address: str, page: asyncio.Event) -> None:
        self._pages[address].discard(page)
        if not self._pages[address]:
            del self._pages[address]

    async def _next(self, page: asyncio.Event) -> str:
        try:
            await asyncio.wait_for(page.wait(), HEARTBEAT_S)
        except TimeoutError:
            return ": still here\n\n"
        page.clear()
        return "event: said\ndata: new\n\n"

    def close(self) -> None:
        """End every open page's events."""
        self.closing.set()
        for pages in self._pages.values():
            for page in pages:
                page.set()

"""Updates on their way to the bot: kept until acknowledged, every kind, redelivered.

Rule: a webhook is called in parallel and out of order, and again until it answers 2xx; that is
what Telegram does, where the emulator below delivers one by one and only when asked.
"""

import asyncio
import copy
import sys
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

from aiohttp import ClientError, ClientSession, ClientTimeout
from lo_bot_api_emulator.updates import (  # type: ignore[import-untyped]  # ships no types
    UpdateQueues,
)

RETRY_SECONDS = 0.1
ANSWER_SECONDS = 5
DEFAULT_CONNECTIONS = 40  # core.telegram.org/bots/api#setwebhook


class TelegramQueues(UpdateQueues):  # type: ignore[misc]  # the parent is untyped
    """The emulator's queues, widened to every kind of update and to parallel webhooks."""

    def __init__(self, answered: Callable[[], None]) -> None:
        super().__init__(
            insecure_webhooks=True, record=lambda _item: None, max_updates=sys.maxsize
        )
        self._answered = answered
        self.connections = DEFAULT_CONNECTIONS
        self.answers: list[tuple[int, int]] = []
        self._under_way: set[int] = set()
        self._wake = asyncio.Event()

    async def enqueue(self, token: str, update: dict[str, Any]) -> int:
        """Queue an update under the next id, or under its own later one; the id it has."""
        state = self._state(token)
        async with state.condition:
            identity = int(update.get("update_id", state.next_id))
            state.next_id = max(state.next_id, identity + 1)
            state.updates.append({**copy.deepcopy(update), "update_id": identity})
            state.condition.notify_all()
        self._wake.set()
        return identity

    async def set_webhook(self, token: str, fields: dict[str, Any]) -> Any:
        """Point deliveries to an address; they start after this call has been answered."""
        self.connections = int(fields.get("max_connections", DEFAULT_CONNECTIONS))
        return await super().set_webhook(token, fields)

    async def deliver(self, token: str) -> int:
        """Ask for a delivery; none is awaited, for the bot may be the one who asks."""
        self._state(token)
        self._wake.set()
        return 0

    async def carry(self) -> None:
        """Deliver for ever whatever has a webhook to go to."""
        timeout = ClientTimeout(total=ANSWER_SECONDS)
        async with ClientSession(timeout=timeout) as client, asyncio.TaskGroup() as errands:
            while await self._wake.wait():
                self._wake.clear()
                for state, item in list(self._due()):
                    self._under_way.add(item["update_id"])
                    errands.create_task(self._post(client, state, item))

    def _due(self) -> Iterator[tuple[Any, dict[str, Any]]]:
        free = self.connections - len(self._under_way)
        waiting = (
            (state, item)
            for state in self._bots.values()
            if state.url
            for item in state.updates
            if item["update_id"] not in self._under_way
            if not state.allowed or any(kind in item for kind in state.allowed)
        )
        return islice(waiting, max(free, 0))

    async def _post(self, client: ClientSession, state: Any, item: dict[str, Any]) -> None:
        status = await _status(client, state, item)
        self.answers.append((item["update_id"], status))
        delivered = 200 <= status < 300
        if delivered and item in state.updates:
            state.updates.remove(item)
        self._answered()
        if not delivered:
            await asyncio.sleep(RETRY_SECONDS)
        self._under_way.discard(item["update_id"])
        self._wake.set()


async def _status(client: ClientSession, state: Any, item: dict[str, Any]) -> int:
    headers = {"X-Telegram-Bot-Api-Secret-Token": state.secret} if state.secret else {}
    try:
        async with client.post(
            state.url, json=item, headers=headers, allow_redirects=False
        ) as answer:
            return answer.status
    except (ClientError, TimeoutError):
        return 0

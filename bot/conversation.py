"""The shell around the engine: claim what came in, advance, bring the turn back whole.

It keeps nothing between two turns. A turn that another worker was faster with is dropped here:
its lane is leased again, and the engine advances from where the conversation then is.
"""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Protocol

from api.vocabulary import Channel
from bot import crash
from bot.answering import Answering
from bot.heard import Listened
from bot.listening import NotYet
from bot.manner import is_danger_card
from bot.service import (
    Claimed,
    ClaimIn,
    InboundIn,
    NoticeOut,
    Problem,
    ReceivedOut,
    Service,
    Unreachable,
)

log = logging.getLogger(__name__)

AT_ONCE = 4
"""Conversations of different people answered at one time by one process."""

WAIT_S = 30
"""How long one call waits for something to answer; each looks for leases that will be over."""

LEASE_S = 30
"""For so long nobody else answers what came in here."""

SEND_S = 60
"""For so long nobody else sends what a turn says."""

PAUSE_S = 1.0
"""How long to rest after a failure; the lane of a turn that failed rests as long as its lease."""


class Outlet(Protocol):
    """Where what a turn says is sent without being asked for."""

    def takes(self, channel: Channel) -> bool:
        """Whether something for this channel would be sent at once."""

    def send(self, notice: NoticeOut) -> None:
        """Send it; it is leased."""

    def hurry(self, address_id: str) -> None:
        """Let nothing that is under way there keep waiting what comes next."""


@dataclass(slots=True)
class Conversation:
    """Takes turns, one address's lane at a time."""

    service: Service
    answering: Answering
    outlet: Outlet | None = None
    _turns: asyncio.TaskGroup | None = None
    _slots: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))

    async def run(self) -> None:
        """Take turns until cancelled; an API that is away is waited for.

        One asks for all: were each to ask for itself, every message would wake them all.
        """
        async with asyncio.TaskGroup() as turns:
            self._turns = turns
            try:
                while True:
                    async with self._slots:
                        work = await self._next()
                    turns.create_task(self._answer(work))
            finally:
                self._turns = None

    async def hear(self, message: InboundIn) -> ReceivedOut:
        """Store a message; once this returns it is never lost.

        It comes back leased, and is answered at once, if somebody here is free to.
        """
        if self._turns is None or self._slots.locked():
            return await self.service.receive(message)
        leased = message.model_copy(update={"lease_s": LEASE_S})
        received = await self.service.receive(leased)
        if received.work is not None and self._turns is not None:
            self._turns.create_task(self._answer(received.work))
        return received

    async def step(self) -> bool:
        """Take one turn if there is one to take; whether there was."""
        work = (await self.service.claim(ClaimIn())).work
        if work is not None:
            with suppress(NotYet):
                await self._take(work, await self.answering.listen(work))
        return work is not None

    async def _next(self) -> Claimed:
        """Wait for something to answer."""
        while True:
            try:
                work = (await self.service.claim(ClaimIn(wait_s=WAIT_S))).work
            except Unreachable:
                await asyncio.sleep(PAUSE_S)
            except Exception as error:  # noqa: BLE001 - what fails now may work in a moment
                crash.note(log, "asking what to answer", error)
                await asyncio.sleep(PAUSE_S)
            else:
                if work is not None:
                    return work

    async def _answer(self, work: Claimed) -> None:
        """Take a turn; one that fails is taken again under the next lease.

        Who listens to somebody holds up nobody who writes.
        """
        try:
            listened = await self.answering.listen(work)
            async with self._slots:
                await self._take(work, listened)
        except NotYet:
            log.info("a voice note was put off")
        except Unreachable:
            log.info("the API went away in the middle of a turn")
        except Exception as error:  # noqa: BLE001 - one turn that fails must not stop the others
            crash.note(log, "a turn", error)

    async def _take(self, work: Claimed, listened: Listened | None = None) -> None:
        turn = await self.answering.turn(work, listened)
        if self.outlet is not None and self.outlet.takes(work.channel):
            turn = turn.model_copy(update={"send_s": SEND_S})
        try:
            taken = await self.service.turn(turn)
        except Problem as problem:
            if problem.code != "stale_turn":
                raise
            log.info("another worker took this turn")
        else:
            if self.outlet is not None and any(is_danger_card(one.code) for one in turn.prompts):
                self.outlet.hurry(work.address_id)
            if self.outlet is not None and taken.notice is not None:
                self.outlet.send(taken.notice)

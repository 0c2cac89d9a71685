"""The shell around the engine: claim what came in, advance, bring the turn back whole.

It keeps nothing between two turns. A turn that another worker was faster with is dropped here:
its lane is leased again, and the engine advances from where the conversation then is.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Protocol

from accessibility.prompt import Command, Option, Reading, ReadingKind
from accessibility.understand import answer_line, read, resume_code
from api.vocabulary import CallBy, Channel, InboundKind, NoticeCode
from bot import crash
from bot.brought import body_of
from bot.calling import typed_line
from bot.dialogue.engine import (
    advance,
    from_json,
    prompt_of,
    started,
)
from bot.dialogue.filling import fill
from bot.dialogue.state import Asked, Facts, Lookup, State, Turn
from bot.forms import FORMS
from bot.manner import is_danger_card
from bot.service import (
    Claimed,
    ClaimIn,
    InboundIn,
    NoticeOut,
    Problem,
    ReceivedOut,
    Service,
    TurnIn,
    Unreachable,
)
from bot.turn import (
    facts_of,
    going_on,
    in_group,
    in_its_language,
    read_out,
    reading_of,
)
from bot.wording import Wording

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

Look = Callable[[Lookup, Claimed], Awaitable[tuple[Option, ...]]]
Voiced = Callable[[Claimed, Turn], Awaitable[Turn]]
"""The turn without a promise of a voice where nothing can be heard."""


class Outlet(Protocol):
    """Where what a turn says is sent without being asked for."""

    def takes(self, channel: Channel) -> bool:
        """Whether something for this channel would be sent at once."""

    def send(self, notice: NoticeOut) -> None:
        """Send it; it is leased."""

    def hurry(self, address_id: str) -> None:
        """Let nothing that is under way there keep waiting what comes next."""


async def _as_it_is(_work: Claimed, turn: Turn) -> Turn:
    return turn


@dataclass(slots=True)
class Conversation:
    """Takes turns, one address's lane at a time."""

    service: Service
    wording: Wording
    look: Look
    clock: Callable[[], datetime]
    region: str = ""
    outlet: Outlet | None = None
    voiced: Voiced = _as_it_is
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
            await self._take(work)
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
        """Take a turn; one that fails is taken again under the next lease."""
        try:
            async with self._slots:
                await self._take(work)
        except Unreachable:
            log.info("the API went away in the middle of a turn")
        except Exception as error:  # noqa: BLE001 - one turn that fails must not stop the others
            crash.note(log, "a turn", error)

    async def _take(self, work: Claimed) -> None:
        turn = await self._turn(work)
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

    async def _turn(self, work: Claimed) -> TurnIn:
        state = from_json(work.session.state)
        if work.inbound is not None and work.inbound.kind is InboundKind.LEFT:
            return body_of(work, Turn(state))
        if act := in_group(work) or typed_line(work):
            return body_of(work, Turn(state, effects=(act,)))
        facts = facts_of(work, state, self.clock())
        if work.inbound is not None and work.inbound.kind is InboundKind.ANSWER_LINE:
            return await self._type_in(work, state, facts)
        reading = self._read(work, state, facts)
        if _is_for_caller(work, reading):
            return body_of(work, Turn(state))
        turn = await self._advance(work, state, reading, facts)
        if turn.deferred and work.inbound is not None:  # only a notice can wait; a person is told
            again = Reading(ReadingKind.COMMAND, command=Command.AGAIN)
            turn = await self._advance(work, state, again, facts)
        if _invite_refused(work):
            turn = replace(turn, prompts=(Asked(NoticeCode.INVITE_REFUSED), *turn.prompts))
        return body_of(work, await self.voiced(work, turn))

    def _read(self, work: Claimed, state: State, facts: Facts) -> Reading:
        asked = prompt_of(FORMS, state, facts)
        language = work.facts.language
        prompt = self.wording.asked(asked, language, facts.now) if asked else None
        begun = started(FORMS, state)
        offered = None if begun and not read_out(work) else going_on(work, prompt)
        return offered or reading_of(work, prompt, self.region)

    async def _type_in(self, work: Claimed, state: State, facts: Facts) -> TurnIn:
        """The answer line of a paper: the whole of it in one turn, or nothing of it."""
        line = answer_line(work.inbound.body.text if work.inbound else "")

        def words(said: str, asked: Asked | None, language: str) -> Reading:
            prompt = self.wording.asked(asked, language, facts.now) if asked else None
            return read(said, prompt, language, region=self.region)

        turn = await self._looked_up(
            work, facts, lambda known: fill(FORMS, state, line, known, words)
        )
        return body_of(in_its_language(work, turn), turn)

    async def _advance(self, work: Claimed, state: State, reading: Reading, facts: Facts) -> Turn:
        return await self._looked_up(
            work, facts, lambda known: advance(FORMS, state, reading, known)
        )

    async def _looked_up(self, work: Claimed, facts: Facts, make: Callable[[Facts], Turn]) -> Turn:
        turn = make(facts)
        while turn.lookups:
            found = {look.name: await self.look(look, work) for look in turn.lookups}
            facts = replace(facts, lookups={**facts.lookups, **found})
            turn = make(facts)
        return turn


def _is_for_caller(work: Claimed, reading: Reading) -> bool:
    """While a caller writes with the resident, what answers no question goes to the caller."""
    call = work.facts.call
    return (
        call is not None
        and call.claimed
        and call.by is not CallBy.VOICE
        and reading.kind is ReadingKind.UNCLEAR
    )


def _invite_refused(work: Claimed) -> bool:
    """Whether somebody came by an invite that does not work: told at once, before any question."""
    link = work.inbound.body.link if work.inbound is not None else ""
    return bool(link) and not resume_code(link) and not work.facts.invited

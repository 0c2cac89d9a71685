"""The shell around the engine: claim what came in, advance, bring the turn back whole.

It keeps nothing between two turns. A turn that another worker was faster with is dropped here:
its lane is leased again, and the engine advances from where the conversation then is.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from accessibility.prompt import Command, Option, Reading, ReadingKind
from accessibility.understand import answer_line, read, resume_code
from api.vocabulary import CallBy, InboundKind, NoticeCode
from bot import crash
from bot.dialogue.engine import (
    advance,
    current_question_id,
    from_json,
    prompt_of,
    started,
    to_json,
    unfinished,
)
from bot.dialogue.filling import fill
from bot.dialogue.state import Asked, Facts, Lookup, State, Turn
from bot.dialogue.statement import LINE
from bot.forms import FORMS
from bot.forms.effects import as_effect
from bot.service import Claimed, ClaimIn, Problem, Service, TurnIn, Unreachable
from bot.turn import (
    ends_offer,
    facts_of,
    going_on,
    in_group,
    in_its_language,
    read_out,
    reading_of,
)
from bot.wording import Wording, as_values

log = logging.getLogger(__name__)

AT_ONCE = 4
"""Conversations of different people answered at one time by one process."""

WAIT_S = 30
"""How long one call waits for something to answer."""

PAUSE_S = 1.0
"""How long to rest after a failure; the lane of a turn that failed rests as long as its lease."""

DEFER_S = 60
"""When an opening that finds two forms under way is tried again."""

ASKS_ITSELF = frozenset(
    {NoticeCode.OFFER.value, NoticeCode.DID_HELP_ARRIVE.value, NoticeCode.TASK.value}
)
"""Notices whose words are the very question they open; said once is enough."""

Look = Callable[[Lookup, Claimed], Awaitable[tuple[Option, ...]]]


@dataclass(frozen=True, slots=True)
class Conversation:
    """Takes turns, one address's lane at a time."""

    service: Service
    wording: Wording
    look: Look
    clock: Callable[[], datetime]
    region: str = ""

    async def run(self) -> None:
        """Take turns until cancelled; an API that is away is waited for.

        One asks for all: were each to ask for itself, every message would wake them all.
        """
        slots = asyncio.Semaphore(AT_ONCE)
        async with asyncio.TaskGroup() as turns:
            while True:
                await slots.acquire()
                turn = turns.create_task(self._answer(await self._next()))
                turn.add_done_callback(lambda _: slots.release())

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
            await self._take(work)
        except Unreachable:
            log.info("the API went away in the middle of a turn")
        except Exception as error:  # noqa: BLE001 - one turn that fails must not stop the others
            crash.note(log, "a turn", error)

    async def _take(self, work: Claimed) -> None:
        try:
            await self.service.turn(await self._turn(work))
        except Problem as problem:
            if problem.code != "stale_turn":
                raise
            log.info("another worker took this turn")

    async def _turn(self, work: Claimed) -> TurnIn:
        state = from_json(work.session.state)
        if work.inbound is not None and work.inbound.kind is InboundKind.LEFT:
            return body_of(work, Turn(state))
        if act := in_group(work):
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
        return body_of(work, turn)

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


def body_of(work: Claimed, turn: Turn) -> TurnIn:
    """The turn as the API takes it; an opening begins with what its notice says."""
    resting = unfinished(FORMS, turn.state)
    said = bool(turn.prompts) or ends_offer(work)
    prompts = (*_notice(work), *turn.prompts) if said else ()
    body: dict[str, Any] = {
        "address_id": work.address_id,
        "lease": work.lease,
        "inbound_id": work.inbound.id if work.inbound else None,
        "notice_id": work.opening.notice_id if work.opening else None,
        "session_version": work.session.version,
        "session": {
            "state": to_json(turn.state),
            "asks": bool(current_question_id(turn.state)),
            "unfinished": {"question": resting[0], "urgency": resting[1]} if resting else None,
        },
        "effects": [as_effect(act, work.facts.language) for act in turn.effects],
        "prompts": [told | _to_caller(work, told) for told in spoken_together(prompts)],
        "defer_s": DEFER_S if turn.deferred else 0,
    }
    return TurnIn.model_validate(body)


def _to_caller(work: Claimed, told: Mapping[str, Any]) -> dict[str, bool]:
    """What is wrong with a typed line is told to who typed it, and not to the resident."""
    typed = work.inbound is not None and work.inbound.call_id is not None
    return {"quiet": True} if typed and told["code"].startswith(LINE) else {}


def _notice(work: Claimed) -> tuple[Asked, ...]:
    if work.opening is None or work.opening.about["notice"] in ASKS_ITSELF:
        return ()
    said = {name: value for name, value in work.opening.about.items() if name != "notice"}
    return (Asked(str(work.opening.about["notice"]), said),)


def spoken_together(prompts: tuple[Asked, ...]) -> list[dict[str, Any]]:
    """Statements before a question join it in one message; the danger card stands alone."""
    told: list[dict[str, Any]] = []
    first: list[Asked] = []
    for asked in prompts:
        if asked.question_id:
            told.append({"code": asked.code, "values": as_values(asked, tuple(first))})
            first = []
        elif asked.code.endswith("danger_card"):
            told.append({"code": asked.code, "values": dict(asked.values)})
        else:
            first.append(asked)
    return told + [{"code": asked.code, "values": dict(asked.values)} for asked in first]

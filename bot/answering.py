"""One turn of a conversation: from what came in to the body that is brought back.

It keeps nothing; what takes long, listening, comes before the turn itself.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime

from accessibility.prompt import Command, Option, Prompt, Reading, ReadingKind
from accessibility.understand import answer_line, read, resume_code
from api.vocabulary import CallBy, CallReason, Effect, InboundKind, NoticeCode
from bot.brought import body_of
from bot.calling import typed_line
from bot.dialogue.danger import in_silence
from bot.dialogue.engine import advance, beneath, from_json, is_read_back, prompt_of
from bot.dialogue.filling import fill
from bot.dialogue.state import Act, Asked, Facts, Lookup, State, Turn
from bot.dialogue.unfinished import started
from bot.forms import FORMS
from bot.group_chat import in_group
from bot.heard import Listened, deafness, spoke, with_words, written
from bot.listening import Listening
from bot.proposing import proposed
from bot.ready import ready_for
from bot.service import Claimed, TurnIn
from bot.turn import facts_of, going_on, in_its_language, read_out, reading_of
from bot.unread import to_read
from bot.wording import Wording

UNREAD = frozenset({ReadingKind.UNCLEAR, ReadingKind.STALE})
"""Readings that answer nothing where they were made."""

Look = Callable[[Lookup, Claimed], Awaitable[tuple[Option, ...]]]
Voiced = Callable[[Claimed, Turn], Awaitable[Turn]]
"""The turn without a promise of a voice where nothing can be heard."""


async def _as_it_is(_work: Claimed, turn: Turn) -> Turn:
    return turn


@dataclass(slots=True)
class Answering:
    """Answers what came in, by the forms and in words; without `listening`, people listen."""

    wording: Wording
    look: Look
    clock: Callable[[], datetime]
    region: str = ""
    voiced: Voiced = _as_it_is
    listening: Listening | None = None

    async def listen(self, work: Claimed) -> Listened | None:
        """What was spoken, with the words of the open question; None for all that was not.

        Raises NotYet when the message was put off. Words that were written are ready to be read.
        """
        if work.inbound is not None:
            await ready_for(work.inbound.body.text)
        if not spoke(work) or in_group(work):
            return None
        state = from_json(work.session.state)
        facts = facts_of(work, state, self.clock())
        states = [state, beneath(state)] if is_read_back(state) else [state]
        asked = [self._open(work, one, facts) for one in states]
        beside = written(work, asked[0], self.region)
        if self.listening is None:
            return with_words(Listened(deafness(work)), beside)
        return with_words(await self.listening.to(work, asked), beside)

    async def turn(self, work: Claimed, listened: Listened | None) -> TurnIn:
        """The turn that answers some work, whole."""
        state = from_json(work.session.state)
        if work.inbound is not None and work.inbound.kind is InboundKind.LEFT:
            return body_of(work, Turn(state))
        if act := in_group(work) or typed_line(work):
            return body_of(work, Turn(state, effects=(act,)))
        facts = facts_of(work, state, self.clock())
        if work.inbound is not None and work.inbound.kind is InboundKind.ANSWER_LINE:
            return await self._type_in(work, state, facts)
        if listened is not None:
            return await self._spoken(work, state, facts, listened)
        state, reading = self._read(work, state, facts)
        if _is_for_caller(work, reading):
            return body_of(work, Turn(state, effects=in_silence(reading)))
        body = body_of(work, await self._answered(work, state, reading, facts))
        return body.model_copy(update={"to_read": to_read(work, state, reading)})

    async def _answered(self, work: Claimed, state: State, reading: Reading, facts: Facts) -> Turn:
        turn = await self._advance(work, state, reading, facts)
        if turn.deferred and work.inbound is not None:  # only a notice can wait; a person is told
            again = Reading(ReadingKind.COMMAND, command=Command.AGAIN)
            turn = await self._advance(work, state, again, facts)
        if _invite_refused(work):
            turn = replace(turn, prompts=(Asked(NoticeCode.INVITE_REFUSED), *turn.prompts))
        return await self.voiced(work, turn)

    async def _spoken(
        self, work: Claimed, state: State, facts: Facts, listened: Listened
    ) -> TurnIn:
        """The turn with what was heard; its audio goes along only where a person must hear it."""
        if _is_for_caller(work, listened.reading):
            turn = Turn(state, effects=in_silence(listened.reading))
        else:
            at = beneath(state) if listened.below else state
            turn = await self._answered(work, at, listened.reading, facts)
            if listened.unheard and not _brings_a_person(turn):
                turn = replace(turn, effects=(*turn.effects, _a_person_listens(work)))
        keeps = _brings_a_person(turn) or _caller_writes(work)
        spoken = {
            "heard": listened.words,
            "recording": listened.recorded if keeps else None,
            "to_read": to_read(work, state, listened.reading),
        }
        return body_of(work, turn).model_copy(update=spoken)

    def _open(self, work: Claimed, state: State, facts: Facts) -> Prompt | None:
        """The open question in words, to read a reply against."""
        asked = prompt_of(FORMS, state, facts)
        return self.wording.asked(asked, work.facts.language, facts.now) if asked else None

    def _read(self, work: Claimed, state: State, facts: Facts) -> tuple[State, Reading]:
        """What was written or pressed; it may answer what was read back, or what is beneath."""
        reading = self._read_at(work, state, facts)
        if is_read_back(state) and reading.kind in UNREAD:
            below = self._read_at(work, beneath(state), facts)
            if below.kind not in UNREAD:
                return beneath(state), below
        said = self._proposed(work, beneath(state), reading, facts)
        return (beneath(state), said) if said else (state, reading)

    def _proposed(
        self, work: Claimed, state: State, reading: Reading, facts: Facts
    ) -> Reading | None:
        """What a resident's own words say besides answering, to be asked about."""
        came = work.inbound
        if came is None or came.kind is not InboundKind.TEXT or came.call_id is not None:
            return None
        prompt = self._open(work, state, facts)
        return proposed(reading, came.body.text, prompt, work.facts.language)

    def _read_at(self, work: Claimed, state: State, facts: Facts) -> Reading:
        prompt = self._open(work, state, facts)
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
    """While a caller writes with the resident, what answers no question goes to the caller.

    So does whatever is spoken, but danger: the caller hears it better than any program.
    """
    answers_nothing = reading.kind in {ReadingKind.UNCLEAR, ReadingKind.PROPOSAL}
    spoken = spoke(work) and reading.kind is not ReadingKind.DANGER
    return _caller_writes(work) and (answers_nothing or spoken)


def _caller_writes(work: Claimed) -> bool:
    """Whether a caller holds the resident's call, and holds it in writing."""
    call = work.facts.call
    return call is not None and call.claimed and call.by is not CallBy.VOICE


def _brings_a_person(turn: Turn) -> bool:
    """Whether a person is to listen to what was spoken."""
    return any(
        act.effect == Effect.QUEUE_CALL and act.values.get("reason") == CallReason.MEDIA
        for act in turn.effects
    )


def _a_person_listens(work: Claimed) -> Act:
    kind = work.inbound.kind if work.inbound else InboundKind.VOICE
    return Act(Effect.QUEUE_CALL, {"reason": CallReason.MEDIA, "kind": kind})


def _invite_refused(work: Claimed) -> bool:
    """Whether somebody came by an invite that does not work: told at once, before any question."""
    link = work.inbound.body.link if work.inbound is not None else ""
    return bool(link) and not resume_code(link) and not work.facts.invited

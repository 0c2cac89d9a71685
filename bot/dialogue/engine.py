"""The whole engine is one pure function: `advance(forms, state, reading, facts) -> Turn`.

Nothing in it can raise for what a person says, and every turn leaves a question open, or has
ended, or says that it stopped: a conversation has no dead end.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from accessibility.prompt import Command, Reading, ReadingKind
from api.vocabulary import CallReason, Effect
from bot.dialogue.aside import answer_form, close_form, open_form
from bot.dialogue.asking import show
from bot.dialogue.commands import COMMANDS, HEARD, MANNER, UNDERSTOOD, forget, profile
from bot.dialogue.danger import heard_danger, in_silence
from bot.dialogue.danger import reply_to_it as reply_about_danger
from bot.dialogue.draft import Draft, asked_of, base36, lacks_options
from bot.dialogue.form import Forms
from bot.dialogue.giving_way import give_way, insists
from bot.dialogue.heard import (
    beneath,
    do,
    is_read_back,
    not_heard,
    read_back,
    reply_to_it,
    weighs,
)
from bot.dialogue.keys import DANGER
from bot.dialogue.record import fit, from_json, to_json
from bot.dialogue.reply import reply
from bot.dialogue.state import Asked, Facts, Frame, State, Turn
from bot.dialogue.statement import Statement
from bot.dialogue.understood import first_said, offer, propose
from bot.dialogue.understood import reply_to_it as reply_about_words

__all__ = [
    "CROSSED",
    "IDLE",
    "UNBIDDEN",
    "advance",
    "beneath",
    "current_question_id",
    "from_json",
    "insists",
    "is_read_back",
    "is_stale",
    "prompt_of",
    "to_json",
]

LOUD = frozenset(
    {
        Command.PERSON,
        Command.CALL_ME,
        Command.CANNOT_READ,
        Command.LANGUAGE,
        Command.RESTART,
        Command.STOP,
        Command.CODE,
        Command.PROFILE,
        Command.FORGET,
        *MANNER,
    }
)
"""Commands that mean the same to somebody who has no question in front of them."""

UNBIDDEN = "unbidden"
"""A fact: we speak by ourselves, and do not answer what somebody said."""

IDLE = "idle"
"""A fact: nothing concerns the person now that a question could be about."""

CROSSED = "crossed"
"""A fact: what came in was written before its writer could have read the open question."""


def advance(forms: Forms, state: State, reading: Reading, facts: Facts) -> Turn:
    """Take one reading; ask the next question, or end.

    A turn with `lookups` has said and done nothing yet: fetch them into `facts.lookups` and
    advance again from the same state.
    """
    fitted = fit(forms, state)
    quiet = fitted.stopped or "long_silence" in facts.known
    asked = reading.kind not in {ReadingKind.OPEN, ReadingKind.CLOSE}
    silent = fitted.stopped and reading.kind is ReadingKind.CLOSE
    draft = Draft(
        forms,
        facts,
        Turn(replace(fitted, stopped=silent)),
        returning=quiet and bool(fitted.frames) and asked,
    )
    draft = give_way(draft, reading)
    deaf = fitted.stopped or not _asks(draft.state)
    turn = offer(_respond(draft, reading, deaf=deaf)).turn
    if turn.lookups or turn.deferred:
        return Turn(state, lookups=turn.lookups, deferred=turn.deferred)
    left = turn.state if turn.state.frames else State(serial=turn.state.serial)
    displaced = UNBIDDEN in facts.known and _is_displaced(state, left)
    effects = (*turn.effects, *in_silence(reading))
    state = replace(left, displaced=displaced)
    return replace(turn, state=state, effects=effects, done=not left.frames)


def _is_displaced(before: State, after: State) -> bool:
    """Whether the question a person had in front of them is another now, or none."""
    had = current_question_id(before)
    return before.displaced or (bool(had) and had != current_question_id(after))


def prompt_of(forms: Forms, state: State, facts: Facts) -> Asked | None:
    """The open question as it stands, to read a reply against; None when nothing is open."""
    fitted = fit(forms, state)
    draft = Draft(forms, facts, Turn(fitted))
    if fitted.stopped or not _asks(fitted) or lacks_options(draft):
        return None
    return asked_of(draft)


def current_question_id(state: State) -> str:
    """The id of the open question; empty when nothing is open."""
    return base36(state.frames[-1].asked) if _asks(state) and not state.stopped else ""


def is_stale(state: State, question_id: str) -> bool:
    """Whether a button belongs to another question than the open one."""
    return question_id != current_question_id(state)


def _asks(state: State) -> bool:
    return bool(state.frames) and bool(state.frames[-1].open)


def _respond(draft: Draft, reading: Reading, *, deaf: bool) -> Draft:
    """Do what every question allows; what is left is a reply, unless nobody asked (`deaf`)."""
    if reading.kind in BY_NAME and reading.text in draft.forms:
        return BY_NAME[reading.kind](draft, reading)
    if not draft.state.frames:
        if alone := _alone(draft, _command(reading)):
            return read_back(draft, reading) if weighs(reading) else alone(draft)
        draft = draft.push(Frame(draft.facts.root, about=draft.facts.root_about))
    if reading.kind is ReadingKind.DANGER:
        return heard_danger(draft, reading)
    if reading.kind in ALWAYS:
        return show(ALWAYS[reading.kind](draft, reading))
    command = _command(reading)
    if command and command in COMMANDS and (not deaf or command in LOUD):
        return do(draft, command, reading)
    return _replied(draft, reading, deaf=deaf)


def _replied(draft: Draft, reading: Reading, *, deaf: bool) -> Draft:
    """A reply, to whatever question its writer had; that may be none, or another one."""
    if deaf:
        return show(first_said(draft, reading))
    if CROSSED in draft.facts.known:
        return show(draft.say(Statement.QUESTION_CHANGED))
    if own := ABOUT_WORDS.get(draft.frame.form):
        return own(draft, reading)
    if reading.kind is ReadingKind.PROPOSAL:
        return propose(draft, reading)
    if reading.heard:
        return read_back(draft, reading)
    return reply(draft.become(unheard=0), reading)


def _alone(draft: Draft, command: Command | None) -> Callable[[Draft], Draft] | None:
    """What a command does that begins nothing else; who never agreed is asked that first."""
    if command is Command.STOP:
        return lambda silent: silent.say(Statement.STOPPED)
    if command in MANNER and IDLE in draft.facts.known:
        return COMMANDS[command]
    known = "consented" in draft.facts.known
    alone = {Command.PROFILE: profile, Command.FORGET: forget}
    return alone.get(command) if command and known else None


def _command(reading: Reading) -> Command | None:
    return reading.command if reading.kind is ReadingKind.COMMAND else None


def _media(draft: Draft, reading: Reading) -> Draft:
    about = dict(reading.about)
    if longest := about.pop("longest", ""):
        draft = draft.say(Statement.NOTE_TOO_LONG, longest=longest)
    return draft.act(Effect.QUEUE_CALL, reason=CallReason.MEDIA, **about)


def _no_such(draft: Draft, reading: Reading) -> Draft:
    return draft.say(Statement.NO_SUCH, said=reading.text)


def _stale(draft: Draft, _reading: Reading) -> Draft:
    return draft.say(Statement.STALE)


ALWAYS: Mapping[ReadingKind, Callable[[Draft, Reading], Draft]] = {
    ReadingKind.MEDIA: _media,
    ReadingKind.UNSURE: not_heard,
    ReadingKind.STALE: _stale,
    ReadingKind.NO_SUCH: _no_such,
}
"""What is answered at every question, which is then put again unchanged."""

ABOUT_WORDS: Mapping[str, Callable[[Draft, Reading], Draft]] = {
    DANGER: reply_about_danger,
    HEARD: reply_to_it,
    UNDERSTOOD: reply_about_words,
}
"""Forms that ask what somebody meant: their answers do something to what is beneath them."""

BY_NAME: Mapping[ReadingKind, Callable[[Draft, Reading], Draft]] = {
    ReadingKind.OPEN: open_form,
    ReadingKind.CLOSE: close_form,
    ReadingKind.ASIDE: answer_form,
}
"""What names a form itself, whichever question is open."""

"""Danger is heard at every question: the card at once; a hint of it, one calm question.

The form `danger` stands on the open question, as `heard` does, and its answers change nothing
beneath it. A flag changes nothing that anybody on the channel could notice.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from accessibility.prompt import Reading
from api.vocabulary import AlertKind, Effect, SafetyAnswer
from bot.dialogue.asking import show, unasked
from bot.dialogue.commands import beside
from bot.dialogue.draft import Draft
from bot.dialogue.keys import DANGER
from bot.dialogue.reply import answers, reply, unclear
from bot.dialogue.state import Act, State
from bot.dialogue.statement import Statement

ASK, FLAG = "ask", "flag"

MISSES = 2
"""After so many answers that were not understood the card is given all the same."""


def heard_danger(draft: Draft, reading: Reading) -> Draft:
    """The card and the open question again; or, of a hint, the question about it, once."""
    if reading.alarm != ASK:
        card = draft.act(Effect.ALERT, **_told(reading, AlertKind.DANGER))
        return show(unasked(card.say(Statement.DANGER_CARD)))
    told = draft.act(Effect.ALERT, **_told(reading, AlertKind.ASK))
    return beside(replace(told, returning=False), DANGER)


def in_silence(reading: Reading) -> tuple[Act, ...]:
    """What a flag does; whoever reads along on the channel learns nothing of it."""
    if reading.alarm != FLAG:
        return ()
    return (Act(Effect.ALERT, _told(reading, AlertKind.FLAG)),)


def is_asked(state: State) -> bool:
    """Whether the open question is whether somebody is in danger."""
    return bool(state.frames) and state.frames[-1].form == DANGER


def reply_to_it(draft: Draft, reading: Reading) -> Draft:
    """Yes gives the card, no goes on; who is not understood twice has the numbers, and goes on."""
    if answers(draft, reading):
        return reply(draft.become(unheard=0), reading)
    if draft.frame.misses + 1 < MISSES:
        return unclear(draft)
    told = draft.act(Effect.ANSWER_ALERT, answer=SafetyAnswer.UNCLEAR)
    below = unasked(told.say(Statement.DANGER_CARD))
    return show(below) if below.state.frames else below


def _told(reading: Reading, kind: AlertKind) -> dict[str, Any]:
    """Of which danger, and by which rules: for the alert alone, and for no log."""
    why = {"danger_class": reading.danger_class, "why": list(reading.why)}
    return {"kind": kind, **{name: value for name, value in why.items() if value}}

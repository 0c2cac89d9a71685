"""Danger is heard at every question: the card at once; a hint of it, one calm question.

The form `danger` stands on the open question, as `heard` does, and its answers change nothing
beneath it. A flag changes nothing that anybody on the channel could notice.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from accessibility.prompt import Reading, ReadingKind
from accessibility.understand import judged
from api.vocabulary import AlertKind, Effect, SafetyAnswer
from bot.dialogue.asking import show, unasked
from bot.dialogue.commands import beside
from bot.dialogue.draft import Draft
from bot.dialogue.keys import DANGER
from bot.dialogue.reply import answers, reply, unclear
from bot.dialogue.state import Act, Asked, State, Turn
from bot.dialogue.statement import Statement

ASK, FLAG = "ask", "flag"

MISSES = 2
"""After so many answers that were not understood the card is given all the same."""


def heard_danger(draft: Draft, reading: Reading) -> Draft:
    """The card and the open question again; or, of a hint, the question about it, once."""
    if reading.alarm != ASK:
        card = draft.act(Effect.ALERT, **_told(reading, AlertKind.DANGER))
        return show(unasked(card.say(Statement.DANGER_CARD)))
    told = replace(draft.act(Effect.ALERT, **_told(reading, AlertKind.ASK)), returning=False)
    return _again(told) if is_asked(draft.state) else beside(told, DANGER)


def in_silence(reading: Reading) -> tuple[Act, ...]:
    """What a flag does; whoever reads along on the channel learns nothing of it."""
    if reading.alarm != FLAG:
        return ()
    return (Act(Effect.ALERT, _told(reading, AlertKind.FLAG)),)


def flagged(reading: Reading, others: Iterable[Reading]) -> Reading:
    """A reading that also carries the flag of another one, if it has no alarm itself."""
    flag = next((one for one in others if one.alarm == FLAG), None)
    if flag is None or reading.alarm:
        return reading
    return replace(reading, alarm=FLAG, danger_class=flag.danger_class, why=flag.why)


def alarm(text: str, language: str, *, group_chat: str) -> Act:
    """Danger in a group chat: whose words they are is for the lead, the numbers for everybody."""
    found = judged(text, language)
    reading = Reading(ReadingKind.DANGER, danger_class=found.danger_class, why=found.why)
    return Act(Effect.ALERT, {**_told(reading, AlertKind.DANGER), "group_chat": group_chat})


def on_paper(turn: Turn, words: Iterable[Reading]) -> Turn:
    """A turn in which somebody types what was written before, and all that its words tell.

    Nobody can be asked at once: whoever types has the numbers to read out, also for a hint.
    """
    heard = list(words)
    silent = tuple(act for reading in heard for act in in_silence(reading))
    danger = min(
        (one for one in heard if one.kind is ReadingKind.DANGER),
        key=lambda one: one.alarm == ASK,
        default=None,
    )
    if danger is None:
        return replace(turn, effects=(*turn.effects, *silent))
    kind = AlertKind.ASK if danger.alarm == ASK else AlertKind.DANGER
    told = Act(Effect.ALERT, _told(danger, kind))
    card = Asked(Statement.DANGER_CARD)
    return replace(turn, prompts=(card, *turn.prompts), effects=(told, *turn.effects, *silent))


def is_asked(state: State) -> bool:
    """Whether the open question is whether somebody is in danger."""
    return bool(state.frames) and state.frames[-1].form == DANGER


def reply_to_it(draft: Draft, reading: Reading) -> Draft:
    """Yes gives the card, no goes on; who is not understood twice has the numbers, and goes on."""
    if answers(draft, reading):
        return reply(draft.become(unheard=0), reading)
    return _again(draft) if draft.frame.misses + 1 >= MISSES else unclear(draft)


def _again(draft: Draft) -> Draft:
    """The same question once more in simpler words; then the numbers, whatever is meant."""
    misses = draft.frame.misses + 1
    if misses < MISSES:
        return show(draft.keep(misses=misses))
    told = draft.act(Effect.ANSWER_ALERT, answer=SafetyAnswer.UNCLEAR)
    below = unasked(told.say(Statement.DANGER_CARD))
    return show(below) if below.state.frames else below


def _told(reading: Reading, kind: AlertKind) -> dict[str, Any]:
    """Of which danger, and by which rules: for the alert alone, and for no log."""
    why = {"danger_class": reading.danger_class, "why": list(reading.why)}
    return {"kind": kind, **{name: value for name, value in why.items() if value}}

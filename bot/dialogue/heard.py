"""What was spoken is read back before it counts; what was not heard well goes to a person at last.

The form `heard` stands on the question that was answered. "Yes" answers that question with exactly
the reading that was read back, so that a voice makes the same request as any other face.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from accessibility.prompt import Command, Reading, ReadingKind
from api.vocabulary import CallReason, Effect, InboundKind
from bot.dialogue.asking import go_on, show
from bot.dialogue.commands import COMMANDS, HEARD, UNDERSTOOD
from bot.dialogue.draft import Draft
from bot.dialogue.keys import DANGER
from bot.dialogue.reply import answers, reply, unclear
from bot.dialogue.state import Frame, State
from bot.dialogue.statement import Statement

YES, NO = "yes", "no"

MISSES = 2
"""After so many voice notes in a row that were not heard well, or wrongly, a person listens."""

WEIGHTY = frozenset({Command.RESTART, Command.STOP, Command.DONE, Command.FORGET})
"""Commands that answer, end or delete something; all others may be done at once."""

BENEATH = frozenset({Command.BACK, Command.RESTART})
"""Commands that are about the question beneath, and not about what was heard at it."""

ABOVE = frozenset({HEARD, UNDERSTOOD, DANGER})
"""Forms that ask about what was said at the question beneath."""


def is_read_back(state: State) -> bool:
    """Whether the open question is whether something was heard rightly."""
    return bool(state.frames) and state.frames[-1].form == HEARD


def beneath(state: State) -> State:
    """The conversation without that question, as if nothing had been heard."""
    return replace(state, frames=state.frames[:-1]) if is_read_back(state) else state


def weighs(reading: Reading) -> bool:
    """Whether it was spoken, and does what must not be done by mistake."""
    return bool(reading.heard) and reading.command in WEIGHTY


def read_back(draft: Draft, reading: Reading) -> Draft:
    """Ask whether it was heard rightly; what answers nothing was not.

    What speaks for itself is not asked about.
    """
    if reading.command not in COMMANDS:
        if not answers(draft, reading):
            return show(not_heard(draft, reading))
        if not draft.question.confirm_heard:
            return reply(draft.become(unheard=0), reading)
    about = {"reading": _out(reading), **_words(draft, reading)}
    return go_on(draft.push(Frame(HEARD, about=about)))


def reply_to_it(draft: Draft, reading: Reading) -> Draft:
    """Take "yes" as the reply that was heard, and "no" as none."""
    if reading.kind is not ReadingKind.OPTION or len(reading.codes) != 1:
        return unclear(draft)
    if reading.codes == (NO,):
        return _wrong(draft)
    return _right(draft) if reading.codes == (YES,) else unclear(draft)


def not_heard(draft: Draft, _reading: Reading) -> Draft:
    """Say so; the second time in a row the voice note goes to a person."""
    misses = draft.state.unheard + 1
    if misses < MISSES:
        return draft.become(unheard=misses).say(Statement.NOT_HEARD)
    asked = {"reason": CallReason.MEDIA, "kind": InboundKind.VOICE}
    return draft.become(unheard=0).act(Effect.QUEUE_CALL, **asked)


def do(draft: Draft, command: Command, reading: Reading) -> Draft:
    """Do what a person may do at any question, or read it back if that weighs.

    Who goes back from a question about what they said comes to the one beneath, as it was.
    """
    if draft.frame.form in ABOVE and command in BENEATH and not draft.frame.answers:
        draft = draft.pop()
        if command is Command.BACK or not draft.state.frames:
            return _below(draft)
    if weighs(reading):
        return read_back(draft, reading)
    return COMMANDS[command](draft.become(unheard=0))


def _right(draft: Draft) -> Draft:
    meant = _reading(draft.frame.about.get("reading"))
    draft = draft.pop().become(unheard=0)
    if meant is None or (not draft.state.frames and meant.command is None):
        return _below(draft)
    done = COMMANDS.get(meant.command) if meant.command else None
    return done(draft) if done else reply(draft, meant)


def _wrong(draft: Draft) -> Draft:
    """Ask again; who was heard wrongly time after time is not left to it."""
    misses = draft.state.unheard + 1
    draft = draft.pop()
    if misses < MISSES:
        return _below(draft.become(unheard=misses).say(Statement.HEARD_WRONG))
    told = draft.become(unheard=0).act(Effect.QUEUE_CALL, reason=CallReason.MISUNDERSTOOD)
    return _below(told.say(Statement.PERSON_WILL_LOOK))


def _below(draft: Draft) -> Draft:
    return show(draft) if draft.state.frames else draft


def _words(draft: Draft, reading: Reading) -> dict[str, Any]:
    """What is read back: the options by their labels, or the words as they will be kept."""
    if reading.kind is ReadingKind.COMMAND:
        return {"command": str(reading.command)}
    question = f"{draft.frame.form}.{draft.frame.open}"
    if reading.kind is not ReadingKind.OPTION:
        words = reading.text
        return {"heard": {"question": question, "answer": [words], "labels": {words: words}}}
    labels = {one.code: one.label for page in draft.laid_out for one in page if one.label}
    named = {code: labels[code] for code in reading.codes if code in labels}
    return {"heard": {"question": question, "answer": list(reading.codes), "labels": named}}


def _out(reading: Reading) -> dict[str, Any]:
    """A reading as JSON carries it: what is spoken is options, words or a command."""
    return {
        "kind": str(reading.kind),
        "codes": list(reading.codes),
        "text": reading.text,
        "command": str(reading.command or ""),
    }


def _reading(kept: object) -> Reading | None:
    """The reading from JSON; None for what no version of ours would have kept."""
    if not isinstance(kept, Mapping):
        return None
    try:
        return Reading(
            ReadingKind(kept["kind"]),
            codes=tuple(str(code) for code in kept["codes"]),
            text=str(kept["text"]),
            command=Command(kept["command"]) if kept["command"] else None,
        )
    except (KeyError, TypeError, ValueError):
        return None

"""What a person may do at any question, whatever it asks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from accessibility.prompt import Command
from api.vocabulary import CallBy, CallReason, Effect
from bot.dialogue.asking import ask, go_on, show
from bot.dialogue.draft import Draft
from bot.dialogue.keys import DANGER
from bot.dialogue.state import Frame
from bot.dialogue.statement import Statement

PERSON = "person"
CHOOSE_LANGUAGE = "choose_language"
PROFILE = "profile"
HEARD = "heard"
UNDERSTOOD = "understood"
BESIDE = frozenset({PERSON, CHOOSE_LANGUAGE, PROFILE, HEARD, UNDERSTOOD, DANGER})
"""Forms that may stand on any other: always reachable, never counted as depth."""


def back(draft: Draft) -> Draft:
    """Forget the last answer, with what it made irrelevant; effects stay done.

    Among places found it goes back to asking for the place; at an item being changed it leaves
    the item as it was. It never enters another form.
    """
    frame, question = draft.frame, draft.question
    if frame.found:
        return ask(draft, question)
    if question.name in frame.answers:
        return go_on(draft)
    previous = draft.form.previous(question.name, frame.answers)
    if previous is None:
        return show(draft.say(Statement.AT_START))
    left = {name: answer for name, answer in frame.answers.items() if name != previous.name}
    return ask(draft.keep(answers=draft.form.kept(left, frame.about)), previous)


def more(draft: Draft) -> Draft:
    """Turn the page of a long list; after the last comes the first."""
    return show(draft.keep(page=(draft.frame.page + 1) % len(draft.laid_out)))


def restart(draft: Draft) -> Draft:
    """Begin this form again; what it is about stays."""
    return go_on(draft.keep(answers={}, open="", later=()))


def stop(draft: Draft) -> Draft:
    """Fall silent; everything is kept, and any message goes on from here."""
    return draft.become(stopped=True).say(Statement.STOPPED)


def beside(draft: Draft, name: str, about: Mapping[str, Any] | None = None) -> Draft:
    """Put a form on top that is always allowed; repeat it when it is there already."""
    if draft.state.frames and draft.frame.form == name:
        return show(draft)
    others = tuple(frame for frame in draft.state.frames if frame.form != name)
    return go_on(draft.become(frames=others).push(Frame(name, about=about or {})))


def profile(draft: Draft) -> Draft:
    """Read back what is kept of how to talk with the person, to be changed; or ask for it."""
    return beside(draft, PROFILE, {"purpose": "word", **draft.facts.profile})


def forget(draft: Draft) -> Draft:
    """Forget how to talk with the person; the open question stays, if there is one."""
    draft = draft.act(Effect.SET_PROFILE, kept="")
    others = tuple(frame for frame in draft.state.frames if frame.form != PROFILE)
    draft = draft.become(frames=others)
    if "profile_kept" not in draft.facts.known:
        draft = draft.say(f"{PROFILE}-not_kept")
    return show(draft) if others else draft


def code(draft: Draft) -> Draft:
    """Give a code with which the conversation goes on elsewhere; the open question stays."""
    return show(draft.act(Effect.GIVE_CODE))


def call_me(draft: Draft) -> Draft:
    """Have a person phone, who did not need to be asked which way; the open question stays."""
    return show(draft.act(Effect.QUEUE_CALL, reason=CallReason.ASKED, by=CallBy.VOICE))


def cannot_read(draft: Draft) -> Draft:
    """Have a person get in touch, without one more menu to read; the open question stays."""
    return show(draft.act(Effect.QUEUE_CALL, reason=CallReason.CANNOT_READ))


def spoken_to(told: Statement, **manner: bool) -> Callable[[Draft], Draft]:
    """Say how they are spoken to from now on, and put the open question again in that way."""

    def done(draft: Draft) -> Draft:
        draft = draft.act(Effect.SET_MANNER, **manner).say(told)
        return show(draft) if draft.state.frames else draft

    return done


MANNER = frozenset({Command.SPEAK, Command.WRITE, Command.SLOWER, Command.LOUDER, Command.USUAL})
"""Commands about how somebody is spoken to."""


COMMANDS: Mapping[Command, Callable[[Draft], Draft]] = {
    Command.PERSON: lambda draft: beside(draft, PERSON),
    Command.CALL_ME: call_me,
    Command.CANNOT_READ: cannot_read,
    Command.LANGUAGE: lambda draft: beside(draft, CHOOSE_LANGUAGE),
    Command.AGAIN: show,
    Command.BACK: back,
    Command.MORE: more,
    Command.RESTART: restart,
    Command.STOP: stop,
    Command.CODE: code,
    Command.PROFILE: profile,
    Command.FORGET: forget,
    Command.SPEAK: spoken_to(Statement.WILL_SPEAK, voice=True),
    Command.WRITE: spoken_to(Statement.WILL_WRITE, voice=False),
    Command.SLOWER: spoken_to(Statement.WILL_SLOW, voice=True, slower=True),
    Command.LOUDER: spoken_to(Statement.WILL_LOUD, voice=True, louder=True),
    Command.USUAL: spoken_to(Statement.USUAL_VOICE, slower=False, louder=False),
}
"""Every command but "done", which is a reply to the question."""

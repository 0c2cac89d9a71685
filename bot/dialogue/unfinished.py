"""Requests that were begun and not confirmed: who falls silent in one is reminded, then called."""

from __future__ import annotations

from bot.dialogue.commands import UNDERSTOOD
from bot.dialogue.form import Forms
from bot.dialogue.record import fit
from bot.dialogue.state import Frame, State


def started(forms: Forms, state: State) -> bool:
    """Whether a request was begun and is not yet confirmed."""
    return _begun(forms, state) is not None


def unfinished(forms: Forms, state: State) -> tuple[str, str | None] | None:
    """The question at which an unfinished request rests, and its urgency if that is known.

    Who said stop has none: nobody is reminded of what they put aside themselves. Who said a need
    in words and has not confirmed it has one, of which nothing is known.
    """
    fitted = fit(forms, state)
    if fitted.stopped:
        return None
    if begun := _begun(forms, fitted):
        said = begun.answers.get("urgency", ())
        urgency = said[0] if isinstance(said, tuple) and said else None
        return f"{begun.form}.{begun.open}", urgency
    top = fitted.frames[-1] if fitted.frames else None
    proposed = top is not None and top.form == UNDERSTOOD and bool(_beginning(forms, fitted))
    return (f"{top.form}.{top.open}", None) if top and proposed else None


def _begun(forms: Forms, state: State) -> Frame | None:
    """The frame of a request that was begun, the last one."""
    fitted = fit(forms, state)
    began = (one for one, names in _beginning(forms, fitted) if names & one.answers.keys())
    return None if fitted.stopped else next(began, None)


def _beginning(forms: Forms, state: State) -> list[tuple[Frame, set[str]]]:
    """Frames on which a request may begin, the last first, and by the answers to what."""
    named = (
        (frame, {question.name for question in forms[frame.form].questions if question.starts})
        for frame in reversed(state.frames)
    )
    return [one for one in named if one[1]]

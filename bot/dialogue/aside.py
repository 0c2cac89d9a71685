"""Forms that are opened, answered or ended while another one is the open question."""

from __future__ import annotations

from dataclasses import replace

from accessibility.prompt import Reading, ReadingKind
from bot.dialogue.asking import go_on, show
from bot.dialogue.commands import BESIDE
from bot.dialogue.draft import Draft
from bot.dialogue.reply import reply
from bot.dialogue.state import Frame

DEPTH = 2
"""So many forms of one person may be under way at once, besides those always allowed."""


def open_form(draft: Draft, reading: Reading) -> Draft:
    """Open a form on top of what is under way, once for each thing, two deep at most."""
    frame = _meant(reading)
    if any(_same(frame, other) for other in draft.state.frames):
        return show(draft)
    if _is_deep(draft.state.frames):
        return replace(draft, turn=replace(draft.turn, deferred=True))
    return go_on(draft.push(frame))


def close_form(draft: Draft, reading: Reading) -> Draft:
    """End a form that nobody is to answer any more, wherever it is.

    When it was the open question, the one below is put again.
    """
    frames = draft.state.frames
    left = tuple(frame for frame in frames if not _same(_meant(reading), frame))
    was_open = bool(frames) and frames[-1:] != left[-1:]
    draft = draft.become(frames=left)
    asks = was_open and bool(left) and not draft.state.stopped
    return show(draft) if asks else draft


def answer_form(draft: Draft, reading: Reading) -> Draft:
    """Answer a form other than the open one, or put its question; the open one comes after it."""
    frames = draft.state.frames
    known = tuple(frame for frame in frames if _same(_meant(reading), frame))
    others = tuple(frame for frame in frames if not _same(_meant(reading), frame))
    draft = draft.become(frames=(*others, *(known or (_meant(reading),))))
    done = _answered(draft, reading) if reading.codes else show(draft)
    stays = len(done.state.frames) > len(others)
    return _only_told(done, others) if stays and not known and _is_deep(others) else done


def _answered(draft: Draft, reading: Reading) -> Draft:
    first = draft.form.next(draft.frame.answers, draft.known)
    if not draft.frame.open and first is not None:
        draft = draft.open(first)
    return reply(draft, Reading(ReadingKind.OPTION, codes=reading.codes))


def _only_told(draft: Draft, frames: tuple[Frame, ...]) -> Draft:
    """What was told stays told, but no third form stays under way."""
    told = tuple(asked for asked in draft.turn.prompts if not asked.question_id)
    return show(replace(draft, turn=replace(draft.turn, prompts=told)).become(frames=frames))


def _meant(reading: Reading) -> Frame:
    return Frame(reading.text, about=dict(reading.about))


def _is_deep(frames: tuple[Frame, ...]) -> bool:
    return sum(frame.form not in BESIDE for frame in frames) >= DEPTH


def _same(one: Frame, other: Frame) -> bool:
    return one.form == other.form and _thing(one) == _thing(other)


def _thing(frame: Frame) -> dict[str, object]:
    """What tells two forms of one kind apart: ids, the purpose, an invite, a code."""
    return {
        name: value
        for name, value in frame.about.items()
        if name.endswith("_id") or name in {"purpose", "invite", "resume_code"}
    }

"""A question that gives way: whoever says something else has gone on without it.

It keeps nothing waiting: what else is to be asked opens at once, and its form is gone then.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from accessibility.prompt import Command, Reading, ReadingKind
from bot.dialogue.commands import MANNER
from bot.dialogue.draft import Draft
from bot.dialogue.form import Form
from bot.dialogue.reply import listed
from bot.dialogue.state import State

STAYS = frozenset({Command.AGAIN, Command.LANGUAGE}) | MANNER
"""Commands that are about how the question is put."""

BESIDE_IT = frozenset(
    {ReadingKind.STALE, ReadingKind.DANGER, ReadingKind.CLOSE, ReadingKind.UNSURE}
)
"""What is answered at any question and says nothing about this one."""


def insists(forms: Mapping[str, Form], state: State) -> bool:
    """Whether a question is open that waits for its answer."""
    if state.stopped or not state.frames or not state.frames[-1].open:
        return False
    top = state.frames[-1]
    return not forms[top.form].question(top.open).gives_way


def give_way(draft: Draft, reading: Reading) -> Draft:
    """The conversation without such a question, when what was said is no answer to it."""
    frames = draft.state.frames
    if not frames or not frames[-1].open or not draft.question.gives_way:
        return draft
    answers = reading.kind is ReadingKind.OPTION and set(reading.codes) <= set(listed(draft))
    stays = reading.kind in BESIDE_IT or reading.command in STAYS
    return draft if answers or stays else replace(draft.pop(), returning=False)

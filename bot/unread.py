"""Which words a person must read: what no program can be trusted to have understood."""

from __future__ import annotations

from accessibility.prompt import Reading, ReadingKind
from accessibility.understand import is_courtesy
from bot.dialogue.state import State
from bot.service import Claimed

FREE = frozenset({ReadingKind.TEXT, ReadingKind.UNCLEAR, ReadingKind.PROPOSAL, ReadingKind.MEDIA})
"""Readings of free words, and of words that came with something else."""

WORDS = frozenset({ReadingKind.TEXT, ReadingKind.UNCLEAR})
"""Words that came alone."""


def to_read(work: Claimed, state: State, reading: Reading) -> str | None:
    """The question at which free words were written, "" at none; None for all else.

    What a caller types was heard by a person; what is danger is read with its alert. Of words that
    only greet or thank nobody has to read anything.
    """
    came = work.inbound
    if came is None or came.call_id is not None or reading.kind not in FREE:
        return None
    if reading.kind in WORDS and is_courtesy(came.body.text, work.facts.language):
        return None
    top = state.frames[-1:]
    return f"{top[0].form}.{top[0].open}" if top and top[0].open else ""

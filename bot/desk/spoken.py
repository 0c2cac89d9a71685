"""The conversation of a call, as its caller needs it: what to say now, and what was said."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import takewhile

import locales
from accessibility.prompt import Kind, Prompt
from bot.channel import Said, Shown
from bot.pages import Histories
from bot.service import HistoryOut

TYPED = frozenset({Kind.TEXT, Kind.PLACE, Kind.PHONE, Kind.TIME})


@dataclass(frozen=True, slots=True)
class Voice:
    """What to say, in one language."""

    language: str
    direction: str
    lines: tuple[str, ...]
    open: Prompt | None


@dataclass(frozen=True, slots=True)
class Spoken:
    """A call's conversation; `theirs` in the resident's language, `ours` in the caller's if other.

    `said` is in the resident's language; `version` tells one state of it from the next.
    """

    theirs: Voice
    ours: Voice | None
    said: tuple[Said, ...]
    waiting: bool

    @property
    def many(self) -> bool:
        """Whether the open question takes several options."""
        return self.theirs.open is not None and self.theirs.open.kind is Kind.MANY

    @property
    def typed(self) -> bool:
        """Whether the open question takes the resident's own words."""
        return self.theirs.open is None or self.theirs.open.kind in TYPED


def spoken_of(histories: Histories, history: HistoryOut, language: str) -> Spoken:
    """The conversation in the resident's language, and what to say in the caller's too."""
    shown = histories.in_words(history)
    other = histories.in_words(history.model_copy(update={"language": language}))
    same = locales.language_of(shown.language) == locales.language_of(language)
    return Spoken(
        theirs=_voice(shown),
        ours=None if same else _voice(replace(other, language=language)),
        said=shown.said,
        waiting=shown.waiting,
    )


def _voice(shown: Shown) -> Voice:
    """What Linli said since somebody else did, receipts too, and last what is to be answered."""
    newest = list(takewhile(lambda line: line.by == "linli", reversed(shown.said)))
    said = [line.prompt for line in reversed(newest) if line.prompt is not None]
    open_id = shown.open.question_id if shown.open else ""
    lines = [prompt.text for prompt in said if not open_id or prompt.question_id != open_id]
    if shown.open is not None:
        asked = (prompt for prompt in reversed(said) if prompt.question_id == open_id)
        lines.append(next(asked, shown.open).text)
    language = locales.language_of(shown.language)
    return Voice(language.code, language.direction, tuple(lines), shown.open)

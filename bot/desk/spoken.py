"""The conversation of a call, as its caller needs it: what to say now, and what was said."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Any, NamedTuple

import locales
from accessibility.prompt import Kind, Prompt
from api.vocabulary import Mode, NoticeCode
from bot.channel import Said, Shown
from bot.dialogue.statement import LINE
from bot.pages import Histories
from bot.service import HistoryOut, OfferFact, OfferOnPhone
from bot.values import Words
from bot.wording import Wording

BREATH = 160
"""Characters."""

OF_CALLS = frozenset({NoticeCode.CALL_QUEUED, NoticeCode.REMINDER, NoticeCode.CALL_MESSAGE})
"""Written to somebody before they are phoned, or by the caller: no words to be said to them."""

TYPED = frozenset({Kind.TEXT, Kind.PLACE, Kind.PHONE, Kind.TIME})


@dataclass(frozen=True, slots=True)
class Voice:
    """What to say, in one language: what comes `before` the question, and the question."""

    language: str
    direction: str
    before: tuple[str, ...]
    asked: str
    open: Prompt | None

    @property
    def is_long(self) -> bool:
        """Whether it is more than is said in one breath, so that it is shown smaller."""
        return len("".join((*self.before, self.asked))) > BREATH


@dataclass(frozen=True, slots=True)
class Spoken:
    """A call's conversation; `theirs` in the resident's language, `ours` in the caller's if other.

    `said` is in the resident's language; `turns`, how many there were, tells one state of it
    from the next.
    """

    theirs: Voice
    ours: Voice | None
    said: tuple[Said, ...]
    waiting: bool
    turns: int

    @property
    def many(self) -> bool:
        """Whether the open question takes several options."""
        return self.theirs.open is not None and self.theirs.open.kind is Kind.MANY

    @property
    def typed(self) -> bool:
        """Whether the open question takes the resident's own words."""
        return self.theirs.open is None or self.theirs.open.kind in TYPED


def spoken_of(
    histories: Histories,
    history: HistoryOut,
    language: str,
    *,
    aloud: bool,
    simply: bool = False,
) -> Spoken:
    """The conversation in the resident's language, and what to say in the caller's too.

    `aloud`: the caller reads it out, so it is a person who speaks; else it is as they were
    written to. `simply`: the open question alone, in its simplest words; nothing is changed.
    """
    shown, asked = histories.in_words(history, aloud=aloud), None
    theirs = history.model_copy(update={"language": language})
    other, asked_too = histories.in_words(theirs, aloud=aloud), None
    if simply:
        asked, asked_too = histories.simply(history), histories.simply(theirs)
    same = locales.language_of(shown.language) == locales.language_of(language)
    return Spoken(
        theirs=_voice(shown, asked),
        ours=None if same else _voice(replace(other, language=language), asked_too),
        said=shown.said,
        waiting=shown.waiting,
        turns=history.session.version,
    )


class Asked(NamedTuple):
    """What is read to who has only a telephone; not `open`: why there is nothing to answer."""

    theirs: Voice
    ours: Voice | None
    open: bool


def values_of_offer(offer: OfferFact) -> dict[str, object]:
    """What an offer is told with, as its notice has it; answered by voice, it needs no letter."""
    shown = offer.model_dump(
        mode="json", exclude={"id", "letter", "distance_m", "over", "receipt"}
    )
    return {**shown, "distance": offer.distance_m, "remote": "yes" if offer.remote else ""}


def asked_of_leader(wording: Wording, offer: OfferOnPhone, language: str, ours: Words) -> Asked:
    """The offer in their language and the caller's; when it is over, the words for that."""
    code: str = "offer.answer"
    values: dict[str, Any] = {"values": values_of_offer(offer)}
    if offer.over is not None:
        mode = Mode.REMOTE if offer.remote else Mode.IN_PERSON
        code, values = offer.over, {"leaves": offer.leaves, "receipt": offer.receipt, "mode": mode}

    def voice(tag: str) -> Voice:
        found = locales.language_of(tag)
        said = wording.prompt(code, values, tag, ours.now)
        return Voice(found.code, found.direction, (), said.text, None)

    own = ours.catalog.language
    same = locales.language_of(language) == locales.language_of(own)
    return Asked(voice(language), None if same else voice(own), open=offer.over is None)


def _voice(shown: Shown, simply: Prompt | None) -> Voice:
    """What Linli said since somebody else did, receipts too, and last what is to be answered."""
    language = locales.language_of(shown.language)
    if simply is not None:
        return Voice(language.code, language.direction, (), simply.text, shown.open)
    newest = list(takewhile(lambda line: line.by == "linli", reversed(shown.said)))
    said = [prompt for line in reversed(newest) if (prompt := line.prompt) and _is_said(prompt)]
    open_id = shown.open.question_id if shown.open else ""
    lines = [prompt.text for prompt in said if not open_id or prompt.question_id != open_id]
    if shown.open is not None:
        asked = (prompt for prompt in reversed(said) if prompt.question_id == open_id)
        lines.append(next(asked, shown.open).text)
    *before, last = lines or [""]
    return Voice(language.code, language.direction, tuple(before), last, shown.open)


def _is_said(prompt: Prompt) -> bool:
    """Not what was written about this very call, nor what is wrong with a typed paper."""
    return not prompt.code.startswith(LINE) and prompt.code not in OF_CALLS

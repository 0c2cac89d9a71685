"""The pure part of listening: what was heard becomes a reading, and what a person must hear."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import locales
from accessibility.listen.expected import Expected, expected_of
from accessibility.prompt import Heard, Prompt, Reading, ReadingKind
from accessibility.understand import heard
from api.vocabulary import InboundKind
from bot.service import Claimed, Recorded


@dataclass(frozen=True, slots=True)
class Listened:
    """What came of a voice note.

    `below`: it answers the question beneath the one that is open. `unheard`: a person must hear
    it, whatever is done besides. `recorded` is for that person.
    """

    reading: Reading
    words: str = ""
    below: bool = False
    unheard: bool = False
    recorded: Recorded = field(default_factory=Recorded)


def spoke(work: Claimed) -> bool:
    """Whether a voice note came, of whoever writes or passed on by them."""
    came = work.inbound
    if came is None:
        return False
    mime = came.body.media.mime if came.body.media else ""
    passed_on = came.kind is InboundKind.FORWARD and mime.startswith("audio/")
    return came.kind is InboundKind.VOICE or passed_on


def deafness(work: Claimed, **about: str) -> Reading:
    """Nobody but a person can hear it."""
    kind = work.inbound.kind if work.inbound else InboundKind.VOICE
    return Reading(ReadingKind.MEDIA, about=(("kind", kind.value), *about.items()))


def expected_in(language: str, asked: Sequence[Prompt | None]) -> Expected:
    """The words of these questions in a language; how free an answer is, the first one says."""
    each = [expected_of(prompt, locales.catalog(language)) for prompt in asked]
    words = dict.fromkeys(word for one in each for word in one.words)
    return Expected(tuple(words), free=each[0].free)


def understood(
    found: Sequence[tuple[str, Heard]],
    asked: Sequence[Prompt | None],
    region: str,
    *,
    beside: str = "",
) -> Listened:
    """What was meant, at the first question that it answers; danger is heard before all else.

    `found` is what was heard in which language; `beside` are words written with it.
    """
    for below, prompt in enumerate(asked):
        readings = [(one, heard(one, prompt, language, region)) for language, one in found]
        reading = _surest(readings)
        if reading is not None:
            return Listened(_with(reading, beside), reading.heard, below=bool(below))
    words = found[0][1].text if found else ""
    return Listened(Reading(ReadingKind.UNSURE, heard=words), words)


def _surest(readings: Sequence[tuple[Heard, Reading]]) -> Reading | None:
    """Danger in any language; else what was heard most surely, if anything was."""
    sure = [one for one in readings if one[1].kind is not ReadingKind.UNSURE]
    danger = [reading for _, reading in sure if reading.kind is ReadingKind.DANGER]
    if danger or not sure:
        return danger[0] if danger else None
    return max(sure, key=lambda one: one[0].confidence)[1]


def _with(reading: Reading, beside: str) -> Reading:
    """Free words are kept together with those that were written beside them."""
    if reading.kind is not ReadingKind.TEXT or not beside.strip():
        return reading
    return replace(reading, text=f"{beside.strip()} {reading.text}")

"""The pure part of listening: what was heard becomes a reading, and what a person must hear."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import locales
from accessibility.listen.expected import Expected, expected_of
from accessibility.prompt import Heard, Prompt, Reading, ReadingKind
from accessibility.understand import heard, read
from accessibility.understand.heard import FREELY
from api.vocabulary import InboundKind
from bot.dialogue.danger import ASK, flagged
from bot.proposing import proposed
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


def written(work: Claimed, prompt: Prompt | None, region: str) -> Reading:
    """What was written beside a voice note; danger in it is heard before anything spoken."""
    words = work.inbound.body.text if work.inbound else ""
    return read(words, prompt, work.facts.language, region=region)


def with_words(listened: Listened, beside: Reading) -> Listened:
    """What was spoken, and what the words beside it say of danger."""
    spoken = listened.reading
    sure = spoken.kind is ReadingKind.DANGER and spoken.alarm != ASK
    if beside.kind is ReadingKind.DANGER and not sure:
        return replace(listened, reading=beside, unheard=True)
    return replace(listened, reading=flagged(spoken, [beside]))


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
    every: list[Reading] = []
    for below, prompt in enumerate(asked):
        readings = [(one, heard(one, prompt, language, region)) for language, one in found]
        every += [reading for _, reading in readings]
        reading = _surest(readings)
        if reading is not None:
            said = proposed(reading, reading.heard, prompt, _language_of(reading, found))
            meant = said or _with(flagged(reading, every), beside)
            return Listened(meant, reading.heard, below=bool(below))
    if said := _free_words(found, asked[-1]):
        return Listened(flagged(said, every), said.heard, below=len(asked) > 1)
    words = found[0][1].text if found else ""
    return Listened(flagged(Reading(ReadingKind.UNSURE, heard=words), every), words)


def _free_words(found: Sequence[tuple[str, Heard]], prompt: Prompt | None) -> Reading | None:
    """What words propose that answer nothing, if they were heard as well as free words must be."""
    clearest = sorted(found, key=lambda one: -one[1].confidence)
    made = (
        proposed(Reading(ReadingKind.UNSURE, heard=one.text), one.text, prompt, language)
        for language, one in clearest
        if one.confidence >= FREELY
    )
    return next(filter(None, made), None)


def _language_of(reading: Reading, found: Sequence[tuple[str, Heard]]) -> str:
    return next((language for language, one in found if one.text == reading.heard), "")


def _surest(readings: Sequence[tuple[Heard, Reading]]) -> Reading | None:
    """Danger in any language, a hint last; else what was heard most surely, if anything was."""
    sure = [one for one in readings if one[1].kind is not ReadingKind.UNSURE]
    danger = [reading for _, reading in sure if reading.kind is ReadingKind.DANGER]
    if danger or not sure:
        return min(danger, key=lambda one: one.alarm == ASK) if danger else None
    return max(sure, key=lambda one: one[0].confidence)[1]


def _with(reading: Reading, beside: str) -> Reading:
    """Free words are kept together with those that were written beside them."""
    if reading.kind is not ReadingKind.TEXT or not beside.strip():
        return reading
    return replace(reading, text=f"{beside.strip()} {reading.text}")

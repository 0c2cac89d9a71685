"""What a group can do, and what is wanted, as the bits of one whole number.

A group fits only if it has every bit that is wanted, so one `&` passes over most of a city, and
the bits of many groups joined pass over all of them at once. Bits may say too much (an hour that
is open in part); what they let through is judged exactly.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import UTC, datetime

from api.matching.index.hours import WEEK
from api.matching.rules import Able, Wanted, primary
from api.matching.rules.able import required
from api.vocabulary import ABLE_ACCOMMODATIONS, REMOTE_LEAVES, Accommodation, Leaf, Mode

TALK = {"voice": 1 << WEEK, "text": 1 << WEEK + 1}
TALKING_NEEDS = {Accommodation.NO_PHONE_CALLS: TALK["text"], Accommodation.NO_TEXT: TALK["voice"]}
_AT = WEEK + len(TALK)
ABLE = {one: 1 << _AT + n for n, one in enumerate(sorted(ABLE_ACCOMMODATIONS))}
_AT += len(ABLE)
COMES = {leaf: 1 << _AT + n for n, leaf in enumerate(Leaf)}
"""Done in person."""
_AT += len(COMES)
GOES = {leaf: 1 << _AT + n for n, leaf in enumerate(Leaf)}
"""Done beside something in person: in person, or from afar where that is possible."""
_AT += len(GOES)
AFAR = {leaf: 1 << _AT + n for n, leaf in enumerate(Leaf) if leaf in REMOTE_LEAVES}
"""Done from afar."""
LANGUAGES_AT = _AT + len(AFAR)
ANY_COMES = sum(COMES.values())
SERVICES = {leaf: 1 << n for n, leaf in enumerate(Leaf)}
"""Done at all, as a number of its own: who does not do a leaf is counted by whole branches."""


class Bits:
    """The bits of groups and requests; each language met gets the next one."""

    def __init__(self) -> None:
        self._languages: dict[str, int] = {}
        self._kept: dict[int, int] = {}

    def of(self, able: Able, hours: int) -> int:
        """What a group can do; equal ones are one object."""
        bits = hours
        for leaf in able.in_person:
            bits |= COMES[leaf] | GOES[leaf]
        for leaf in able.remote & REMOTE_LEAVES:
            bits |= AFAR[leaf] | GOES[leaf]
        for way in able.talks_by:
            bits |= TALK.get(way, 0)
        for one in able.able & ABLE_ACCOMMODATIONS:
            bits |= ABLE[one]
        for language in able.languages:
            bits |= self.language(language)
        return self._kept.setdefault(bits, bits)

    def language(self, language: str) -> int:
        """The bit of a language of groups."""
        found = self._languages.get(language)
        if found is None:
            found = self._languages[language] = 1 << LANGUAGES_AT + len(self._languages)
        return found

    def spoken(self, wanted: Wanted) -> int | None:
        """The bit of the language wanted; 0 where everybody shares it, None where nobody does."""
        return self._languages.get(primary(wanted.language)) if wanted.language else 0


def services(able: Able) -> int:
    """What a group does at all, in whatever mode."""
    return sum(SERVICES[leaf] for leaf in able.in_person | able.remote)


def needed(wanted: Wanted, mode: Mode, now: datetime) -> int | None:
    """What a group must have to help in this mode; None if nobody can."""
    leaves = wanted.leaves
    if mode is Mode.REMOTE:
        if not leaves <= REMOTE_LEAVES:
            return None
        does: Iterable[int] = (AFAR[leaf] for leaf in leaves)
    elif not leaves or wanted.point is None:
        return None
    else:
        does = map((COMES if len(leaves) == 1 else GOES).__getitem__, leaves)
    bits = hour_bit(now)
    for bit in does:
        bits |= bit
    if wanted.accommodations:
        for one in required(wanted.accommodations, mode):
            bits |= ABLE[one]
        for one in wanted.accommodations:
            bits |= TALKING_NEEDS.get(one, 0)
    return bits


def hour_bit(now: datetime) -> int:
    """The bit of the hour of the week in UTC."""
    there = now if now.tzinfo is UTC else now.astimezone(UTC)
    return 1 << there.weekday() * 24 + there.hour


def pairs(bits: int) -> Iterator[int]:
    """Each service of a group joined with each accommodation it gives and language it speaks."""
    others = [*_ones(bits & sum(ABLE.values())), *_ones(bits >> LANGUAGES_AT << LANGUAGES_AT)]
    for service in _ones(bits & (ANY_COMES | sum(AFAR.values()))):
        for other in others:
            yield service | other


def pairs_wanted(
    leaves: Collection[Leaf], accommodations: Iterable[Accommodation], mode: Mode, spoken: int
) -> Iterator[tuple[int, ...]]:
    """Pairs of which a fitting group has at least one of each tuple.

    In person one of several leaves may be done from afar.
    """
    others = [ABLE[one] for one in accommodations]
    if spoken:
        others.append(spoken)
    for leaf in leaves:
        ways = [COMES[leaf] if mode is Mode.IN_PERSON else AFAR[leaf]]
        if mode is Mode.IN_PERSON and len(leaves) > 1 and leaf in AFAR:
            ways.append(AFAR[leaf])
        for other in others:
            yield tuple(way | other for way in ways)


def _ones(bits: int) -> Iterator[int]:
    while bits:
        lowest = bits & -bits
        yield lowest
        bits ^= lowest

"""What a group can do, and what is wanted, as the bits of one whole number.

A group fits only if it has every bit that is wanted, so one `&` passes over most of a city, and
the bits of many groups joined pass over all of them at once. Bits may say too much (an hour that
is open in part); what they let through is judged exactly.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from functools import lru_cache

from api.matching.index.hours import WEEK
from api.matching.rules import Able, primary
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
LANGUAGES_AT = _AT + len(Leaf)
ANY_COMES = sum(COMES.values())
MOST_LACKED = 4
"""Of so many languages it is known who lacks them, if at least half of the groups speak them."""
MOST_SPOKEN = 1000
"""Languages as they are written by who asks; remembered, but not without end."""


class Bits:
    """The bits of groups and requests; each language met gets the next one.

    Who lacks a language that most speak has a bit for that: those are few, and asked last.
    """

    def __init__(self, groups: Iterable[Able] = ()) -> None:
        counted, size = Counter[str](), 0
        for able in groups:
            counted.update(able.languages)
            size += 1
        self._languages: dict[str, int] = {}
        self._lack = {
            language: 1 << LANGUAGES_AT + number
            for number, (language, count) in enumerate(counted.most_common(MOST_LACKED))
            if 2 * count >= size
        }
        self._spoken: dict[str, int | None] = {"": 0}
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
        for language, lacks in self._lack.items():
            if language not in able.languages:
                bits |= lacks
        return self._kept.setdefault(bits, bits)

    def language(self, language: str) -> int:
        """The bit of a language of groups."""
        found = self._languages.get(language)
        if found is None:
            taken = len(self._lack) + len(self._languages)
            found = self._languages[language] = 1 << LANGUAGES_AT + taken
            self._spoken = {"": 0}
        return found

    def spoken(self, language: str) -> int | None:
        """The bit of a language wanted; 0 where everybody shares it, None where nobody does."""
        try:
            return self._spoken[language]
        except KeyError:
            found = self._languages.get(primary(language))
            if len(self._spoken) < MOST_SPOKEN:
                self._spoken[language] = found
            return found

    def lacks(self, language: str) -> int:
        """The bit of who lacks a language wanted; 0 where it has none."""
        return self._lack.get(primary(language), 0) if language else 0


class Need:
    """What is needed of a group in one mode: the bits it must have, and what may be rare of it.

    `ways`: for each leaf, how it may be done; `pairs`: these joined with what it must give.
    """

    __slots__ = ("bits", "mixed", "pairs", "ways")

    def __init__(
        self, leaves: frozenset[Leaf], accommodations: frozenset[Accommodation], mode: Mode
    ) -> None:
        comes, several = mode is Mode.IN_PERSON, len(leaves) > 1
        does = AFAR if not comes else GOES if several else COMES
        gives = [ABLE[one] for one in required(accommodations, mode)]
        self.bits = 0
        for bit in (*map(does.__getitem__, leaves), *gives):
            self.bits |= bit
        for one in accommodations:
            self.bits |= TALKING_NEEDS.get(one, 0)
        self.mixed = sum(COMES[leaf] for leaf in leaves) if comes and several else 0
        """At least one of these is done in person, where others may be from afar."""
        if comes:
            self.ways = [
                [COMES[one], *([AFAR[one]] if several and one in AFAR else [])] for one in leaves
            ]
        else:
            self.ways = [[AFAR[one]] for one in leaves]
        self.pairs = [[way | gift for way in ways] for ways in self.ways for gift in gives]

    def spoken(self, language: int) -> list[list[int]]:
        """What may be rare of it in a language."""
        if not language:
            return self.pairs
        return [*([way | language for way in ways] for ways in self.ways), *self.pairs]


@lru_cache(maxsize=512)
def needed(
    leaves: frozenset[Leaf], accommodations: frozenset[Accommodation]
) -> tuple[Need | None, Need | None]:
    """What is needed in person, and from afar; None where nobody could."""
    comes = Need(leaves, accommodations, Mode.IN_PERSON) if leaves else None
    afar = Need(leaves, accommodations, Mode.REMOTE) if leaves <= REMOTE_LEAVES else None
    return comes, afar


def hour_bit(now: datetime) -> int:
    """The bit of the hour of the week in UTC."""
    there = now if now.tzinfo is UTC else now.astimezone(UTC)
    return 1 << there.weekday() * 24 + there.hour


ALL_ABLE, ALL_SERVICES = sum(ABLE.values()), ANY_COMES | sum(AFAR.values())


def halves(bits: int) -> tuple[list[int], list[int]]:
    """The services of a group, and what else may be rare: accommodations given, languages."""
    others = [*ones(bits & ALL_ABLE), *ones(bits >> LANGUAGES_AT << LANGUAGES_AT)]
    return [*ones(bits & ALL_SERVICES)], others


def pairs(bits: int) -> Iterator[int]:
    """Each service of a group joined with each accommodation it gives and language it speaks."""
    does, others = halves(bits)
    for service in does:
        for other in others:
            yield service | other


def ones(bits: int) -> Iterator[int]:
    """The bits of a number, one by one."""
    while bits:
        lowest = bits & -bits
        yield lowest
        bits ^= lowest

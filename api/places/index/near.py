"""The names of a gazetteer, ready to be searched by near spellings and near sounds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from api.places.index import spelling
from api.places.index.likeness import sounds_alike, spelled_alike
from api.places.rules import Point, distance_m

ENOUGH = 80.0
"""Below it nothing is near: a wrong place costs more than a question more."""
ROUGH = 70.0
ROUGH_LIMIT = 200
"""What a first, fast look lets through to the exact one."""
FEWEST = 2
FEWEST_LATIN = 3
"""Letters: fewer are inside every other name."""
INITIALS = re.compile(r"[a-z]{3,8}")
ALL_INITIALS = 88.0
FIRST_INITIALS = 84.0


@dataclass(frozen=True, slots=True)
class Spot:
    """A named place; WGS-84 degrees."""

    id: str
    name: str
    aliases: tuple[str, ...]
    latitude: float
    longitude: float

    @property
    def point(self) -> Point:
        """Where it is."""
        return self.latitude, self.longitude


@dataclass(frozen=True, slots=True)
class Found:
    """A place near some words; the score goes from 0 to 100."""

    spot: Spot
    score: float


class Index:
    """Names and aliases, each with its sound and initials where it is Chinese."""

    def __init__(self, spots: Iterable[Spot]) -> None:
        self.spots = tuple(spots)
        self._owners: list[int] = []
        self._written: list[str] = []
        self._numbers: list[frozenset[str]] = []
        self._sounds: list[str] = []
        self._initials: list[str] = []
        for number, spot in enumerate(self.spots):
            for name in (spot.name, *spot.aliases):
                self._add(number, spelling.fold(name))

    def _add(self, owner: int, name: str) -> None:
        if not name:
            return
        chinese = spelling.has_han(name)
        self._owners.append(owner)
        self._written.append(name)
        self._numbers.append(spelling.numbers(name))
        self._sounds.append(spelling.sound(name) if chinese else "")
        self._initials.append(spelling.initials(name))

    def search(self, words: str, limit: int) -> list[Found]:
        """The places whose name is near the words, best first; house numbers may be in them."""
        said = spelling.fold(words)
        best: dict[int, float] = {}
        for entry, score in self._scores(said):
            owner = self._owners[entry]
            if score >= ENOUGH and self._may_be(said, entry):
                best[owner] = max(score, best.get(owner, 0.0))
        found = [Found(self.spots[owner], round(score, 1)) for owner, score in best.items()]
        return sorted(found, key=_order)[:limit]

    def nearest(self, point: Point, within_m: float) -> Spot | None:
        """The place nearest to a point, not farther than `within_m` metres."""
        spot = min(self.spots, key=lambda spot: distance_m(point, spot.point), default=None)
        return spot if spot and distance_m(point, spot.point) <= within_m else None

    def _may_be(self, said: str, entry: int) -> bool:
        """Whether the numbers agree: Lane 120 is not Lane 122, but may be meant by "the lane"."""
        given, named = spelling.numbers(said), self._numbers[entry]
        return not given or named <= given

    def _scores(self, said: str) -> Iterator[tuple[int, float]]:
        for words in {said, spelling.without_house_number(said)}:
            if len(words) >= (FEWEST if spelling.is_unspaced(words) else FEWEST_LATIN):
                yield from _near(words, self._written, spelled_alike)
                yield from _near(self._sound(words), self._sounds, sounds_alike)
        yield from self._abbreviated(said.replace(" ", ""))

    def _sound(self, words: str) -> str:
        return spelling.sound(words) if any(self._sounds) else ""

    def _abbreviated(self, letters: str) -> Iterator[tuple[int, float]]:
        if not INITIALS.fullmatch(letters):
            return
        for entry, initials in enumerate(self._initials):
            if initials.startswith(letters):
                yield entry, ALL_INITIALS if initials == letters else FIRST_INITIALS


def _near(
    words: str, names: Sequence[str], alike: Callable[[str, str], float]
) -> Iterator[tuple[int, float]]:
    """Entries that a fast look finds near enough, with their exact score."""
    if not words:
        return
    rough = process.extract(
        words, names, scorer=fuzz.partial_ratio, score_cutoff=ROUGH, limit=ROUGH_LIMIT
    )
    for name, _, entry in rough:
        yield entry, alike(words, name)


def _order(found: Found) -> tuple[float, int, str]:
    return -found.score, len(found.spot.name), found.spot.name

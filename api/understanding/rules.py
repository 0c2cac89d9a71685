"""Which counts are told, and in which order; small ones could tell of somebody, and are not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

FEWEST = 5
"""The smallest number that is told: a smaller one could tell something of somebody one knows."""

DAYS = 90
"""So many days are added up: long enough for numbers to grow, and a new rule shows soon."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A rule, and how often it proposed something that was confirmed or corrected."""

    rule: str
    hits: int
    confirmed: int
    corrected: int

    @property
    def told(self) -> tuple[int | None, int | None, int | None]:
        """The numbers as they are told: None for one that is too small."""
        return told(self.hits), told(self.confirmed), told(self.corrected)


def told(number: int) -> int | None:
    """A number that tells of nobody; None for one that could."""
    return number if number >= FEWEST else None


def worst_first(counted: Iterable[Counted]) -> Sequence[Counted]:
    """The most often corrected first, as far as the numbers are told; then the most used.

    Nothing that is not told decides the order either.
    """
    return sorted(counted, key=_place)


def _place(one: Counted) -> tuple[float, int, str]:
    hits, confirmed, corrected = (number or 0 for number in one.told)
    answered = confirmed + corrected
    return (-corrected / answered if answered else 0.0, -hits, one.rule)

"""What a measurement is: rounds taken in turn with a peer, their median and their spread."""

from __future__ import annotations

import statistics
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

ROUNDS = 7
"""Fewer rounds would let one busy moment of the machine decide."""

SLICES = 8
"""So many a round, where one is short enough to be taken often."""

Round = Callable[[], Awaitable[float]]
"""One slice of a round: what it cost, in the unit of the measurement."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A result; `spread` is the distance between the quartiles of the rounds, in `unit`."""

    name: str
    value: float
    unit: str
    against: str
    rounds: int
    spread: float


@dataclass(frozen=True, slots=True)
class Measure:
    """Something to be measured.

    `take` is given how many rounds to take and how much to do in each, and gives one value a
    round. `goal` is the bound of the value: from above, unless `more_is_better`. A `large` one is
    taken by its name or by `--large` only.
    """

    name: str
    unit: str
    against: str
    take: Callable[[int, int], Awaitable[list[float]]]
    size: int
    goal: float | None = None
    more_is_better: bool = False
    large: bool = False

    async def measured(self, rounds: int = ROUNDS, size: int = 0) -> Measured:
        """The median of so many rounds, each of `size`, or of its own size for 0."""
        taken = await self.take(rounds, size or self.size)
        return Measured(
            self.name,
            round(statistics.median(taken), 4),
            self.unit,
            self.against,
            len(taken),
            round(spread(taken), 4),
        )

    def keeps(self, value: float) -> bool:
        """Whether a value is within the goal; without a goal any is."""
        if self.goal is None:
            return True
        return value >= self.goal if self.more_is_better else value <= self.goal


def spread(taken: list[float]) -> float:
    """The distance between the first and the third quartile; 0 for a single round."""
    if len(taken) < 2:  # noqa: PLR2004 - quartiles need two points
        return 0.0
    first, _, third = statistics.quantiles(taken, n=4, method="inclusive")
    return third - first


async def ratios(rounds: int, ours: Round, peers: Round, slices: int = 1) -> list[float]:
    """Ours divided by the peer's, round by round: the sums of `slices` taken in turn.

    A machine's speed changes within a second, by what its neighbours do; short slices share that
    fairly. Who goes first changes every time. One slice of each is taken before and thrown away,
    so that nobody pays for the first time.
    """
    await ours()
    await peers()
    return [await _ratio(ours, peers, range(at, at + slices)) for at in range(rounds)]


async def _ratio(ours: Round, peers: Round, slices: range) -> float:
    own = peer = 0.0
    for number in slices:
        if number % 2:
            peer, own = peer + await peers(), own + await ours()
        else:
            own, peer = own + await ours(), peer + await peers()
    return own / peer

"""What is told of losses: the same loss of several areas in one line, and few lines.

And which areas never answer: enough offers over enough requests, and nobody said yes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from api.vocabulary import Leaf, Loss, OfferStatus

WINDOW = timedelta(days=14)
"""Long enough that a holiday of a week is no alarm."""
OFFERS = 5
REQUESTS = 3
"""If 17 % of those asked respond, the least that was measured, five offers in vain happen to a
healthy area in 39 % of such rows, hence several requests and two weeks (facts of the field:
17-47 % of alerted volunteers respond)."""

SAID_NO = frozenset({OfferStatus.DECLINED, OfferStatus.EXPIRED})
"""An offer that was withdrawn says nothing of the area, nor one that still may be answered."""


@dataclass(frozen=True, slots=True)
class Told:
    """Areas that lost the same leaves for the same reasons; counts where it is one loss only."""

    areas: tuple[str, ...]
    leaves: tuple[Leaf, ...]
    losses: Mapping[Loss, int]


Alarm = tuple[str, Leaf, Mapping[Loss, int]]
"""An area, what it lost, and how many groups that were able fail now, by why."""


def grouped(alarms: Iterable[Alarm]) -> list[Told]:
    """The losses of a night, each in exactly one line; what concerns most areas first."""
    lost: dict[str, dict[Leaf, Mapping[Loss, int]]] = {}
    for area, leaf, losses in alarms:
        lost.setdefault(area, {})[leaf] = losses
    lines: dict[tuple[tuple[Leaf, ...], tuple[Loss, ...]], list[str]] = {}
    for area in sorted(lost):
        leaves = tuple(leaf for leaf in Leaf if leaf in lost[area])
        why = tuple(one for one in Loss if any(one in lost[area][leaf] for leaf in leaves))
        lines.setdefault((leaves, why), []).append(area)
    told = [
        Told(tuple(areas), leaves, _counts(lost, areas, leaves, why))
        for (leaves, why), areas in lines.items()
    ]
    return sorted(told, key=lambda one: (-len(one.areas), one.areas))


def _counts(
    lost: Mapping[str, Mapping[Leaf, Mapping[Loss, int]]],
    areas: Sequence[str],
    leaves: Sequence[Leaf],
    why: Sequence[Loss],
) -> dict[Loss, int]:
    """Groups counted where it is one loss; added up they would be counted twice."""
    only = lost[areas[0]][leaves[0]] if len(areas) == len(leaves) == 1 else {}
    return {one: only.get(one, 0) for one in why}


def unanswered(offers: Iterable[tuple[str, OfferStatus]]) -> bool:
    """Whether an area never answers: its offers of the window, with the request of each."""
    said: Counter[str] = Counter()
    for request_id, status in offers:
        if status is OfferStatus.ACCEPTED:
            return False
        if status in SAID_NO:
            said[request_id] += 1
    return said.total() >= OFFERS and len(said) >= REQUESTS

"""What is kept of a look for help, so that it can be read later as it was then: documents.

Names are kept, for a group may be called otherwise by then; of a city the first are kept, and
whoever was asked, with how many were able.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from api.matching.rules.match import Chosen, Matches
from api.matching.rules.wanted import Wanted
from api.vocabulary import Accommodation, Leaf, Part

KEPT = 20
"""So many of the groups that are able are kept, the best."""


@dataclass(frozen=True, slots=True)
class Look:
    """A look for help: what was wanted, who was found, and in which shares they were asked.

    `parts`: which part of a relay each share is; none for a look at wholes. `asked`: the groups of
    those asked; `opens_at`: when the next group opens, where that counts.
    """

    wanted: Wanted
    matches: Matches
    shares: Sequence[frozenset[Leaf]] = ()
    parts: Sequence[Part] = ()
    unmet: frozenset[Leaf] = frozenset()
    asked: frozenset[str] = frozenset()
    opens_at: datetime | None = None


def kept_of(look: Look) -> list[tuple[int, Chosen]]:
    """The groups that are kept, with their rank."""
    ranked = enumerate(look.matches.chosen, start=1)
    return [(rank, one) for rank, one in ranked if rank <= KEPT or one.group_id in look.asked]


def asked_of(look: Look) -> dict[str, Any]:
    """What was looked for, as a document: no place, and nobody."""
    wanted = look.wanted
    return {
        "leaves": in_order(wanted.leaves),
        "accommodations": [one.value for one in Accommodation if one in wanted.accommodations],
        "language": wanted.language,
        "restrictions": sorted({one.kind.value for one in wanted.restrictions}),
        "shares": [in_order(leaves) for leaves in look.shares],
        "parts": [part.value for part in look.parts],
        "unmet": in_order(look.unmet),
        "able": len(look.matches.chosen),
        "opens_at": look.opens_at.isoformat() if look.opens_at else None,
    }


def chosen_of(rank: int, chosen: Chosen, name: str, *, asked: bool = False) -> dict[str, Any]:
    """A group and the reasons why it stands at this rank, as a document."""
    metres = chosen.distance_m
    return {
        "rank": rank,
        "group_id": chosen.group_id,
        "group": name,
        "asked": asked,
        "mode": chosen.mode.value,
        "distance_m": None if metres is None else round(metres),
        "load": round(chosen.load, 4),
        "asked_at": chosen.asked_at.isoformat() if chosen.asked_at else None,
        "helped_before": chosen.helped_before,
        "interpreter_needed": chosen.interpreter_needed,
        "gate_only": chosen.gate_only,
        "inside": chosen.inside,
    }


def counts(counted: Mapping[Any, int]) -> dict[str, int]:
    """How many by code, the most first."""
    most_first = sorted(counted.items(), key=lambda item: (-item[1], item[0].value))
    return {code.value: number for code, number in most_first}


def in_order(leaves: Collection[Leaf]) -> list[str]:
    """Leaves in the order of the vocabulary."""
    return [leaf.value for leaf in Leaf if leaf in leaves]

"""The counts the practice district keeps to, and how 70 studied groups become 318.

Source: Zhao, Yuan, Wu, Xu (2024), Humanities and Social Sciences Communications 11:1505,
doi 10.1057/s41599-024-04063-5: 70 self-organised groups, about 22 % of a district's. Nothing else
of the practice district is a figure of the study: members, capacity, places and how services fall
together in one group were not published, and are made up here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from api.vocabulary import ServiceType

K = TypeVar("K")

STUDIED = 70
"""Groups that were interviewed."""

GROUPS = 318
"""Groups of the practice district: 70 are 22 % of 318."""

GIVE = {
    ServiceType.BASIC: 54,
    ServiceType.SPECIALISED: 55,
    ServiceType.FOOD: 18,
    ServiceType.DONATION: 22,
}
"""How many of the 70 gave each type of service; a group may give several."""

ONLINE, OFFLINE = 63, 39
"""How many of the 70 helped from afar, and how many in person."""

ONLINE_ONLY, BOTH, OFFLINE_ONLY = STUDIED - OFFLINE, ONLINE + OFFLINE - STUDIED, STUDIED - ONLINE
"""What follows, as every group helps in one way at least: 31, 32 and 7 of the 70."""


def scaled(count: int) -> int:
    """A count of the 70 as the nearest count of the 318."""
    return round(count * GROUPS / STUDIED)


def apportioned(parts: Mapping[K, int]) -> dict[K, int]:
    """Parts of the 70 as parts of the 318 that add up: by largest remainder."""
    exact = {part: count * GROUPS / STUDIED for part, count in parts.items()}
    given = {part: int(share) for part, share in exact.items()}
    by_remainder = sorted(parts, key=lambda part: given[part] - exact[part])
    for part in by_remainder[: GROUPS - sum(given.values())]:
        given[part] += 1
    return given

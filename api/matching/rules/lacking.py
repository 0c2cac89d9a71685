"""Which accommodation is lacking most: counted for what is explained, never while matching."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import datetime

from api.matching.rules.able import able, modes, required
from api.matching.rules.wanted import Able, Wanted
from api.vocabulary import Accommodation, Reason


def lacks(wanted: Wanted, group: Able) -> frozenset[Accommodation]:
    """What a group cannot give that is needed, in the way of helping in which that is least."""
    ways = (required(wanted.accommodations, mode) for mode in modes(wanted.leaves, group))
    return min((needed - group.able for needed in ways), key=len, default=frozenset())


def lacking(wanted: Wanted, groups: Iterable[Able], now: datetime) -> Counter[Accommodation]:
    """Of the groups whose reason is an accommodation, how many lack which; one may lack two."""
    return Counter(
        one
        for group in groups
        if able(wanted, group, now) is Reason.ACCOMMODATION
        for one in lacks(wanted, group)
    )

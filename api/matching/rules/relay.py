"""A relay of two as groups can do it: who could bring a thing to the gate, who carry it on.

Who brings needs nothing of what the door asks of a helper, and is not inside; who carries does
errands, or the need itself, and passes the gate. See `api.dispatch.rules.relay` for who is asked.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from api.matching.rules.match import Chosen, cover, match
from api.matching.rules.wanted import Able, Wanted
from api.restrictions.rules import access_of, is_inside
from api.vocabulary import CARRIED_LEAVES, Access, Leaf

ERRANDS = frozenset({Leaf.ERRAND})
"""Whoever does these carries anything."""


@dataclass(frozen=True, slots=True)
class Relay:
    """Some of the leaves, the groups that could bring them and those that could carry them on."""

    leaves: frozenset[Leaf]
    bring: Sequence[Chosen]
    carry: Sequence[Chosen]


def brought(wanted: Wanted) -> Wanted:
    """What is wanted of who brings it to the gate, and sees nobody."""
    return replace(wanted, restrictions=(), accommodations=frozenset())


def passing(groups: Sequence[Chosen]) -> list[Chosen]:
    """Those that do not stop at a gate."""
    return [one for one in groups if not one.gate_only]


def relays(
    wanted: Wanted,
    shares: Sequence[tuple[frozenset[Leaf], Sequence[Chosen]]],
    unmet: frozenset[Leaf],
    groups: Collection[Able],
    now: datetime,
) -> list[Relay]:
    """What two could do together: where a restriction asks for it, and where nobody does alone."""
    here = wanted.restrictions
    if not here or access_of(here) is Access.CLOSED:
        return []
    found = list[Relay]()

    def two(leaves: frozenset[Leaf]) -> Sequence[Relay]:
        if not leaves or not leaves <= CARRIED_LEAVES:
            return []
        one = _relay(replace(wanted, leaves=leaves), groups, now)
        return [one] if one.bring and one.carry else []

    if any(one.relay for one in here):
        for leaves, chosen in shares:
            found += [] if passing(chosen) else two(leaves)
    pairs, _ = cover(unmet & CARRIED_LEAVES, two)
    return [*found, *(one for _, (one,) in pairs)]


def _relay(wanted: Wanted, groups: Collection[Able], now: datetime) -> Relay:
    outside = [one for one in groups if not is_inside(wanted.restrictions, one.point)]
    carry = {
        one.group_id: one
        for leaves in (ERRANDS, wanted.leaves)
        for one in passing(match(replace(wanted, leaves=leaves), groups, now).chosen)
    }
    bring = match(brought(wanted), outside, now).chosen
    return Relay(wanted.leaves, bring, sorted(carry.values(), key=lambda one: one.rank))

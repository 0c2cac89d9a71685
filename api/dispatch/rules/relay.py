"""A relay of two: one from outside brings a thing to the gate, one from inside carries it on.

Only where nobody alone is left to ask, or where a restriction asks for it and nobody who passes
the gate does the need; and only begun where there is somebody to ask for either part. Who brings
needs nothing of what the door asks of a helper; who carries does errands, or the need itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from api.dispatch.rules.askable import HOW
from api.dispatch.rules.plan import Candidate, Groups, Reach, Scene, Share, candidates
from api.matching.rules import ERRANDS, Able, Chosen, Wanted, brought, cover, talks
from api.matching.rules.able import required
from api.restrictions.rules import access_of, is_inside
from api.vocabulary import CARRIED_LEAVES, Access, Accommodation, Leaf, Mode, Part


@dataclass(frozen=True, slots=True)
class Some:
    """Those of the groups that `fit`, as the next wave asks for them."""

    groups: Groups
    fit: Callable[[Chosen], bool]

    def best(self, wanted: Wanted, k: int | None = None) -> Sequence[Chosen]:
        """The best `k` of them."""
        return [one for one in self.groups.best(wanted) if self.fit(one)][:k]

    def doing(self, leaves: frozenset[Leaf]) -> tuple[Sequence[Able], int]:
        """As of all groups."""
        return self.groups.doing(leaves)

    def reach(self, group_ids: Sequence[str]) -> Mapping[str, Reach]:
        """As of all groups."""
        return self.groups.reach(group_ids)


def asked(
    scene: Scene, leaves: frozenset[Leaf], part: Part, now: datetime, size: int
) -> list[Candidate]:
    """The first `size` who may be asked for this part of the leaves, each in their turn."""
    if part is Part.WHOLE:
        return candidates(scene, leaves, now, size)
    if access_of(scene.wanted.restrictions) is Access.CLOSED:
        return []
    if part is Part.BRING:
        return _bringers(scene, leaves, now, size)
    found: dict[str, Candidate] = {}
    inside = replace(scene, groups=Some(scene.groups, lambda one: not one.gate_only))
    for able in (ERRANDS, leaves):
        for one in candidates(inside, able, now, size):
            found.setdefault(one.person_id or one.chat_id or "", one)
    return sorted(found.values(), key=lambda one: one.turn)[:size]


def _bringers(scene: Scene, leaves: frozenset[Leaf], now: datetime, size: int) -> list[Candidate]:
    here = scene.wanted.restrictions
    doing, _ = scene.groups.doing(leaves)
    within = {one.id for one in doing if is_inside(here, one.point)}
    outside = Some(scene.groups, lambda one: one.group_id not in within)
    wanted = brought(scene.wanted)
    return candidates(replace(scene, wanted=wanted, groups=outside), leaves, now, size)


def relayed(
    scene: Scene, shares: Sequence[Share], unmet: frozenset[Leaf], now: datetime, size: int
) -> tuple[list[Share], frozenset[Leaf], list[Share]]:
    """The shares that stay, the leaves that still nobody is asked for, and the parts of relays."""
    here = scene.wanted.restrictions
    if not here:
        return list(shares), unmet, []
    stay, parts = [], []
    asks = any(one.relay for one in here)
    pairs: list[tuple[frozenset[Leaf], Sequence[Share]]] = []
    for share in shares:
        passing = [one for one in share.candidates if not one.group.gate_only]
        pair = _pair(scene, share.leaves, now, size) if asks and not passing else []
        parts += pair
        if not pair:
            stay.append(replace(share, candidates=passing) if asks and passing else share)
    if unmet & CARRIED_LEAVES:
        pairs, _ = cover(unmet & CARRIED_LEAVES, lambda some: _pair(scene, some, now, size))
    for leaves, found in pairs:
        parts += found
        unmet -= leaves
    return stay, unmet, parts


def _pair(scene: Scene, leaves: frozenset[Leaf], now: datetime, size: int) -> list[Share]:
    """Who is asked to bring and who to carry, nobody for both; none where one is missing."""
    if not leaves <= CARRIED_LEAVES:
        return []
    for first, then in ((Part.BRING, Part.CARRY), (Part.CARRY, Part.BRING)):
        ones = asked(scene, leaves, first, now, size)
        others = asked(without(scene, ones), leaves, then, now, size)
        if ones and others:
            return [Share(leaves, ones, first), Share(leaves, others, then)]
    return []


def may_go_on(
    accommodations: frozenset[Accommodation],
    group: Able,
    own: tuple[frozenset[str], frozenset[str]] | None,
) -> bool:
    """Whether who brings it may come to the door: they and their group can do what it asks for.

    `own`: what they themselves are able to and how they help; None for a leader who said neither.
    """
    needed = required(accommodations, Mode.IN_PERSON)
    able, how = own or (group.able, frozenset())
    ways = frozenset(HOW[one] for one in how if one in HOW)
    talking = talks(accommodations, group.talks_by) and (not ways or talks(accommodations, ways))
    return talking and needed <= group.able and needed <= able


def without(scene: Scene, taken: Iterable[Candidate]) -> Scene:
    """The scene in which nobody of these is asked, but for a group's chat: many are in it."""
    people = {one.person_id for one in taken if one.person_id is not None}
    return replace(scene, apart=scene.apart | people)

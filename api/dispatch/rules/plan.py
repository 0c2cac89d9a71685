"""The next wave: which shares of a request go to whom, and who of them is rung.

Whoever is rung is a rung like any other: the next wave does not wait for their call. Groups are
asked for best first, and only as many as the wave needs: most of a city is never looked at.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Protocol

from api.dispatch.rules.askable import (
    Askable,
    Past,
    hands,
    has_room,
    in_turn,
    may_ask_again,
    may_be_asked,
)
from api.matching.rules import Able, Chosen, Look, Wanted, cover, opening, speaks, together
from api.settings import Settings
from api.vocabulary import Leaf, Part, Reason, Urgency

MORE = 4
"""So many times more groups are looked at where the first ones do not settle who is asked."""
ENOUGH = 64
"""Beyond so many groups nobody is looked for who has less to do than those found."""


@dataclass(frozen=True, slots=True)
class Reach:
    """How a group is asked: by its chat, by voice through its leader, or each volunteer.

    `room`: for how many requests it may be asked besides those it is asked for.
    """

    volunteers: Sequence[Askable] = ()
    chat_id: str | None = None
    leader_id: str | None = None
    phone_only: bool = False
    room: int = 1


@dataclass(frozen=True, slots=True)
class Candidate:
    """Who could be asked next; `by_phone`: by a call. An offer to a group's chat names nobody.

    `interpreter_needed`: they themselves do not share the resident's language. `busy`: 2 for who
    has a task already, 1 for who was asked and has not answered, but helped nobody of this before.
    """

    group: Chosen
    person_id: str | None
    chat_id: str | None = None
    by_phone: bool = False
    interpreter_needed: bool = False
    busy: int = 0

    @property
    def turn(self) -> tuple[object, ...]:
        """Before whom somebody is asked, the smallest first; of equals their group's rank decides.

        Who shares the language, then by the distance band, and in it who has nothing to do.
        """
        return (self.interpreter_needed, *self.group.band, self.busy)


class Groups(Protocol):
    """The open groups, as the next wave asks for them."""

    def best(self, wanted: Wanted, k: int | None = None) -> Sequence[Chosen]:
        """The best `k` groups able to do what is wanted, or all of them, in their order."""

    def doing(self, leaves: frozenset[Leaf]) -> tuple[Sequence[Able], int]:
        """Those that do any of these leaves, and how many others there are."""

    def reach(self, group_ids: Sequence[str]) -> Mapping[str, Reach]:
        """How each of these groups is asked."""


@dataclass(frozen=True, slots=True)
class Scene:
    """All that the next wave depends on. `past`: earlier offers, by person or chat.

    `apart`: people who are not asked, the resident and who is blocked.
    """

    wanted: Wanted
    urgency: Urgency
    wave: int
    groups: Groups
    settings: Settings
    past: Mapping[str, Sequence[Past]] = field(default_factory=dict)
    apart: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Share:
    """Some of the leaves, or a part of them, and who is asked for it, in order."""

    leaves: frozenset[Leaf]
    candidates: Sequence[Candidate]
    part: Part = Part.WHOLE


def plan(scene: Scene, now: datetime, size: int) -> tuple[list[Share], frozenset[Leaf]]:
    """The shares with at most `size` candidates each, and the leaves nobody is left to ask for."""
    shares, unmet = cover(scene.wanted.leaves, lambda leaves: candidates(scene, leaves, now, size))
    return [Share(leaves, found) for leaves, found in shares], unmet


def why(scene: Scene, shares: Sequence[Share], unmet: frozenset[Leaf], now: datetime) -> Look:
    """Who is able to do the whole or a share of it; of every other open group, what it failed.

    Who is asked for a part of a relay is able to do that, whatever they fail alone.
    """
    wanted, parts = scene.wanted, [share.leaves for share in shares]
    doing, others = scene.groups.doing(wanted.leaves)
    two = _in_relays(shares)
    others -= len(two.keys() - {one.id for one in doing})
    left = [one for one in doing if one.id not in two]
    found = together(wanted, parts, scene.groups.best, left, now)
    chosen = {**two, **{one.group_id: one for one in found.chosen}}
    ranked = tuple(sorted(chosen.values(), key=lambda one: one.rank))
    alike = Counter(found.rejected) + Counter({Reason.LEAF: others})
    openings = (opening(replace(wanted, leaves=frozenset({leaf})), doing, now) for leaf in unmet)
    return Look(
        wanted,
        replace(found, chosen=ranked, rejected=alike),
        shares=parts,
        parts=[share.part for share in shares],
        unmet=unmet,
        asked=frozenset(one.group.group_id for share in shares for one in share.candidates),
        opens_at=min((moment for moment in openings if moment), default=None),
    )


def _in_relays(shares: Sequence[Share]) -> dict[str, Chosen]:
    two = (share for share in shares if share.part is not Part.WHOLE)
    return {one.group.group_id: one.group for share in two for one in share.candidates}


def candidates(scene: Scene, leaves: frozenset[Leaf], now: datetime, size: int) -> list[Candidate]:
    """The first `size` who may be asked for these leaves, each in their turn.

    As many groups are looked at as that takes: a few of them, then `MORE` times as many.
    """
    wanted = replace(scene.wanted, leaves=leaves)
    found: dict[str, Candidate] = {}
    seen, k = 0, max(size, MORE)
    while True:
        groups = scene.groups.best(wanted, k)
        fresh = groups[seen:]
        reach = scene.groups.reach([one.group_id for one in fresh])
        for group in fresh:
            for one in _of(scene, wanted, group, reach.get(group.group_id, Reach()), now):
                found.setdefault(one.person_id or one.chat_id or "", one)  # of two groups: once
        enough = len(found) >= size and (k >= ENOUGH or _settled(found.values(), groups[-1], size))
        if enough or len(groups) < k:
            return sorted(found.values(), key=lambda one: one.turn)[:size]
        seen, k = len(groups), k * MORE


def takers(scene: Scene, group: Chosen, reach: Reach, now: datetime) -> list[Candidate]:
    """Who of one group may be asked for all that is wanted, in their order."""
    return _of(scene, scene.wanted, group, reach, now)


def places(free: int, reach: Reach, settings: Settings, now: datetime) -> int:
    """For how many requests a group can be asked that has so many places free.

    Where volunteers are asked one by one, no more than they have room for; in a chat, and for a
    leader who is rung, the places of the group are all that is known.
    """
    if reach.phone_only or reach.chat_id is not None:
        return max(0, free)
    return max(0, min(free, hands(reach.volunteers, settings, now)))


def _settled(found: Iterable[Candidate], last: Chosen, size: int) -> bool:
    """Whether no group after the `last` one could bring anybody whose turn is before theirs."""
    sure = [one for one in found if not one.interpreter_needed and one.group.band < last.band]
    return len(sure) >= size


def _of(
    scene: Scene, wanted: Wanted, group: Chosen, reach: Reach, now: datetime
) -> list[Candidate]:
    """A group's chat before its volunteers; for a group with only a phone, its leader.

    Nobody of a group that is asked for enough already: see `waiting.room`.
    """
    if reach.room <= 0:
        return []
    if reach.phone_only:
        leader = reach.leader_id
        free = leader is not None and leader not in scene.apart and _again(scene, leader)
        foreign = group.interpreter_needed
        called = Candidate(group, leader, by_phone=True, interpreter_needed=foreign)
        return [called] if free else []
    if reach.chat_id is not None and not scene.past.get(reach.chat_id):
        foreign = group.interpreter_needed
        return [Candidate(group, None, reach.chat_id, interpreter_needed=foreign)]
    able = (
        one
        for one in reach.volunteers
        if one.person_id not in scene.apart
        and has_room(one, scene.settings)
        and _again(scene, one.person_id)
        and may_be_asked(one, wanted, group.mode, scene.urgency, now)
    )
    return [
        Candidate(
            group,
            one.person_id,
            by_phone=one.by_phone,
            interpreter_needed=not speaks(one.languages, wanted.language),
            busy=2 if one.tasks else int(one.offers > 0 and one.person_id not in wanted.helpers),
        )
        for one in in_turn(able, wanted.language, wanted.helpers)
    ]


def _again(scene: Scene, who: str) -> bool:
    return may_ask_again(scene.past.get(who, ()), scene.wave)

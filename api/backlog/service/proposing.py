"""A plan proposed: what waits is read in small parts, solved elsewhere, and kept for an hour."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection

from api.audit import service as audit
from api.auth.access import Context
from api.backlog import rules, store
from api.backlog.rules import Want
from api.backlog.schemas import PlanIn, Unserved
from api.backlog.service.solving import PlanTooSlow, solve
from api.dispatch.rules import shown_distance
from api.groups import service as groups
from api.groups.service import Group
from api.matching import service as matching
from api.matching.rules import Chosen, Wanted, cover, match
from api.places.rules import Point, cell, distance_m
from api.requests import service as requests
from api.requests.rules import level, point_of
from api.requests.service import Request, Waiting
from api.settings import Settings
from api.vocabulary import Leaf, Mode, Reason, RequestStatus

AT_ONCE = 10
"""So many requests are read in one unit of work, which so lasts some tens of milliseconds."""
GROUPS = 8
"""So many of the best groups of each request take part."""
MORE_GROUPS = 40
"""So many of those that were left out while others of their groups may have room..."""
LOOKED_FARTHER = 200
"""... for so many of them, who is next first: the search grows with each group."""
REASONED = 50
"""For so many that nobody is able to serve the reasons are counted: each looks at every group."""
LASTS = timedelta(hours=1)
"""How long a plan can be applied: afterwards too much is no longer as it was."""
KEPT = timedelta(days=1)
"""How long it is kept after that."""


@dataclass(frozen=True, slots=True)
class Part:
    """A request or a share of it, and the best groups for that.

    `middle`: of the cell it is in; a distance from the door itself would give the door away.
    """

    request: Request
    leaves: frozenset[Leaf]
    chosen: Sequence[Chosen]
    level: int
    rarity: int
    middle: Point | None

    @property
    def want(self) -> Want:
        """What the search knows of it."""
        costs = {
            one.group_id: rules.cost(one.distance_m, one.load, afar=one.mode is Mode.REMOTE)
            for one in self.chosen
        }
        return Want(rules.weight(self.level, self.rarity), costs)


async def propose(context: Context, wanted: PlanIn) -> str:
    """Makes and keeps a plan; its id. Nobody is asked. Raises PlanTooSlow."""
    now, settings, ids = context.now, context.settings, wanted.request_ids
    waiting = await context.read(
        lambda conn: requests.waiting(conn, wanted.limit, ids=ids, settings=settings, now=now)
    )
    parts = await _read(context, waiting, GROUPS)
    known, both = await _assigned(context, parts)
    cut = {one.request.id for one, to in both if to is None and len(one.chosen) == GROUPS}
    if cut:
        again = [one for one in waiting if one.id in cut][:LOOKED_FARTHER]
        wider = await _read(context, again, MORE_GROUPS)
        read = {part.request.id for part in wider}
        wider += [part for part in parts if part.request.id not in read]
        turn = {one.id: position for position, one in enumerate(waiting)}
        wider.sort(key=lambda part: turn[part.request.id])
        with suppress(PlanTooSlow):  # the plan with fewer groups is a plan as well
            known, both = await _assigned(context, wider)
    unserved = await _reasons(context, [part for part, group_id in both if group_id is None])
    items = [_item(part, known[group_id]) for part, group_id in both if group_id is not None]
    values = {
        "author_id": context.actor.id,
        "expires_at": now + LASTS,
        "unserved": [one.model_dump(mode="json") for one in unserved],
    }
    return await context.write(lambda conn: _keep(conn, values, items, context))


async def _read(context: Context, waiting: Sequence[Waiting], most: int) -> list[Part]:
    """The parts of these requests, in their order, with at most so many groups each."""
    parts: list[Part] = []
    for start in range(0, len(waiting), AT_ONCE):
        some = waiting[start : start + AT_ONCE]
        parts += await context.read(_parts(some, most, context.now, context.settings))
    return parts


async def _assigned(
    context: Context, parts: Sequence[Part]
) -> tuple[Mapping[str, Group], list[tuple[Part, str | None]]]:
    """The groups by id, and each part with the group it is given; raises PlanTooSlow."""
    named = {one.group_id for part in parts for one in part.chosen}
    known = await context.read(lambda conn: {one.id: one for one in groups.some(conn, named)})
    places = {one.id: one.capacity - one.load for one in known.values()}
    found = await solve([part.want for part in parts], places)
    return known, list(zip(parts, found, strict=True))


def _parts(
    waiting: Sequence[Waiting], most: int, now: datetime, settings: Settings
) -> Callable[[Connection], list[Part]]:
    def unit(conn: Connection) -> list[Part]:
        seen = matching.seen_by(conn, now=now)

        def best(wanted: Wanted) -> Sequence[Chosen]:
            return seen.best(wanted, most)

        return [part for one in waiting for part in _parts_of(conn, best, one, now, settings)]

    return unit


def _parts_of(
    conn: Connection,
    best: Callable[[Wanted], Sequence[Chosen]],
    one: Waiting,
    now: datetime,
    settings: Settings,
) -> list[Part]:
    """The whole of what nobody is asked for; in shares, if no group does all of it."""
    request, wanted = requests.get(conn, one.id), matching.wanted_of(conn, one.id, now=now)
    leaves = frozenset(request.leaves(RequestStatus.OPEN))
    shares, unmet = cover(leaves, lambda some: best(replace(wanted, leaves=some)))
    point = point_of(requests.place_of(conn, one.id))
    stands = level(request.urgency, now - request.queued_at, settings.usual_wait)
    middle = cell(point) if point else None
    nobody: list[tuple[frozenset[Leaf], Sequence[Chosen]]] = [(unmet, ())] if unmet else []
    return [
        Part(request, some, chosen, stands, one.rarity, middle)
        for some, chosen in [*shares, *nobody]
    ]


async def _reasons(context: Context, left: Sequence[Part]) -> list[Unserved]:
    """Whom the plan has nobody for: others get the places, or what keeps every group."""
    counted = [part for part in left if not part.chosen][:REASONED]
    reasons: dict[int, Mapping[Reason, int]] = {}
    for part in counted:
        reasons[id(part)] = await context.read(_rejected(part, context.now))
    return [
        Unserved(
            request_id=part.request.id,
            receipt=part.request.receipt,
            leaves=_ordered(part.leaves),
            able=len(part.chosen),
            rejected=dict(reasons.get(id(part), {})),
        )
        for part in left
    ]


def _rejected(part: Part, now: datetime) -> Callable[[Connection], Mapping[Reason, int]]:
    def unit(conn: Connection) -> Mapping[Reason, int]:
        wanted = matching.wanted_of(conn, part.request.id, now=now)
        able = matching.everybody(conn)
        return match(replace(wanted, leaves=part.leaves), able, now, 1).rejected

    return unit


def _item(part: Part, group: Group) -> dict[str, Any]:
    (chosen,) = (one for one in part.chosen if one.group_id == group.id)
    metres = part.middle and distance_m((group.latitude, group.longitude), part.middle)
    return {
        "request_id": part.request.id,
        "group_id": group.id,
        "leaves": _ordered(part.leaves),
        "mode": chosen.mode,
        "distance_m": None if metres is None else shown_distance(metres),
        "level": part.level,
        "rarity": part.rarity,
    }


def _ordered(leaves: Collection[Leaf]) -> list[Leaf]:
    return [leaf for leaf in Leaf if leaf in leaves]


def _keep(
    conn: Connection,
    values: Mapping[str, Any],
    items: Sequence[Mapping[str, Any]],
    context: Context,
) -> str:
    """Keeps the plan and that it was made; forgets old ones."""
    store.forget(conn, context.now - KEPT)
    plan_id = store.insert(conn, values, items, context.now)
    facts = {"assigned": len(items), "unserved": len(values["unserved"])}
    audit.record(conn, context.actor, "propose", "plans", plan_id, now=context.now, facts=facts)
    return plan_id

"""A plan proposed: what waits is read in small parts, solved elsewhere, and kept for an hour."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection

from api.audit import service as audit
from api.auth.access import Context
from api.backlog import rules, store
from api.backlog.schemas import PlanIn, Unserved
from api.backlog.service.parts import Part, read, widened
from api.backlog.service.solving import PlanTooSlow, solve
from api.dispatch.rules import shown_distance
from api.dispatch.service import Hands
from api.groups.service import Group
from api.matching import service as matching
from api.matching.rules import match
from api.places.rules import distance_m
from api.requests import service as requests
from api.vocabulary import Leaf, Reason

GROUPS = 8
"""So many of the best groups of each request take part at first..."""
WIDER = (64, 512)
"""... and so many more, time after time, of those that have room, where many want the same."""
MOST_EDGES = 24_000
"""As far as the search takes a second or two: it grows with each group of each kind of request."""
REASONED = 50
"""For so many that nobody is able to serve the reasons are counted: each looks at every group."""
LASTS = timedelta(hours=1)
"""How long a plan can be applied: afterwards too much is no longer as it was."""
KEPT = timedelta(days=1)
"""How long it is kept after that."""

Found = Sequence[str | None]
"""The group for each part, None for nobody."""


async def propose(context: Context, wanted: PlanIn) -> str:
    """Makes and keeps a plan; its id. Nobody is asked. Raises PlanTooSlow."""
    now, settings, ids = context.now, context.settings, wanted.request_ids
    waiting = await context.read(
        lambda conn: requests.waiting(conn, wanted.limit, ids=ids, settings=settings, now=now)
    )
    hands = Hands(settings, now)
    parts = await read(context, hands, waiting, GROUPS)
    found: Found = await _assigned(parts, hands)
    with suppress(PlanTooSlow):  # the plan with fewer groups is a plan as well
        for most in WIDER:
            wider = await _wider(context, hands, parts, found, most)
            if wider is None:
                break
            found, parts = await _assigned(wider, hands), wider
    both = list(zip(parts, found, strict=True))
    unserved = await _reasons(context, [part for part, group_id in both if group_id is None])
    items = [
        _item(part, hands.groups[group_id]) for part, group_id in both if group_id is not None
    ]
    values = {
        "author_id": context.actor.id,
        "expires_at": now + LASTS,
        "unserved": [one.model_dump(mode="json") for one in unserved],
    }
    return await context.write(lambda conn: _keep(conn, values, items, context))


async def _assigned(parts: Sequence[Part], hands: Hands) -> Found:
    """The group each part is given; raises PlanTooSlow."""
    return await solve([part.want for part in parts], hands.places)


async def _wider(
    context: Context, hands: Hands, parts: Sequence[Part], found: Found, most: int
) -> list[Part] | None:
    """The parts, with more groups for those whose groups have no room left; None for no change.

    Also for some that are served: they may make room for who has no other group.
    """
    left = rules.left(hands.places, found)
    full = {group_id for group_id, free in left.items() if not free}
    short = [
        position
        for position, part in enumerate(parts)
        if not part.all_seen and full.issuperset(one.group_id for one in part.chosen)
    ]
    if not any(found[position] is None for position in short):
        return None
    short.sort(key=lambda position: found[position] is not None)
    wants = [part.want for part in parts]
    room = max(0, (MOST_EDGES - rules.size(wants)) // most)
    kinds = set([*dict.fromkeys(wants[position].kind for position in short)][:room])
    again = [position for position in short if wants[position].kind in kinds]
    more = await widened(context, hands, [parts[position] for position in again], full, most)
    wider = dict(enumerate(parts)) | dict(zip(again, more, strict=True))
    gained = any(len(part.chosen) > len(parts[at].chosen) for at, part in wider.items())
    return [*wider.values()] if gained else None


async def _reasons(context: Context, left: Sequence[Part]) -> list[Unserved]:
    """Whom the plan has nobody for: others get the places, or what keeps every group."""
    counted = [part for part in left if not part.looked][:REASONED]
    reasons: dict[int, Mapping[Reason, int]] = {}
    for part in counted:
        reasons[id(part)] = await context.read(_rejected(part, context.now))
    return [
        Unserved(
            request_id=part.request.id,
            receipt=part.request.receipt,
            leaves=_ordered(part.wanted.leaves),
            able=len(part.looked),
            rejected=dict(reasons.get(id(part), {})),
        )
        for part in left
    ]


def _rejected(part: Part, now: datetime) -> Callable[[Connection], Mapping[Reason, int]]:
    return lambda conn: match(part.wanted, matching.everybody(conn), now, 1).rejected


def _item(part: Part, group: Group) -> dict[str, Any]:
    (chosen,) = (one for one in part.chosen if one.group_id == group.id)
    metres = part.middle and distance_m((group.latitude, group.longitude), part.middle)
    return {
        "request_id": part.request.id,
        "group_id": group.id,
        "leaves": _ordered(part.wanted.leaves),
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

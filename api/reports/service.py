"""Reports put together from counts, and the course of one request."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from api.errors import NotFound
from api.places.rules import Point, Ring
from api.places.rules import inside as is_within
from api.reports import store
from api.reports.schemas import (
    Course,
    Inside,
    InsideList,
    OfferMade,
    TaskMade,
    Waiting,
    WaitingCalls,
    WaitingRequests,
    Wave,
)
from api.requests import service as requests
from api.requests.rules import point_of
from api.restrictions import service as restrictions
from api.vocabulary import Leaf


def waiting(conn: Connection, *, now: datetime) -> Waiting:
    """What waits now, and since when."""
    return Waiting(
        at=now,
        requests=WaitingRequests(
            by_status=store.by_status(conn),
            by_leaf=store.by_leaf(conn),
            by_urgency=store.by_urgency(conn),
            oldest_queued_at=store.oldest_queued_at(conn),
        ),
        calls=WaitingCalls(
            by_way=store.calls_by_way(conn),
            by_reason=store.calls_by_reason(conn),
            claimed=store.claimed_calls(conn),
            oldest_created_at=store.oldest_call_at(conn),
        ),
        unfinished=store.unfinished(conn),
        unheard_alerts=store.unheard_alerts(conn),
    )


def course(conn: Connection, request_id: str) -> Course:
    """How a request went so far; raises NotFound."""
    if not store.request_exists(conn, request_id):
        raise NotFound
    looks = store.matches_of(conn, request_id)
    made, taken = store.offers_of(conn, request_id), store.tasks_of(conn, request_id)
    asked = {one["group_id"] for look in looks for one in look.chosen}
    names = store.group_names(conn, asked | {row.group_id for row in (*made, *taken)})
    leaves = store.leaves_of(conn, request_id)
    return Course(
        waves=[_wave(look, names) for look in looks],
        offers=[_offer(row, names, leaves.get(row.id, [])) for row in made],
        tasks=[_task(row, names, leaves.get(row.offer_id, [])) for row in taken],
    )


def _wave(look: sa.Row[Any], names: Mapping[str, str]) -> Wave:
    """A look as it was kept; of one that was kept before more was, what is not known is left."""
    ranked = enumerate(look.chosen, start=1)
    chosen = [
        {"rank": rank, "group": names.get(one["group_id"], ""), "asked": False, "inside": False}
        | one
        for rank, one in ranked
    ]
    unknown: dict[str, Any] = {"language": "", "opens_at": None, "able": len(chosen)}
    lists = ("leaves", "accommodations", "restrictions", "shares", "parts", "unmet")
    unknown |= {name: [] for name in lists}
    return Wave.model_validate(
        {
            **unknown,
            **look.asked,
            "wave": look.wave,
            "at": look.created_at,
            "chosen": chosen,
            "rejected": _most_first(look.rejected),
            "lacking": _most_first(look.lacking),
        }
    )


def _most_first(counts: Mapping[str, int]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda item: -item[1]))


def _offer(row: sa.Row[Any], names: Mapping[str, str], leaves: list[Leaf]) -> OfferMade:
    return OfferMade(
        group_id=row.group_id,
        group=names.get(row.group_id, ""),
        to_chat=row.person_id is None,
        leaves=leaves,
        part=row.part,
        mode=row.mode,
        wave=row.wave,
        distance_m=row.distance_m,
        status=row.status,
        sent_at=row.sent_at,
        answered_at=row.answered_at,
    )


def _task(row: sa.Row[Any], names: Mapping[str, str], leaves: list[Leaf]) -> TaskMade:
    return TaskMade(
        group_id=row.group_id,
        group=names.get(row.group_id, ""),
        leaves=leaves,
        part=row.part,
        word=row.word,
        status=row.status,
        accepted_at=row.accepted_at,
        arrive_at=row.arrive_at,
        ended_at=row.ended_at,
    )


def inside(conn: Connection, *, now: datetime) -> InsideList:
    """How many open requests are inside each restriction that holds or will."""
    found = [_point(conn, one) for one in store.located(conn)]
    points = [point for point in found if point is not None]
    return InsideList(
        items=[
            Inside(restriction_id=one.id, requests=_within(points, one.area.coordinates))
            for one in restrictions.listed(conn, now)
        ]
    )


def _point(conn: Connection, request_id: str) -> Point | None:
    try:
        return point_of(requests.place_of(conn, request_id))
    except requests.RequestForgotten:
        return None


def _within(points: list[Point], rings: Sequence[Ring]) -> int:
    return sum(is_within(point, rings) for point in points)

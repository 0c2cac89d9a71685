"""What a request wants, and whom it may not or should go to."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import Connection

from api.groups import service as groups
from api.matching import store
from api.matching.rules import Help, Wanted, content
from api.places.rules import Point
from api.requests import service as requests
from api.requests.rules import WAITING, point_of
from api.requests.schemas import RequestIn
from api.requests.service import Request
from api.restrictions import service as restrictions
from api.restrictions.rules import Restriction, deciding


def wanted_of(conn: Connection, asked: str | RequestIn, *, now: datetime) -> Wanted:
    """What a request wants: of a kept one, the needs nobody took yet, or all if there are none."""
    if isinstance(asked, RequestIn):
        point = point_of(asked.place)
        return Wanted(
            frozenset(asked.needs),
            frozenset(asked.accommodations),
            asked.language,
            point,
            restrictions.at(conn, point, now),
        )
    point = point_of(requests.place_of(conn, asked))
    return _kept(conn, requests.get(conn, asked), point, restrictions.in_force(conn, now))


def wants_of(
    conn: Connection, request_ids: Collection[str], *, now: datetime
) -> list[tuple[Request, Wanted]]:
    """What kept requests want, read together, oldest first; not those whose place is forgotten."""
    places = requests.places_of(conn, request_ids)
    here = restrictions.in_force(conn, now)
    return [
        (one, _kept(conn, one, point_of(places[one.id]), here))
        for one in requests.some(conn, places)
    ]


def _kept(
    conn: Connection, request: Request, point: Point | None, here: Sequence[Restriction]
) -> Wanted:
    blocked = groups.blocked_with(conn, request.resident_id)
    glad = content((Help(*one) for one in store.help_of(conn, request.resident_id)), blocked)
    return Wanted(
        frozenset(request.leaves(*WAITING) or request.leaves()),
        request.accommodations,
        request.language,
        point,
        deciding(here, point) if point else (),
        refused=store.refused(conn, request.id),
        blocked=_only(conn, blocked) if blocked else frozenset(),
        helped=glad.groups,
        helpers=glad.people,
    )


def _only(conn: Connection, blocked: frozenset[str]) -> frozenset[str]:
    """The groups that consist of nobody but blocked people."""
    theirs = {one.group_id for person in blocked for one in groups.memberships(conn, person)}
    members = groups.volunteers_of(conn, theirs)
    others = {one.group_id for one in members if one.person_id not in blocked}
    return frozenset(theirs - others)

"""What a request wants, and whom it may not or should go to."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection

from api.groups import service as groups
from api.matching import store
from api.matching.rules import Help, Wanted, content
from api.places.rules import Point
from api.requests import service as requests
from api.requests.rules import WAITING, point_of
from api.requests.schemas import RequestIn
from api.restrictions import service as restrictions
from api.restrictions.rules import deciding
from api.vocabulary import Accommodation, Leaf


def wanted_of(conn: Connection, asked: str | RequestIn, *, now: datetime) -> Wanted:
    """What a request wants: of a kept one, the needs nobody took yet, or all if there are none."""
    if isinstance(asked, RequestIn):
        return _wanted(
            conn,
            frozenset(asked.needs),
            frozenset(asked.accommodations),
            asked.language,
            point_of(asked.place),
            now,
        )
    request = requests.get(conn, asked)
    wanted = _wanted(
        conn,
        frozenset(request.leaves(*WAITING) or request.leaves()),
        request.accommodations,
        request.language,
        point_of(requests.place_of(conn, asked)),
        now,
    )
    blocked = groups.blocked_with(conn, request.resident_id)
    past = (Help(*one) for one in store.help_of(conn, request.resident_id))
    glad = content(past, blocked)
    return replace(
        wanted,
        blocked=_only(conn, blocked),
        helped=glad.groups,
        helpers=glad.people,
        refused=store.refused(conn, request.id),
    )


def _wanted(
    conn: Connection,
    leaves: frozenset[Leaf],
    accommodations: frozenset[Accommodation],
    language: str,
    point: Point | None,
    now: datetime,
) -> Wanted:
    here = deciding(restrictions.in_force(conn, now), point) if point else ()
    return Wanted(leaves, accommodations, language, point, here)


def _only(conn: Connection, blocked: frozenset[str]) -> frozenset[str]:
    """The groups that consist of nobody but blocked people."""
    theirs = {one.group_id for person in blocked for one in groups.memberships(conn, person)}
    members = groups.volunteers_of(conn, theirs)
    others = {one.group_id for one in members if one.person_id not in blocked}
    return frozenset(theirs - others)

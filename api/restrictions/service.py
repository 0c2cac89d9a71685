"""Restrictions: made with a reason, listed, ended; none is ever changed or deleted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from api.database.engine import after_commit_wake
from api.errors import Invalid, NotFound
from api.people import service as people
from api.places.rules import Point, Ring, circle, to_wgs84
from api.restrictions import store
from api.restrictions.rules import Restriction, deciding
from api.restrictions.schemas import RestrictionIn, RestrictionOut
from api.wire import Polygon


def create(conn: Connection, wanted: RestrictionIn, *, author_id: str, now: datetime) -> str:
    """Keeps a restriction; its id. Raises Invalid for a permit of a group that is not there."""
    unknown = store.unknown(conn, wanted.permits)
    if unknown:
        raise Invalid([{"field": "body.permits", "accepted": "groups that are not closed"}])
    values = {
        "kind": wanted.kind,
        "area": _area(wanted).model_dump(mode="json"),
        "reason": wanted.reason,
        "author_id": author_id,
        "from_at": wanted.from_at or now,
        "until_at": wanted.until_at,
        "relay": wanted.relay,
    }
    after_commit_wake(conn, "dispatch")
    return store.insert(conn, values, dict.fromkeys(wanted.permits), now)


def _area(wanted: RestrictionIn) -> Polygon:
    if wanted.area is not None:
        return wanted.area
    if wanted.around is None:
        raise LookupError("a restriction without an area")
    middle = to_wgs84(wanted.around.latitude, wanted.around.longitude, wanted.around.datum)
    ring = circle(middle, wanted.around.radius_m)
    return Polygon.model_validate({"coordinates": [ring]})


def in_force(conn: Connection, now: datetime) -> list[Restriction]:
    """What matching has to respect now."""
    return [
        Restriction(row.id, row.kind, row.area["coordinates"], permits, row.relay, row.until_at)
        for row, permits in store.in_force(conn, now)
    ]


def at(conn: Connection, point: Point | None, now: datetime) -> tuple[Restriction, ...]:
    """The restrictions that decide at a point now; none where it is not known."""
    return deciding(in_force(conn, now), point) if point else ()


def listed(conn: Connection, now: datetime) -> list[RestrictionOut]:
    """The restrictions that hold now or will."""
    return [_out(conn, *found) for found in store.unended(conn, now)]


def get(conn: Connection, restriction_id: str) -> RestrictionOut:
    """A restriction; raises NotFound."""
    found = store.find(conn, restriction_id)
    if found is None:
        raise NotFound
    return _out(conn, *found)


def end(conn: Connection, restriction_id: str, *, now: datetime) -> RestrictionOut:
    """Ends a restriction, from now on; raises NotFound. Ending it twice changes nothing."""
    get(conn, restriction_id)
    store.end(conn, restriction_id, now)
    after_commit_wake(conn, "dispatch")
    return get(conn, restriction_id)


@dataclass(frozen=True, slots=True)
class Turn:
    """A restriction whose begin or end was acted on only up to a request."""

    id: str
    rings: Sequence[Ring]
    begun: bool
    looked_to: str


def turn(conn: Connection, now: datetime) -> Turn | None:
    """The next restriction whose begin or end is to be acted on; nobody else gets it now."""
    row = store.turned(conn, now)
    return None if row is None else _turn(row)


def look_on(conn: Connection, turned: Turn, looked_to: str) -> None:
    """Whom the begin or the end changes was looked at up to a request; the rest is next."""
    store.look_on(conn, turned.id, looked_to)


def looked(conn: Connection, turned: Turn, *, now: datetime) -> None:
    """The begin was acted on, or, if that was before, the end."""
    store.looked(conn, turned.id, "over_at" if turned.begun else "begun_at", now)


def _turn(row: sa.Row[Any]) -> Turn:
    return Turn(row.id, row.area["coordinates"], row.begun_at is not None, row.looked_to)


def next_turn(conn: Connection) -> datetime | None:
    """When the next restriction begins or ends."""
    return store.next_turn(conn)


def _out(conn: Connection, row: sa.Row[Any], permits: frozenset[str]) -> RestrictionOut:
    names = RestrictionOut.model_fields.keys() - {"permits", "author"}
    person_id = store.person_of(conn, row.author_id)
    author = people.person(conn, person_id).name if person_id else ""
    kept = {name: getattr(row, name) for name in names}
    return RestrictionOut.model_validate({**kept, "permits": sorted(permits), "author": author})

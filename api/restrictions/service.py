"""Restrictions: made with a reason, listed, ended; none is ever changed or deleted."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from api.errors import NotFound
from api.restrictions import store
from api.restrictions.rules import Restriction
from api.restrictions.schemas import RestrictionIn, RestrictionOut


def create(conn: Connection, wanted: RestrictionIn, *, author_id: str, now: datetime) -> str:
    """Keeps a restriction; its id."""
    values = {
        "kind": wanted.kind,
        "area": wanted.area.model_dump(mode="json"),
        "reason": wanted.reason,
        "author_id": author_id,
        "from_at": wanted.from_at or now,
        "until_at": wanted.until_at,
    }
    return store.insert(conn, values, dict.fromkeys(wanted.permits), now)


def in_force(conn: Connection, now: datetime) -> list[Restriction]:
    """What matching has to respect now."""
    return [
        Restriction(row.id, row.kind, row.area["coordinates"], permits)
        for row, permits in store.in_force(conn, now)
    ]


def listed(conn: Connection, now: datetime) -> list[RestrictionOut]:
    """The restrictions that hold now or will."""
    return [_out(*found) for found in store.unended(conn, now)]


def get(conn: Connection, restriction_id: str) -> RestrictionOut:
    """A restriction; raises NotFound."""
    found = store.find(conn, restriction_id)
    if found is None:
        raise NotFound
    return _out(*found)


def end(conn: Connection, restriction_id: str, *, now: datetime) -> RestrictionOut:
    """Ends a restriction, from now on; raises NotFound. Ending it twice changes nothing."""
    get(conn, restriction_id)
    store.end(conn, restriction_id, now)
    return get(conn, restriction_id)


def _out(row: sa.Row[Any], permits: frozenset[str]) -> RestrictionOut:
    kept = {name: getattr(row, name) for name in RestrictionOut.model_fields if name != "permits"}
    return RestrictionOut.model_validate({**kept, "permits": sorted(permits)})

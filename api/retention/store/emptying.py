"""How something is forgotten: rows that served nothing else go, the others are emptied.

What stays of a request counts, and says nothing of anybody.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from api.database.tables.auth import tokens
from api.database.tables.calls import calls
from api.database.tables.inbound import inbound
from api.database.tables.notices import notices
from api.database.tables.people import addresses, alerts, blocked_pairs, consents, people
from api.database.tables.places import geocoded
from api.database.tables.recordings import recordings
from api.database.tables.requests import matches, requests
from api.database.tables.sessions import resume_codes, sessions
from api.database.tables.texts import texts
from api.retention.store.held import Test

EMPTY = b""
"""What stands in a sealed column that may not be NULL and was forgotten."""

Deed = Callable[[Connection, Test, datetime, int | None], int]
"""Forgets at most so many rows, the ones of a condition; how many."""


def _delete(table: sa.Table) -> Deed:
    def deed(conn: Connection, which: Test, _now: datetime, limit: int | None) -> int:
        key = next(iter(table.primary_key))
        some = sa.select(key).where(which).limit(limit)
        return conn.execute(table.delete().where(key.in_(some))).rowcount

    return deed


def _empty(table: sa.Table, name: str) -> Deed:
    def deed(conn: Connection, which: Test, _now: datetime, limit: int | None) -> int:
        return len(_emptied(conn, table, name, which, limit))

    return deed


def _emptied(
    conn: Connection, table: sa.Table, name: str, which: Test, limit: int | None
) -> list[str]:
    column = table.c[name]
    full = column.is_not(None) if column.nullable else column != EMPTY
    some = sa.select(table.c.id).where(which, full).limit(limit)
    nothing = None if column.nullable else EMPTY
    emptied = table.update().where(table.c.id.in_(some)).values({name: nothing})
    return list(conn.scalars(emptied.returning(table.c.id)))


def _strip_requests(conn: Connection, which: Test, _now: datetime, limit: int | None) -> int:
    """With the place goes what counting does not need, and what leads to a person's wire."""
    ids = _emptied(conn, requests, "place", which, limit)
    bare: dict[str, Any] = {"accommodations": [], "people": "", "asks": {}, "address_id": None}
    conn.execute(requests.update().where(requests.c.id.in_(ids)).values(bare))
    looks = matches.update().where(matches.c.request_id.in_(ids))
    conn.execute(looks.values(asked={}, lacking={}))
    return len(ids)


def _drop_addresses(conn: Connection, which: Test, now: datetime, limit: int | None) -> int:
    """An address becomes nobody's, and cannot be found by its words any more."""
    ids = _emptied(conn, addresses, "address", which, limit)
    nameless: dict[str, Any] = {
        "address_index": sa.literal("forgotten ") + sa.type_coerce(addresses.c.id, sa.Text),
        "person_id": None,
        "safe_contact": [],
        "manner": None,
        "dead_at": now,
    }
    conn.execute(addresses.update().where(addresses.c.id.in_(ids)).values(nameless))
    conn.execute(resume_codes.delete().where(resume_codes.c.address_id.in_(ids)))
    return len(ids)


def _drop_people(conn: Connection, which: Test, now: datetime, limit: int | None) -> int:
    """Of a person an id is left; the number goes by itself, the addresses too."""
    _emptied(conn, people, "name", which, limit)
    some = sa.select(people.c.id).where(which, people.c.erased_at.is_(None)).limit(limit)
    bare = {"language": "", "accommodations": [], "erased_at": now}
    dropped = people.update().where(people.c.id.in_(some)).values(bare)
    ids = list(conn.scalars(dropped.returning(people.c.id)))
    conn.execute(consents.delete().where(consents.c.person_id.in_(ids)))
    for side in (blocked_pairs.c.resident_id, blocked_pairs.c.volunteer_id):
        conn.execute(blocked_pairs.delete().where(side.in_(ids)))
    ended = tokens.update().where(tokens.c.person_id.in_(ids), tokens.c.revoked_at.is_(None))
    conn.execute(ended.values(revoked_at=now))
    return len(ids)


DEEDS: Mapping[tuple[str, str], Deed] = {
    ("people", "name"): _drop_people,
    ("people", "phone"): _empty(people, "phone"),
    ("people", "contact"): _empty(people, "contact"),
    ("people", "profile"): _empty(people, "profile"),
    ("addresses", "address"): _drop_addresses,
    ("alerts", "words"): _empty(alerts, "words"),
    ("alerts", "why"): _empty(alerts, "why"),
    ("alerts", "note"): _empty(alerts, "note"),
    ("requests", "place"): _strip_requests,
    ("requests", "details"): _empty(requests, "details"),
    ("requests", "remark"): _empty(requests, "remark"),
    ("calls", "note"): _empty(calls, "note"),
    ("sessions", "state"): _delete(sessions),
    ("inbound", "body"): _delete(inbound),
    ("texts", "words"): _delete(texts),
    ("recordings", "audio"): _delete(recordings),
    ("notices", "values"): _delete(notices),
    ("geocoded", "answer"): _delete(geocoded),
}

"""Groups made and changed by coordinators, and invites to them."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection

from api.database.private import vault
from api.errors import NotFound
from api.groups import store
from api.groups.rules import Exceptions
from api.groups.schemas import GroupChange, GroupIn, InviteIn, Service
from api.groups.store import Group
from api.people import service as people
from api.places.rules import to_wgs84
from api.vocabulary import Datum, Leaf, Mode

LETTERS = "ACDEFGHJKMNPQRTWXY34679"
"""No two of them look alike, written by hand or read in a hurry."""
CODE_LENGTH = 10


@dataclass(frozen=True, slots=True)
class Invited:
    """An invite's code, which is shown this once."""

    code: str
    expires_at: datetime


def create(conn: Connection, group: GroupIn, *, now: datetime) -> str:
    """Keeps a new group and gives its id; raises NotFound for an unknown leader."""
    _check_leader(conn, group)
    group_id = store.insert(conn, columns_of(group), now)
    store.set_services(conn, group_id, pairs_of(group.services))
    return group_id


def columns_of(group: GroupIn) -> dict[str, Any]:
    """A group as it is kept: where it is and helps in WGS-84, whatever map that was read from."""
    latitude, longitude = to_wgs84(group.latitude, group.longitude, group.datum)
    columns = _columns(group) | {
        "latitude": latitude,
        "longitude": longitude,
        "datum": Datum.WGS84,
        "time_zone": group.time_zone,
    }
    if group.area is not None and group.datum is not Datum.WGS84:
        columns["area"]["coordinates"] = [
            [to_wgs84(y, x, group.datum)[::-1] for x, y in ring] for ring in group.area.coordinates
        ]
    return columns


def change(conn: Connection, group_id: str, wanted: GroupChange, *, now: datetime) -> Group:
    """Changes a group; raises NotFound, also for an unknown leader."""
    _check_leader(conn, wanted)
    values = _columns(wanted)
    if wanted.paused_until is not None:
        values["paused_until"] = wanted.paused_until
    if wanted.closed is not None:
        values["closed_at"] = now if wanted.closed else None
    get(conn, group_id)
    if values:
        store.update(conn, group_id, values)
    if wanted.services is not None:
        store.set_services(conn, group_id, pairs_of(wanted.services))
    store.mark_freed(conn, group_id)
    return get(conn, group_id)


def _check_leader(conn: Connection, group: GroupIn | GroupChange) -> None:
    if group.leader_id is not None:
        people.person(conn, group.leader_id)


def _columns(group: GroupIn | GroupChange) -> dict[str, Any]:
    names = {"name", "radius_m", "area", "languages", "able", "talks_by", "hours", "exceptions",
             "capacity", "leader_id", "phone_only"}  # fmt: skip
    return group.model_dump(mode="json", include=names, exclude_none=True)


def exceptions_of(group: Group) -> Exceptions:
    """The days on which a group's hours are not those of the week, as the rules read them."""
    return tuple(
        (date.fromisoformat(day["on"]), tuple(map(tuple, day["hours"])))
        for day in group.exceptions
    )


def pairs_of(services: Iterable[Service]) -> set[tuple[Leaf, Mode]]:
    """What somebody does, as it is kept."""
    return {(service.leaf, service.mode) for service in services}


def get(conn: Connection, group_id: str) -> Group:
    """A group; raises NotFound."""
    group = store.find(conn, group_id)
    if group is None:
        raise NotFound
    return group


def invite(
    conn: Connection, group_id: str, wanted: InviteIn, *, by: str | None = None, now: datetime
) -> Invited:
    """A new invite to a group; only a keyed digest of its code is kept. Raises NotFound."""
    get(conn, group_id)
    code = "".join(secrets.choice(LETTERS) for _ in range(CODE_LENGTH))
    expires_at = now + timedelta(days=wanted.days)
    row = {
        "group_id": group_id,
        "code_index": code_index(conn, code),
        "created_by": by,
        "expires_at": expires_at,
        "uses_left": wanted.uses,
        "role": wanted.role,
    }
    store.add_invite(conn, row, now)
    return Invited(code, expires_at)


def code_index(conn: Connection, code: str) -> str:
    """Spaces and strokes, which help people to read a code, do not matter."""
    return vault(conn).blind_index("invite", "".join(filter(str.isalnum, code)))

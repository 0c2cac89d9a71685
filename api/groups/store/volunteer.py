"""The SQL of volunteers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from api.database.ids import new_id
from api.database.prepared import Prepared
from api.database.tables.groups import groups, volunteers
from api.database.tables.people import addresses, blocked_pairs
from api.vocabulary import Accommodation, Need


@dataclass(frozen=True, slots=True)
class Volunteer:
    """A volunteer of a group, as enrolled."""

    id: str
    group_id: str
    person_id: str
    services: Sequence[Need]
    how: Sequence[str]
    languages: Sequence[str]
    able: Sequence[Accommodation]
    hours: Sequence[str]
    takes_calls: Sequence[str]
    paused_until: datetime | None
    asked_at: datetime | None
    joined_at: datetime


VOLUNTEER = tuple(volunteers.c[name] for name in Volunteer.__slots__)
ACTIVE = volunteers.c.left_at.is_(None)
TAKES_CALLS = volunteers.c.takes_calls != []


def volunteers_of(
    conn: Connection, group_ids: Iterable[str], *, reachable: bool = False
) -> list[Volunteer]:
    """The volunteers of some groups who have not left; `reachable`: who have a living address."""
    which: list[sa.ColumnElement[bool]] = [volunteers.c.group_id.in_(list(group_ids)), ACTIVE]
    if reachable:
        theirs = addresses.c.person_id == volunteers.c.person_id
        which.append(sa.exists().where(theirs, addresses.c.dead_at.is_(None)))
    query = sa.select(*VOLUNTEER).where(*which).order_by(volunteers.c.id)
    return [Volunteer(*row) for row in conn.execute(query)]


MEMBERSHIPS = Prepared(
    sa.select(*VOLUNTEER)
    .where(volunteers.c.person_id == sa.bindparam("of_person"), ACTIVE)
    .order_by(volunteers.c.id)
)
"""Built once: it is asked at every turn, and building costs several times what running does."""


def memberships(conn: Connection, person_id: str) -> list[Volunteer]:
    """In which groups somebody is a volunteer."""
    return [Volunteer(*tuple(row)) for row in MEMBERSHIPS.all(conn, {"of_person": person_id})]


def join(
    conn: Connection, group_id: str, person_id: str, values: Mapping[str, Any], now: datetime
) -> None:
    """Somebody is a volunteer of the group, as they say now; who had left comes back."""
    mine = sa.and_(volunteers.c.group_id == group_id, volunteers.c.person_id == person_id)
    again = volunteers.update().where(mine).values(**values, left_at=None, paused_until=None)
    if conn.execute(again).rowcount:
        return
    row = {"group_id": group_id, "person_id": person_id, "joined_at": now, **values}
    conn.execute(volunteers.insert().values(id=new_id(now), **row))


def callers(conn: Connection) -> list[tuple[Volunteer, str]]:
    """Everybody who takes calls, and the time zone of their group; of open groups only."""
    query = (
        sa.select(*VOLUNTEER, groups.c.time_zone)
        .join(groups, groups.c.id == volunteers.c.group_id)
        .where(ACTIVE, TAKES_CALLS, groups.c.closed_at.is_(None))
        .order_by(volunteers.c.id)
    )
    return [(Volunteer(*row[:-1]), row[-1]) for row in conn.execute(query)]


def has_callers(conn: Connection) -> bool:
    """Whether anybody takes calls."""
    return conn.scalar(sa.select(sa.exists().where(ACTIVE, TAKES_CALLS))) is True


def change_volunteer(
    conn: Connection, person_id: str, values: Mapping[str, Any], group_id: str | None = None
) -> int:
    """Changes what somebody is as a volunteer, in one group or in all; in how many."""
    which = [volunteers.c.person_id == person_id, ACTIVE]
    if group_id is not None:
        which.append(volunteers.c.group_id == group_id)
    return conn.execute(volunteers.update().where(*which).values(**values)).rowcount


BLOCKED = Prepared(
    sa.select(blocked_pairs.c.volunteer_id).where(
        blocked_pairs.c.resident_id == sa.bindparam("of_person")
    )
)


def blocked_with(conn: Connection, resident_id: str) -> frozenset[str]:
    """The people who are kept apart from a resident."""
    return frozenset(row.volunteer_id for row in BLOCKED.all(conn, {"of_person": resident_id}))

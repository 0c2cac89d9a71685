"""The SQL of groups and what they do."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from api.database.engine import after_commit_wake, insert_ignore
from api.database.ids import new_id
from api.database.prepared import Prepared
from api.database.tables.backlog import freed_groups, waits
from api.database.tables.groups import group_services, groups, volunteers
from api.database.tables.people import addresses
from api.vocabulary import Accommodation, Leaf, Mode


@dataclass(frozen=True, slots=True)
class Group:
    """A group with its services; `area` is a GeoJSON polygon."""

    id: str
    ref: str | None
    name: str
    latitude: float
    longitude: float
    radius_m: int
    area: Mapping[str, Any] | None
    languages: Sequence[str]
    able: Sequence[Accommodation]
    talks_by: Sequence[str]
    hours: Sequence[tuple[int, int, int]]
    exceptions: Sequence[Mapping[str, Any]]
    time_zone: str
    capacity: int
    load: int
    paused_until: datetime | None
    leader_id: str | None
    phone_only: bool
    asked_at: datetime | None
    closed_at: datetime | None
    services: frozenset[tuple[Leaf, Mode]]


GROUP = tuple(groups.c[name] for name in Group.__slots__ if name != "services")
SERVICE = (group_services.c.group_id, group_services.c.leaf, group_services.c.mode)


def insert(conn: Connection, values: Mapping[str, Any], now: datetime) -> str:
    """A new group's id."""
    group_id = new_id(now)
    conn.execute(groups.insert().values(id=group_id, created_at=now, **values))
    after_commit_wake(conn, "groups")
    return group_id


def update(conn: Connection, group_id: str, values: Mapping[str, Any]) -> bool:
    """Changes columns of a group; whether there is such a group."""
    after_commit_wake(conn, "groups")
    changed = groups.update().where(groups.c.id == group_id).values(**values)
    return conn.execute(changed).rowcount == 1


def set_services(conn: Connection, group_id: str, services: Collection[tuple[Leaf, Mode]]) -> None:
    """What the group does, instead of what it did."""
    conn.execute(group_services.delete().where(group_services.c.group_id == group_id))
    rows = [{"group_id": group_id, "leaf": leaf, "mode": mode} for leaf, mode in services]
    if rows:
        conn.execute(group_services.insert(), rows)
    after_commit_wake(conn, "groups")


def find(conn: Connection, group_id: str) -> Group | None:
    """A group, closed or not."""
    return next(iter(_groups(conn, groups.c.id == group_id)), None)


def open_groups(conn: Connection) -> list[Group]:
    """Every group that is not closed, in the order of their ids."""
    return _groups(conn, groups.c.closed_at.is_(None))


def open_after(conn: Connection, group_id: str, limit: int) -> list[Group]:
    """So many open groups whose ids come after one, in their order."""
    page = (
        sa.select(groups.c.id)
        .where(groups.c.closed_at.is_(None), groups.c.id > group_id)
        .order_by(groups.c.id)
        .limit(limit)
    )
    return _groups(conn, groups.c.id.in_(page.scalar_subquery()))


ONE = sa.bindparam("one", type_=sa.Text)
THE_GROUP = Prepared(sa.select(*GROUP).where(groups.c.id == ONE))
ITS_SERVICES = Prepared(sa.select(*SERVICE).where(group_services.c.group_id == ONE))


def some(conn: Connection, group_ids: Collection[str]) -> list[Group]:
    """The groups of these ids that there are, closed or not, in the order of their ids."""
    if len(group_ids) > 1:
        return _groups(conn, groups.c.id.in_(list(group_ids)))
    one = {"one": next(iter(group_ids), "")}  # as after most claims: prepared, it costs a third
    return _joined(THE_GROUP.all(conn, one), ITS_SERVICES.all(conn, one))


def _groups(conn: Connection, which: sa.ColumnElement[bool]) -> list[Group]:
    joined = group_services.join(groups, groups.c.id == group_services.c.group_id)
    services: list[sa.Row[Any]] = []
    services += conn.execute(sa.select(*SERVICE).select_from(joined).where(which))
    rows = conn.execute(sa.select(*GROUP).where(which).order_by(groups.c.id)).all()
    return _joined(rows, services)


def _joined(rows: Sequence[sa.Row[Any]], services: Sequence[sa.Row[Any]]) -> list[Group]:
    does: dict[str, set[tuple[Leaf, Mode]]] = {}
    for does_it in services:
        does.setdefault(does_it.group_id, set()).add((does_it.leaf, does_it.mode))
    return [Group(**row._asdict(), services=frozenset(does.get(row.id, ()))) for row in rows]


def like(conn: Connection, refs: Collection[str], names: Collection[str]) -> list[Group]:
    """The groups that files call so, and those of no file with such a name; closed ones too."""
    of_no_file = sa.and_(groups.c.ref.is_(None), groups.c.name.in_(list(names)))
    return _groups(conn, sa.or_(groups.c.ref.in_(list(refs)), of_no_file))


def insert_all(
    conn: Connection,
    rows: Sequence[Mapping[str, Any]],
    services: Sequence[Collection[tuple[Leaf, Mode]]],
    now: datetime,
) -> list[str]:
    """The ids of new groups; each row has the same columns, and its services beside it."""
    ids = [new_id(now) for _ in rows]
    whole = [{"id": id_, "created_at": now, **row} for id_, row in zip(ids, rows, strict=True)]
    does = [
        {"group_id": id_, "leaf": leaf, "mode": mode}
        for id_, pairs in zip(ids, services, strict=True)
        for leaf, mode in pairs
    ]
    for table, found in ((groups, whole), (group_services, does)):
        if found:
            conn.execute(table.insert(), found)
    after_commit_wake(conn, "groups")
    return ids


def led_by(conn: Connection, person_id: str) -> list[Group]:
    """The groups somebody leads, closed or not."""
    return _groups(conn, groups.c.leader_id == person_id)


def stop_leading(conn: Connection, person_id: str) -> None:
    """Somebody leads no group any more."""
    led = groups.c.leader_id == person_id
    conn.execute(groups.update().where(led).values(leader_id=None))


TAKE_PLACE = Prepared(
    groups.update()
    .where(groups.c.id == ONE, groups.c.load < groups.c.capacity)
    .values(load=groups.c.load + 1)
    .returning(groups.c.load)
)


def take_place(conn: Connection, group_id: str) -> bool:
    """One task more, if the group has a place left: decided in one statement."""
    after_commit_wake(conn, "groups")
    return TAKE_PLACE.first(conn, {"one": group_id}) is not None


def free_place(conn: Connection, group_id: str) -> None:
    """One task less."""
    held = sa.and_(groups.c.id == group_id, groups.c.load > 0)
    conn.execute(groups.update().where(held).values(load=groups.c.load - 1))
    after_commit_wake(conn, "groups")
    mark_freed(conn, group_id)


ANYBODY_WAITS = Prepared(sa.select(waits.c.request_id).where(waits.c.looks > 0).limit(1))


def mark_freed(conn: Connection, group_id: str) -> None:
    """The group may be asked for more than before: the worker looks who waits for that, if any."""
    if ANYBODY_WAITS.first(conn, {}) is None:
        return
    if insert_ignore(conn, freed_groups, {"group_id": group_id}, ["group_id"]):
        after_commit_wake(conn, "dispatch")


def mark_asked(conn: Connection, group_id: str, person_id: str | None, now: datetime) -> None:
    """An offer went to the group, and to this volunteer: who was asked longest ago is next."""
    after_commit_wake(conn, "groups")
    conn.execute(groups.update().where(groups.c.id == group_id).values(asked_at=now))
    mine = sa.and_(volunteers.c.group_id == group_id, volunteers.c.person_id == person_id)
    if person_id is not None:
        conn.execute(volunteers.update().where(mine).values(asked_at=now))


def chats_of(conn: Connection, group_ids: Iterable[str]) -> dict[str, str]:
    """The living group chat's address of each group that has one."""
    living = sa.and_(addresses.c.group_id.in_(list(group_ids)), addresses.c.dead_at.is_(None))
    query = sa.select(addresses.c.group_id, addresses.c.id).where(living)
    return {row.group_id: row.id for row in conn.execute(query)}

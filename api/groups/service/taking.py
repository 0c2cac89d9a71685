"""Groups of a file taken in: new ones made, known ones changed, the others left as they are.

A group is known again by its `ref`; one without a ref by its name and place, to about a metre.
What the file does not say of a known group stays: its load, its pause, its leader, whether it is
closed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from api.errors import NotFound, Refusal
from api.groups import store
from api.groups.schemas import GroupRow, GroupsTaken
from api.groups.service.group import columns_of, pairs_of
from api.groups.store import Group
from api.people import service as people

DIGITS = 5
"""Of a degree: one of them is about a metre."""

Key = tuple[str, float, float] | str
"""What a group is known by: its ref, or its name and place."""


class GroupsRefused(Refusal):
    """Some of the groups cannot be taken; none of this batch was."""

    code = "groups_refused"
    status = 422
    detail = "Nothing was taken. `errors` names the group and the field of each mistake."


def take(
    conn: Connection, rows: Sequence[GroupRow], *, now: datetime, dry_run: bool = False
) -> GroupsTaken:
    """How many groups are new, changed and unchanged; raises GroupsRefused."""
    wanted = [_columns(row) for row in rows]
    mistakes = [*_twice(wanted), *_unknown_leaders(conn, rows)]
    if mistakes:
        raise GroupsRefused(mistakes)
    refs = {row.ref for row in rows if row.ref is not None}
    known = {_key(_kept(one)): one for one in store.like(conn, refs, {row.name for row in rows})}
    pairs = [pairs_of(row.services) for row in rows]
    new = [n for n, columns in enumerate(wanted) if _key(columns) not in known]
    changed = [
        (n, known[key])
        for n, columns in enumerate(wanted)
        if (key := _key(columns)) in known and _differs(known[key], columns, pairs[n])
    ]
    if not dry_run:
        made = store.insert_all(conn, [wanted[n] for n in new], [pairs[n] for n in new], now)
        for n, group in changed:
            store.update(conn, group.id, _said(wanted[n]))
            store.set_services(conn, group.id, pairs[n])
        for group_id in (*made, *(group.id for _, group in changed)):
            store.mark_freed(conn, group_id)
    unchanged = len(rows) - len(new) - len(changed)
    return GroupsTaken(new=len(new), changed=len(changed), unchanged=unchanged)


def _columns(row: GroupRow) -> dict[str, Any]:
    """All columns a file speaks of, also those it leaves empty, so that rows are alike."""
    return {"area": None, "leader_id": None, **columns_of(row), "ref": row.ref}


def _said(columns: Mapping[str, Any]) -> dict[str, Any]:
    """What a file changes: a leader it does not name stays who it is."""
    return {name: value for name, value in columns.items() if name != "leader_id" or value}


def _kept(group: Group) -> dict[str, Any]:
    return {name: getattr(group, name) for name in ("ref", "name", "latitude", "longitude")}


def _key(columns: Mapping[str, Any]) -> Key:
    if columns["ref"] is not None:
        return str(columns["ref"])
    place = round(columns["latitude"], DIGITS), round(columns["longitude"], DIGITS)
    return (str(columns["name"]), *place)


def _differs(group: Group, columns: Mapping[str, Any], pairs: set[Any]) -> bool:
    if group.services != pairs:
        return True
    told = (name for name in _said(columns) if name != "datum")
    return any(_plain(getattr(group, name)) != _plain(columns[name]) for name in told)


def _plain(value: object) -> object:
    """Tuples and lists are the same to JSON."""
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if isinstance(value, Mapping):
        return {name: _plain(one) for name, one in value.items()}
    return value


def _twice(wanted: Sequence[Mapping[str, Any]]) -> Iterator[dict[str, str]]:
    seen: set[Key] = set()
    for number, columns in enumerate(wanted):
        if (key := _key(columns)) in seen:
            field = "ref" if columns["ref"] is not None else "name"
            yield {"field": f"groups.{number}.{field}", "accepted": "each group once"}
        seen.add(key)


def _unknown_leaders(conn: Connection, rows: Sequence[GroupRow]) -> Iterator[dict[str, str]]:
    for number, row in enumerate(rows):
        try:
            if row.leader_id is not None:
                people.person(conn, row.leader_id)
        except NotFound:
            field = f"groups.{number}.leader_id"
            yield {"field": field, "accepted": "the id of a person who is known here"}

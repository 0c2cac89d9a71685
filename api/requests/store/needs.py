"""The SQL of needs: how far each is, and the two parts of one that is helped by a relay."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy import Connection

from api.database.ids import new_id
from api.database.prepared import Prepared
from api.database.tables.requests import offer_needs, request_needs
from api.vocabulary import Leaf, Part, RequestStatus

Parts = Mapping[tuple[Leaf, Part], RequestStatus]
"""How far each part of each leaf is; most leaves are one whole."""

INSERT_NEED = Prepared(request_needs.insert())
NEEDS = sa.select(
    request_needs.c.request_id, request_needs.c.leaf, request_needs.c.part, request_needs.c.status
).where(request_needs.c.request_id.in_(sa.bindparam("request_ids", expanding=True)))
GOING = (RequestStatus.OPEN, RequestStatus.OFFERED, RequestStatus.TAKEN)


def insert_needs(
    conn: Connection, request_id: str, leaves: Iterable[Leaf], now: datetime
) -> dict[tuple[Leaf, Part], RequestStatus]:
    """The needs of a new request, all open and whole."""
    needs = {(leaf, Part.WHOLE): RequestStatus.OPEN for leaf in leaves}
    of_it = {"request_id": request_id, "status": RequestStatus.OPEN, "part": Part.WHOLE}
    for leaf, _ in needs:
        INSERT_NEED.changed(conn, {**of_it, "id": new_id(now), "leaf": leaf})
    return needs


def parts_of(conn: Connection, request_ids: Sequence[str]) -> dict[str, Parts]:
    """The needs of each of these requests, part by part."""
    found: dict[str, dict[tuple[Leaf, Part], RequestStatus]] = {one: {} for one in request_ids}
    for row in conn.execute(NEEDS, {"request_ids": request_ids}) if request_ids else ():
        found[row.request_id][row.leaf, row.part] = row.status
    return dict(found)


def whole(parts: Parts) -> dict[Leaf, RequestStatus]:
    """How far each leaf is as a whole: as its least advanced part, else as it was carried."""
    found: dict[Leaf, list[RequestStatus]] = {}
    for (leaf, _), status in sorted(parts.items()) if len(parts) > 1 else parts.items():
        found.setdefault(leaf, []).append(status)
    return {leaf: _together(found[leaf]) for leaf in Leaf if leaf in found}


def _together(statuses: Sequence[RequestStatus]) -> RequestStatus:
    """Of bring and carry, in this order."""
    return next((status for status in GOING if status in statuses), statuses[-1])


def move_needs(
    conn: Connection,
    request_id: str,
    to: RequestStatus,
    before: Collection[RequestStatus],
    leaves: Collection[Leaf] | None,
    part: Part | None = None,
) -> int:
    """Gives needs a status, those of some leaves that have one of `before`; how many had."""
    which = [request_needs.c.request_id == request_id, request_needs.c.status.in_(before)]
    if leaves is not None:
        which.append(request_needs.c.leaf.in_(leaves))
    if part is not None:
        which.append(request_needs.c.part == part)
    return conn.execute(request_needs.update().where(*which).values(status=to)).rowcount


def statuses(conn: Connection, request_id: str) -> Sequence[RequestStatus]:
    """How far the needs of a request are, each as a whole."""
    return list(whole(parts_of(conn, [request_id])[request_id]).values())


def split(conn: Connection, request_id: str, leaves: Collection[Leaf], now: datetime) -> None:
    """These whole needs, which wait, are brought by one and carried by another from now on."""
    mine = sa.and_(
        request_needs.c.request_id == request_id,
        request_needs.c.leaf.in_(leaves),
        request_needs.c.part == Part.WHOLE,
    )
    changed = request_needs.update().where(mine).values(part=Part.BRING)
    rest = {"request_id": request_id, "part": Part.CARRY, "status": RequestStatus.OPEN}
    for leaf in conn.scalars(changed.returning(request_needs.c.leaf)).all():
        INSERT_NEED.changed(conn, {**rest, "id": new_id(now), "leaf": leaf})


def rejoin(conn: Connection, request_id: str, leaves: Collection[Leaf]) -> None:
    """These needs are one whole again, as far as they were brought; their offers stay known."""
    rows = conn.execute(
        sa.select(request_needs.c.id, request_needs.c.leaf, request_needs.c.part).where(
            request_needs.c.request_id == request_id, request_needs.c.leaf.in_(leaves)
        )
    ).all()
    kept = {row.leaf: row.id for row in rows if row.part is Part.BRING}
    for row in rows:
        if row.part is Part.CARRY and row.leaf in kept:
            mine = offer_needs.c.request_need_id == row.id
            conn.execute(offer_needs.update().where(mine).values(request_need_id=kept[row.leaf]))
            conn.execute(request_needs.delete().where(request_needs.c.id == row.id))
    whole_again = request_needs.update().where(request_needs.c.id.in_(list(kept.values())))
    conn.execute(whole_again.values(part=Part.WHOLE))

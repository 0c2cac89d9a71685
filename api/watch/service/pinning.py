"""Coordinators' own canaries: made, tried at once, listed, ended."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from api.errors import NotFound, Refusal
from api.places.rules import cell
from api.settings import Settings
from api.vocabulary import Loss
from api.watch.rules.areas import Area
from api.watch.schemas import CanaryIn, CanaryList, CanaryOut
from api.watch.service.looking import area, area_at
from api.watch.service.trying import check, end_alarm
from api.watch.store import canaries as store

SHOWN = 200


class PlaceUnknown(Refusal):
    """Nobody knows where a canary is to be tried."""

    code = "place_unknown"
    status = 422
    detail = "Name a place of the gazetteer, or give latitude and longitude."


def pin(
    conn: Connection, wanted: CanaryIn, *, author_id: str, settings: Settings, now: datetime
) -> str:
    """A new canary, tried at once; its id. Raises PlaceUnknown."""
    where = _where(conn, wanted)
    values = {
        "area": where.name,
        "latitude": where.point[0],
        "longitude": where.point[1],
        "leaf": wanted.leaf,
        "accommodations": [one.value for one in dict.fromkeys(wanted.accommodations)],
        "language": wanted.language or "",
        "urgency": wanted.urgency,
        "pinned": True,
        "created_by": author_id,
    }
    canary_id = store.add(conn, values, now)
    check(conn, _found(conn, canary_id), settings=settings, now=now, looked_from=now)
    return canary_id


def _where(conn: Connection, wanted: CanaryIn) -> Area:
    if wanted.latitude is not None and wanted.longitude is not None:
        return area_at(conn, cell((wanted.latitude, wanted.longitude)))
    known = area(conn, wanted.place) if wanted.place else None
    if known is None:
        raise PlaceUnknown
    return known


def end(conn: Connection, canary_id: str, *, now: datetime) -> CanaryOut:
    """A canary is tried no more, and its alarm is over; raises NotFound."""
    if _found(conn, canary_id).ended_at is None:
        store.change(conn, canary_id, {"ended_at": now})
        end_alarm(conn, canary_id, now=now, quietly=True)
    return shown(conn, canary_id)


def shown(conn: Connection, canary_id: str) -> CanaryOut:
    """A canary; raises NotFound."""
    return _out(_found(conn, canary_id))


def listed(conn: Connection) -> CanaryList:
    """The canaries that are tried every night."""
    items = [_out(row) for row in store.listed(conn, SHOWN)]
    count, _ = store.count_lost(conn)
    return CanaryList(items=items, further=count - len(items))


def _found(conn: Connection, canary_id: str) -> sa.Row[Any]:
    row = store.find(conn, canary_id)
    if row is None:
        raise NotFound
    return row


def _out(row: sa.Row[Any]) -> CanaryOut:
    kept = {name: getattr(row, name) for name in CanaryOut.model_fields if name != "losses"}
    losses = {Loss(code): count for code, count in row.losses.items()}
    return CanaryOut.model_validate({**kept, "losses": losses})

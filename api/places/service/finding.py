"""Places found by near names, in memory; what another process changed is noticed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from api.database.ids import new_id
from api.places import rules, store
from api.places.index import Index, Spot
from api.places.schemas import PlaceFound, PlaceIn, PlaceSearch, PlacesFound

NAMES_A_CELL_WITHIN_M = 400.0
"""From the middle of a cell of 500 m by 500 m to its corner it is 354 m."""

_indexes: dict[store.Stamp, Index] = {}
"""The one index of this process, under the state of the table it was made from."""


def search(conn: Connection, wanted: PlaceSearch) -> PlacesFound:
    """Places whose name is near the words, best first; none when nothing is near."""
    found = _index(conn).search(wanted.query, wanted.limit)
    return PlacesFound(
        places=[
            PlaceFound(
                id=each.spot.id,
                name=each.spot.name,
                latitude=each.spot.latitude,
                longitude=each.spot.longitude,
                score=each.score,
            )
            for each in found
        ]
    )


def nearest_name(conn: Connection, latitude: float, longitude: float) -> str:
    """The name to show of about where a WGS-84 point is; "" when no named place is near.

    The place nearest to the middle of the point's cell: so a name says no more than the cell.
    """
    middle = rules.cell((latitude, longitude))
    spot = _index(conn).nearest(middle, NAMES_A_CELL_WITHIN_M)
    return spot.name if spot else ""


def replace(conn: Connection, places: Sequence[PlaceIn], *, now: datetime) -> int:
    """The gazetteer has these places and no other; how many."""
    store.clear(conn)
    return add(conn, places, now=now)


def add(conn: Connection, places: Sequence[PlaceIn], *, now: datetime) -> int:
    """Add places to the gazetteer; how many. GCJ-02 is converted to WGS-84."""
    store.add(conn, [_row(place, now) for place in places])
    return len(places)


def _row(place: PlaceIn, now: datetime) -> dict[str, Any]:
    latitude, longitude = rules.to_wgs84(place.latitude, place.longitude, place.datum)
    return {
        "id": new_id(now),
        "name": place.name,
        "aliases": list(place.aliases),
        "latitude": latitude,
        "longitude": longitude,
        "datum": place.datum,
    }


def _index(conn: Connection) -> Index:
    stamp = store.stamp(conn)
    index = _indexes.get(stamp)
    if index is None:
        index = Index(_spot(row) for row in store.everything(conn))
        _indexes.clear()
        _indexes[stamp] = index
    return index


def _spot(row: sa.Row[Any]) -> Spot:
    return Spot(row.id, row.name, tuple(row.aliases), row.latitude, row.longitude)

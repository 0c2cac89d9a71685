"""The two datums of China: where maps show GCJ-02, and the way back to what phones say.

The rectangle that the conversion itself calls China reaches from Almaty to Sapporo and down to
Borneo: there, and in Hong Kong, Macau and Taiwan, maps show WGS-84, and a shift would be a mistake
of some 500 m. So a boundary decides, drawn in `api/places/gcj02.geojson`: its source and how
exact it is are said there.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from functools import cache
from importlib import resources
from itertools import pairwise

import eviltransform

from api.places.rules.measuring import Point
from api.vocabulary import Datum

SOUTH, NORTH, WEST, EAST = 15.0, 54.0, 73.0, 135.5
"""Degrees around all of the boundary: outside of them nothing needs to be looked at."""

Edge = tuple[float, float, float, float]
"""From longitude and latitude, to longitude and latitude."""


def to_wgs84(latitude: float, longitude: float, datum: Datum) -> Point:
    """The point in WGS-84, whatever datum its map had; rounded to about a decimetre."""
    if datum is Datum.WGS84 or not shows_gcj02(latitude, longitude):
        return latitude, longitude
    exact = eviltransform.gcj2wgs_exact(latitude, longitude)
    return round(exact[0], 6), round(exact[1], 6)


def shows_gcj02(latitude: float, longitude: float) -> bool:
    """Whether a Chinese map shows GCJ-02 at a point: in the mainland, and on the sea at its coast.

    A ray to the east crosses the boundary, with its holes, an odd number of times.
    """
    if not (SOUTH <= latitude <= NORTH and WEST <= longitude <= EAST):
        return False
    inside = False
    for x1, y1, x2, y2 in _edges().get(math.floor(latitude), ()):
        if (y1 > latitude) != (y2 > latitude):
            inside ^= longitude < x1 + (latitude - y1) * (x2 - x1) / (y2 - y1)
    return inside


@cache
def _edges() -> Mapping[int, tuple[Edge, ...]]:
    """The edges of the boundary by each whole degree of latitude they touch."""
    text = (resources.files("api.places") / "gcj02.geojson").read_text(encoding="utf-8")
    bands: dict[int, list[Edge]] = {}
    for polygon in json.loads(text)["geometry"]["coordinates"]:
        for ring in polygon:
            for (x1, y1), (x2, y2) in pairwise(ring):
                for degree in range(math.floor(min(y1, y2)), math.floor(max(y1, y2)) + 1):
                    bands.setdefault(degree, []).append((x1, y1, x2, y2))
    return {degree: tuple(edges) for degree, edges in bands.items()}

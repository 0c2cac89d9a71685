"""Where things are: distances, polygons, and cells of about 500 m.

Latitudes and longitudes are WGS-84 degrees, distances metres, unless a name says otherwise.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

Point = tuple[float, float]
"""Latitude, longitude."""
Ring = Sequence[Sequence[float]]
"""Corners as GeoJSON has them: longitude, latitude; the first is also the last."""

EQUATOR_M = 6378137.0
FLATTENING = 1 / 298.257223563
SQUARED = FLATTENING * (2 - FLATTENING)
"""Equatorial radius, flattening and squared eccentricity of the WGS-84 ellipsoid."""

CELL_DEGREES = 0.0045
"""500 m of latitude."""

CORNERS = 64
"""Of a circle: at most 0.12 % of its radius is lost between two."""


class Ruler:
    """Measures around one latitude, by the cheap-ruler formula.

    Local scale of the ellipsoid (A. Agafonkin, "Fast geodesic approximations with Cheap Ruler",
    2016): off by less than 0.001 % within a city.
    """

    __slots__ = ("per_latitude", "per_longitude")

    def __init__(self, latitude: float) -> None:
        cosine = math.cos(math.radians(latitude))
        squared = 1 / (1 - SQUARED * (1 - cosine * cosine))
        degree = math.radians(EQUATOR_M)
        self.per_longitude = degree * math.sqrt(squared) * cosine
        self.per_latitude = degree * math.sqrt(squared) * squared * (1 - SQUARED)

    def metres(self, a: Point, b: Point) -> float:
        """The distance of two points in a straight line, the short way round the globe."""
        across = (a[1] - b[1] + 180) % 360 - 180
        return math.hypot((a[0] - b[0]) * self.per_latitude, across * self.per_longitude)


def distance_m(a: Point, b: Point) -> float:
    """The distance of two points, measured at the latitude between them."""
    return Ruler((a[0] + b[0]) / 2).metres(a, b)


def circle(middle: Point, metres: float) -> Ring:
    """A ring of `CORNERS` corners around a point, as GeoJSON has it; it lies within the circle."""
    ruler = Ruler(middle[0])
    turns = [math.tau * corner / CORNERS for corner in range(CORNERS)]
    corners = [
        (
            round(middle[1] + metres * math.cos(turn) / ruler.per_longitude, 6),
            round(middle[0] + metres * math.sin(turn) / ruler.per_latitude, 6),
        )
        for turn in turns
    ]
    return [*corners, corners[0]]


def inside_ring(latitude: float, longitude: float, ring: Ring) -> bool:
    """Whether a point is inside a ring: a ray to the east crosses it an odd number of times."""
    inside = False
    for (x1, y1, *_), (x2, y2, *_) in pairwise(ring):
        if (y1 > latitude) != (y2 > latitude):
            crossing = x1 + (latitude - y1) * (x2 - x1) / (y2 - y1)
            inside ^= longitude < crossing
    return inside


def inside(point: Point, rings: Sequence[Ring]) -> bool:
    """Whether a point is inside a polygon: in its first ring and in none of its holes."""
    outer, *holes = rings
    return inside_ring(*point, outer) and not any(inside_ring(*point, hole) for hole in holes)


def cell(point: Point) -> Point:
    """The middle of the point's cell of about 500 m by 500 m: all that an offer may show."""
    row = math.floor(point[0] / CELL_DEGREES)
    latitude = (row + 0.5) * CELL_DEGREES
    width = CELL_DEGREES / max(math.cos(math.radians(latitude)), 0.01)
    return round(latitude, 5), round((math.floor(point[1] / width) + 0.5) * width, 5)


def cell_name(point: Point) -> str:
    """The name of a point's cell where no named place is known: its middle, to about 100 m."""
    latitude, longitude = cell(point)
    return f"{latitude:.3f}, {longitude:.3f}"

"""How far a group comes: a bound for whole branches, never shorter than the rule allows."""

from __future__ import annotations

from api.matching.rules import Able
from api.places.rules import Ring, Ruler

HALF_ROUND = 180
ROUNDING = 1 + 1e-6
INCH_M = 0.03


def reach_of(able: Able) -> float:
    """The square of how far from its place a group may cover a point, in metres.

    Measured at the point's own latitude, as the rules do. 0 for who helps from afar only.
    """
    if not able.in_person:
        return 0.0
    far = max(0.0, able.radius_m) if able.area is None else _farthest(able, able.area[0])
    return float((far * ROUNDING + INCH_M) ** 2)


def _farthest(able: Able, ring: Ring) -> float:
    """To the corners of the box around a polygon: nothing outside of it is inside the polygon."""
    latitude, longitude = able.point
    ups, rights = [corner[1] for corner in ring], [corner[0] for corner in ring]
    south, north = min(ups, default=latitude), max(ups, default=latitude)
    up = max(abs(latitude - south), abs(north - latitude))
    across = max((abs(longitude - right) for right in rights), default=0.0)
    equatorward = 0.0 if south <= 0 <= north else min(abs(south), abs(north))
    poleward = max(abs(south), abs(north))
    tall = up * Ruler(poleward).per_latitude
    wide = min(across, HALF_ROUND) * Ruler(equatorward).per_longitude
    return float((tall**2 + wide**2) ** 0.5)

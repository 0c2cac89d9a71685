"""What is decided about places: distances, cells, the datum; answers of geocoders in `answers`."""

from api.places.rules.datum import shows_gcj02, to_wgs84
from api.places.rules.measuring import (
    Point,
    Ring,
    Ruler,
    cell,
    cell_name,
    circle,
    distance_m,
    inside,
    inside_ring,
)

__all__ = [
    "Point",
    "Ring",
    "Ruler",
    "cell",
    "cell_name",
    "circle",
    "distance_m",
    "inside",
    "inside_ring",
    "shows_gcj02",
    "to_wgs84",
]

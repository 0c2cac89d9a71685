"""What goes out to a geocoder, and what of its answer is taken: all bounded, nothing trusted.

Shapes: Nominatim's `/search?format=jsonv2` (nominatim.org/release-docs/latest/api/Output) and
Photon's `/api` (github.com/komoot/photon), a GeoJSON FeatureCollection.
"""

from __future__ import annotations

import json
import math
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from api.places.rules.datum import to_wgs84
from api.places.rules.measuring import Point
from api.vocabulary import Datum

MOST = 5
"""Places of one answer: a menu has no more options."""
LONGEST_NAME = 60
"""Letters of a name: it must fit a message and be listened to."""
LONGEST_WORDS = 200
FEWEST_LETTERS = 3
NOT_OF_A_PLACE = re.compile(r"\S+@\S+|https?://\S+|\+?\d(?:[\s().-]?\d){6,}")
"""Mail, links, and seven digits or more: a person's number is longer than that of any house."""
PARTS = ("name", "street", "housenumber", "district", "city", "county", "state")
"""Of Photon's properties, from the door outwards."""
ASIDE = re.compile(r"[\x00-\x1f<>]")


class NoAnswerError(ValueError):
    """What came is not the answer of a geocoder."""


@dataclass(frozen=True, slots=True)
class Named:
    """A place as a geocoder calls it, in WGS-84."""

    name: str
    point: Point


def words_to_ask(query: str) -> str:
    """The words of an address alone; "" where too little is left to look for."""
    words = " ".join(NOT_OF_A_PLACE.sub(" ", query).split())[:LONGEST_WORDS].strip()
    return words if sum(map(str.isalnum, words)) >= FEWEST_LETTERS else ""


def named(
    kind: str, text: str, datum: Datum, area: tuple[float, float, float, float]
) -> tuple[Named, ...]:
    """The places of an answer that lie in the area, best first; raises NoAnswerError.

    The datum of the map is converted here and nowhere else. An entry that is none is passed over.
    """
    try:
        read = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NoAnswerError("no JSON") from error
    found: dict[str, Named] = {}
    for name, longitude, latitude in KINDS[kind](read):
        point = to_wgs84(latitude, longitude, datum)
        if name and in_area(point, area):
            found.setdefault(name, Named(name, point))
    return tuple(found.values())[:MOST]


def in_area(point: Point, area: tuple[float, float, float, float]) -> bool:
    """Whether a point is in a box of west, south, east, north; one may go round the date line."""
    latitude, longitude = point
    west, south, east, north = area
    across = west <= longitude <= east if west <= east else longitude >= west or longitude <= east
    return across and south <= latitude <= north


Entry = tuple[str, float, float]
"""Name, longitude, latitude."""


def _nominatim(read: object) -> Iterator[Entry]:
    if not isinstance(read, list):
        raise NoAnswerError("another shape")
    for place in read:
        if isinstance(place, dict):
            position = _position(place.get("lon"), place.get("lat"))
            if position is not None:
                yield (_name(_text(place.get("display_name")).split(",")), *position)


def _photon(read: object) -> Iterator[Entry]:
    features = read.get("features") if isinstance(read, dict) else None
    if not isinstance(features, list):
        raise NoAnswerError("another shape")
    for feature in features:
        at, told = _inner(feature, "geometry").get("coordinates"), _inner(feature, "properties")
        position = _position(*at[:2]) if isinstance(at, list) and len(at) > 1 else None
        if position is not None:
            yield (_name([_text(told.get(part)) for part in PARTS]), *position)


KINDS: Mapping[str, Callable[[object], Iterator[Entry]]] = {
    "nominatim": _nominatim,
    "photon": _photon,
}
"""How the answer of each kind of geocoder is read."""


def _inner(feature: object, name: str) -> Mapping[str, Any]:
    inner = feature.get(name) if isinstance(feature, dict) else None
    return inner if isinstance(inner, dict) else {}


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _position(longitude: object, latitude: object) -> tuple[float, float] | None:
    x, y = _degrees(longitude, 180), _degrees(latitude, 90)
    return None if x is None or y is None else (x, y)


def _degrees(value: object, most: float) -> float | None:
    """A number on the globe; Nominatim writes its numbers as text."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        number = float(value)
    except (ValueError, OverflowError):
        return None
    return number if math.isfinite(number) and abs(number) <= most else None


def _name(parts: list[str]) -> str:
    """As many parts as fit, none twice, without signs that nobody can read."""
    name = ""
    for part in dict.fromkeys(map(_legible, parts)):
        longer = f"{name}, {part}" if name and part else name or part
        if len(longer) > LONGEST_NAME:
            break
        name = longer
    return name


def _legible(text: str) -> str:
    """Without control signs and marks that turn the direction of writing."""
    kept = (" " if unicodedata.category(sign).startswith(("C", "Z")) else sign for sign in text)
    return " ".join(ASIDE.sub(" ", "".join(kept)).split())

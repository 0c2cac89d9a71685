"""The wire schemas of the gazetteer."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from api.vocabulary import Datum
from api.wire import Count, Id, Language, Latitude, Line, Longitude, Wire

Name = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True, min_length=1, max_length=80, pattern=r"^[^\x00-\x1f<>]*$"
    ),
]


class PlaceSearch(Wire):
    """The words a person used for a place."""

    query: Line
    language: Language = "en"
    limit: Annotated[int, Field(ge=1, le=20, strict=True)] = 5


class PlaceFound(Wire):
    """A place whose name is near the words; coordinates are WGS-84 degrees, score 0 to 100."""

    id: Id
    name: str
    latitude: Latitude
    longitude: Longitude
    score: float


class PlacesFound(Wire):
    """Best first; empty when nothing is near."""

    places: list[PlaceFound]


class PlaceIn(Wire):
    """A place of a gazetteer, as its source has it: GCJ-02 is tagged and will be converted."""

    name: Name
    aliases: Annotated[list[Name], Field(max_length=20)] = Field(default_factory=list)
    latitude: Latitude
    longitude: Longitude
    datum: Datum = Datum.WGS84


class Gazetteer(Wire):
    """A whole file.

    CSV has a first line of name, aliases (parted by |), latitude, longitude and datum, in any
    order; aliases and datum may be missing. GeoJSON (RFC 7946) is a FeatureCollection of Points
    with the properties name, aliases and datum.
    """

    format: Literal["csv", "geojson"]
    text: Annotated[str, StringConstraints(max_length=8_000_000)]


class Imported(Wire):
    """How many places were read."""

    places: Count


class Around(Wire):
    """A place and how far around it, in metres."""

    latitude: Annotated[Latitude, Field(ge=-85, le=85)]
    longitude: Longitude
    datum: Datum = Datum.WGS84
    radius_m: Annotated[int, Field(ge=10, le=100_000, strict=True)]

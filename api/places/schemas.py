"""The wire schemas of the gazetteer."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from api.wire import Id, Language, Latitude, Line, Longitude, Wire


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


Position = tuple[Longitude, Latitude]


class Polygon(Wire):
    """A GeoJSON polygon in WGS-84 (RFC 7946): the outer ring, then its holes, each closed."""

    type: Literal["Polygon"] = "Polygon"
    coordinates: Annotated[
        list[Annotated[list[Position], Field(min_length=4, max_length=10_000)]],
        Field(min_length=1, max_length=100),
    ]

    @model_validator(mode="after")
    def _closed(self) -> Polygon:
        if any(ring[0] != ring[-1] for ring in self.coordinates):
            raise ValueError("the last position of a ring is its first again")
        return self

"""The wire schemas of the gazetteer."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

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

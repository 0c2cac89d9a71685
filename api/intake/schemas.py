"""The wire schemas of pauses of intake."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from pydantic import AwareDatetime, Field, model_validator

from api.vocabulary import Datum
from api.wire import Id, Latitude, Line, Longitude, Polygon, Wire


class Around(Wire):
    """A place and how far around it, in metres."""

    latitude: Annotated[Latitude, Field(ge=-85, le=85)]
    longitude: Longitude
    datum: Datum = Datum.WGS84
    radius_m: Annotated[int, Field(ge=50, le=100_000, strict=True)]


class PauseIn(Wire):
    """New requests that are not urgent wait until a date: in an area, around a place, or all.

    Neither `area` nor `around` means everywhere.
    """

    area: Polygon | None = None
    around: Around | None = None
    until_at: AwareDatetime
    reason: Annotated[Line, Field(min_length=1)]

    @model_validator(mode="after")
    def _one(self) -> PauseIn:
        if self.area is not None and self.around is not None:
            raise ValueError("name either area or around")
        return self


class PauseOut(Wire):
    """A pause, and how many requests wait for it to end."""

    id: Id
    area: Polygon | None
    reason: str
    author_id: str
    created_at: datetime
    until_at: datetime
    ended_at: datetime | None
    held: int


class PauseList(Wire):
    """The pauses that hold now, oldest first."""

    items: list[PauseOut]

"""The wire schemas of pauses of intake."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from pydantic import AwareDatetime, Field, model_validator

from api.places.schemas import Around
from api.wire import Id, Line, Polygon, Wire

LEAST_M = 50
"""A pause around a place reaches at least this far: it is of a neighbourhood, not of a door."""


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
        if self.around is not None and self.around.radius_m < LEAST_M:
            raise ValueError(f"radius_m is at least {LEAST_M}")
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

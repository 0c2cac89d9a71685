"""The wire schemas of restrictions."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from pydantic import AwareDatetime, Field, model_validator

from api.places.schemas import Around
from api.vocabulary import PERMITTING, RestrictionKind
from api.wire import Id, Line, Polygon, Wire


class RestrictionIn(Wire):
    """A rule in an area, from now or later, until it is ended or a moment; with a reason.

    Its area is a polygon, or what is `around` a point. `permits`: groups that pass; only of kind
    permit and gate_drop. `relay`: what is brought to the gate is carried on by somebody inside;
    not where it is closed, for nobody carries there.
    """

    kind: RestrictionKind
    area: Polygon | None = None
    around: Around | None = None
    reason: Annotated[Line, Field(min_length=1)]
    from_at: AwareDatetime | None = None
    until_at: AwareDatetime | None = None
    permits: Annotated[list[Id], Field(max_length=1000)] = Field(default_factory=list)
    relay: bool = False

    @model_validator(mode="after")
    def _in_order(self) -> RestrictionIn:
        if self.from_at and self.until_at and self.until_at <= self.from_at:
            raise ValueError("a restriction ends after it begins")
        return self

    @model_validator(mode="after")
    def _meant(self) -> RestrictionIn:
        if (self.area is None) == (self.around is None):
            raise ValueError("name either an area or what is around a point")
        if self.permits and self.kind not in PERMITTING:
            raise ValueError("a permit is for an area of kind permit or gate_drop")
        if self.relay and self.kind is RestrictionKind.CLOSED:
            raise ValueError("where it is closed nobody carries: leave relay out")
        return self


class RestrictionOut(Wire):
    """A restriction as everybody who may list them sees it.

    `author` is their name, if the token that made it was somebody's.
    """

    id: Id
    kind: RestrictionKind
    area: Polygon
    reason: str
    author_id: str
    author: str = ""
    from_at: datetime
    until_at: datetime | None
    ended_at: datetime | None
    permits: list[Id]
    relay: bool


class RestrictionList(Wire):
    """Restrictions in force or to come, oldest first."""

    items: list[RestrictionOut]

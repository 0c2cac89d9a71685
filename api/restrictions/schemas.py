"""The wire schemas of restrictions."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from pydantic import AwareDatetime, Field, model_validator

from api.vocabulary import RestrictionKind
from api.wire import Id, Line, Polygon, Wire


class RestrictionIn(Wire):
    """A rule in an area, from now or later, until it is ended or a moment; with a reason."""

    kind: RestrictionKind
    area: Polygon
    reason: Annotated[Line, Field(min_length=1)]
    from_at: AwareDatetime | None = None
    until_at: AwareDatetime | None = None
    permits: Annotated[list[Id], Field(max_length=1000)] = Field(default_factory=list)

    @model_validator(mode="after")
    def _in_order(self) -> RestrictionIn:
        if self.from_at and self.until_at and self.until_at <= self.from_at:
            raise ValueError("a restriction ends after it begins")
        return self


class RestrictionOut(Wire):
    """A restriction as everybody who may list them sees it."""

    id: Id
    kind: RestrictionKind
    area: Polygon
    reason: str
    author_id: str
    from_at: datetime
    until_at: datetime | None
    ended_at: datetime | None
    permits: list[Id]


class RestrictionList(Wire):
    """Restrictions in force or to come, oldest first."""

    items: list[RestrictionOut]

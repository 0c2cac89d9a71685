"""The wire schemas of a dry run."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from pydantic import Field, model_validator

from api.requests.schemas import RequestIn
from api.vocabulary import Leaf, Mode, Reason
from api.wire import Id, Wire


class MatchIn(Wire):
    """A kept request's id, or a request that nobody made; `k` is how many groups to show."""

    request_id: Id | None = None
    request: RequestIn | None = None
    k: Annotated[int, Field(ge=1, le=100, strict=True)] = 10

    @model_validator(mode="after")
    def _one(self) -> MatchIn:
        if (self.request_id is None) == (self.request is None):
            raise ValueError("name either request_id or request")
        return self


class ChosenOut(Wire):
    """A group able to help, in its rank, and why it stands there."""

    rank: int
    group_id: Id
    mode: Mode
    distance_m: int | None
    load: float
    asked_at: datetime | None
    helped_before: bool
    interpreter_needed: bool
    gate_only: bool
    inside: bool


class MatchesOut(Wire):
    """Groups able to do these leaves, best first; how many others failed which rule first."""

    leaves: list[Leaf]
    chosen: list[ChosenOut]
    rejected: dict[Reason, int]


class MatchOut(Wire):
    """Who could do all of it; else in which shares; and what nobody does."""

    whole: MatchesOut
    shares: list[MatchesOut]
    unmet: list[Leaf]

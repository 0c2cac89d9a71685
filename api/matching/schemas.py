"""The wire schemas of a dry run."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from pydantic import Field, model_validator

from api.requests.schemas import RequestIn
from api.vocabulary import Accommodation, Leaf, Mode, Reason, RestrictionKind
from api.wire import Count, Id, Short, Wire


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
    """A group able to help, in its rank, and why it stands there.

    Distances are from the middle of the cell. `load` is 0 for nothing to do, 1 for full. `asked`:
    somebody of it was asked in this wave.
    """

    rank: Count
    group_id: Id
    group: Short
    asked: bool
    mode: Mode
    distance_m: int | None
    load: float
    asked_at: datetime | None
    helped_before: bool
    interpreter_needed: bool
    gate_only: bool
    inside: bool


class MatchesOut(Wire):
    """Groups able to do these leaves, best first; how many others failed which rule first.

    `able`: how many there are, of whom the best are shown; `lacking`: how many of the others
    lack which accommodation.
    """

    leaves: list[Leaf]
    able: Count
    chosen: list[ChosenOut]
    rejected: dict[Reason, Count]
    lacking: dict[Accommodation, Count]


class RelayOut(Wire):
    """Groups that could do these leaves as a relay of two, best first: to the gate, and on."""

    leaves: list[Leaf]
    bring: list[ChosenOut]
    carry: list[ChosenOut]


class MatchOut(Wire):
    """Who could do all of it; else in which shares; and what nobody does alone.

    `together`: all of that as one, as it is kept of a wave. `relays`: what two could do together,
    where a restriction asks for that or nobody does it alone. `opens_at`: when somebody opens who
    does what nobody does now.
    """

    language: str
    accommodations: list[Accommodation]
    restrictions: list[RestrictionKind]
    together: MatchesOut
    whole: MatchesOut
    shares: list[MatchesOut]
    relays: list[RelayOut]
    unmet: list[Leaf]
    opens_at: datetime | None

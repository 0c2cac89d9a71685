"""The wire schemas of the backlog and of plans for it."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from pydantic import Field

from api.vocabulary import Leaf, Mode, PlanOutcome, Reason, Urgency
from api.wire import Id, Wire

MOST = 1000
"""So many requests a plan looks at: that takes some seconds."""


class WaitingOut(Wire):
    """A request that waits for somebody to be asked, in the order of the queue.

    `level`: urgency as waiting has lifted it, 0 is first. `rarity`: how many groups could do it,
    20 for any number beyond and for one that nobody counted. `looks`: how often in a row nobody
    had room.
    """

    id: Id
    receipt: str
    urgency: Urgency
    leaves: list[Leaf]
    area: str
    queued_at: datetime
    level: int
    rarity: int
    looks: int


class BacklogOut(Wire):
    """Who waits, who is next first; `count` is how many do in all."""

    count: int
    items: list[WaitingOut]


class PlanIn(Wire):
    """All that wait, or these requests of them; at most `limit`, who is next first."""

    request_ids: Annotated[list[Id], Field(min_length=1, max_length=MOST)] | None = None
    limit: Annotated[int, Field(ge=1, le=MOST, strict=True)] = MOST


class Assigned(Wire):
    """A group for a request or a share of it, and why; `outcome` once the plan was applied."""

    request_id: Id
    receipt: str
    leaves: list[Leaf]
    group_id: Id
    group: str
    mode: Mode
    distance_m: int | None
    level: int
    rarity: int
    outcome: PlanOutcome | None = None


class Unserved(Wire):
    """A request the plan has nobody for.

    `able`: how many groups could take it, whose places others get; with none, `rejected` counts
    what keeps the groups, for the first 50 of these.
    """

    request_id: Id
    receipt: str
    leaves: list[Leaf]
    able: int
    rejected: dict[Reason, int] = Field(default_factory=dict)


class PlanOut(Wire):
    """A proposal; it changes nothing until it is applied, and can be until `expires_at`."""

    id: Id
    author_id: str
    created_at: datetime
    expires_at: datetime
    applied_at: datetime | None
    assigned: list[Assigned]
    unserved: list[Unserved]

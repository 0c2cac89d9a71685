"""When a new request waits for intake to reopen: pure decisions.

Whoever is urgent, or came before the pause, never waits for it; danger is no request at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from api.places.rules import Point, Ring, inside
from api.vocabulary import Urgency

TAKEN_AS_USUAL = (Urgency.NOW, Urgency.TODAY)
"""Urgencies that no pause touches."""


@dataclass(frozen=True, slots=True)
class Pause:
    """New requests wait from `created_at` until `until_at`, in an area or, without, everywhere."""

    id: str
    rings: Sequence[Ring] | None
    created_at: datetime
    until_at: datetime


def holding(
    pauses: Iterable[Pause], urgency: Urgency, point: Point | None, asked_at: datetime
) -> Pause | None:
    """The pause that a request waits for, of several the one that reopens last; None for none.

    A request whose place nobody knows waits only for a pause of everywhere.
    """
    if urgency in TAKEN_AS_USUAL:
        return None
    here = (
        pause
        for pause in pauses
        if pause.created_at <= asked_at
        and (pause.rings is None or (point is not None and inside(point, pause.rings)))
    )
    return max(here, key=lambda pause: (pause.until_at, pause.id), default=None)

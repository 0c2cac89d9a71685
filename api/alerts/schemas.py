"""The wire schemas of alerts."""

from __future__ import annotations

from datetime import datetime

from api.vocabulary import AlertKind
from api.wire import Id, Wire


class AlertOut(Wire):
    """Somebody may be in danger; every reading of the words is in the audit."""

    id: Id
    kind: AlertKind
    person_id: Id
    address_id: Id | None
    words: str
    created_at: datetime
    heard_at: datetime | None


class AlertList(Wire):
    """Open alerts, danger first."""

    items: list[AlertOut]

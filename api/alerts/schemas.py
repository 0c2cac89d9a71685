"""The wire schemas of alerts."""

from __future__ import annotations

from datetime import datetime

from api.vocabulary import AlertKind
from api.wire import Id, Wire


class AlertOut(Wire):
    """Somebody may be in danger; nothing in it says who or what was said."""

    id: Id
    kind: AlertKind
    person_id: Id
    address_id: Id | None
    created_at: datetime
    heard_at: datetime | None


class AlertDetail(Wire):
    """An alert and what was said; every reading of it is in the audit."""

    alert: AlertOut
    words: str
    name: str
    phone: str


class AlertList(Wire):
    """Open alerts, danger first."""

    items: list[AlertOut]

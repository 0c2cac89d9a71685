"""The wire schemas of alerts."""

from __future__ import annotations

from datetime import datetime

from pydantic import Field

from api.vocabulary import AlertKind, DangerClass, SafetyAnswer
from api.wire import Id, Wire, Words


class AlertOut(Wire):
    """Somebody may be in danger; nothing in it says who or what was said.

    `heard_at`: when it reached somebody. `answer`: what they said who were asked whether they are
    in danger. `acknowledged_by`: the first name of who has it, "" where their token is nobody's.
    """

    id: Id
    kind: AlertKind
    person_id: Id
    address_id: Id | None
    created_at: datetime
    heard_at: datetime | None
    answer: SafetyAnswer | None = None
    acknowledged_at: datetime | None = None
    acknowledged_by: str = ""


class AlertDetail(Wire):
    """An alert and what was said; every reading of it is in the audit.

    `rules` are the ids of the rules by which words were taken for danger.
    """

    alert: AlertOut
    words: str
    name: str
    phone: str
    danger_class: DangerClass | None = None
    rules: list[str] = Field(default_factory=list)
    note: str = ""


class NoteIn(Wire):
    """What the next to see to an alert must know."""

    note: Words


class AlertList(Wire):
    """Open alerts, danger first."""

    items: list[AlertOut]

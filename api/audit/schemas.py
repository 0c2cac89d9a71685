"""The wire schemas of the audit."""

from __future__ import annotations

from datetime import datetime

from api.vocabulary import Role
from api.wire import Wire


class Entry(Wire):
    """Who did what to which row; codes and ids only."""

    id: str
    at: datetime
    role: Role
    actor_id: str
    action: str
    subject: str
    subject_id: str
    facts: dict[str, str | int | bool]


class AuditPage(Wire):
    """Entries, newest first; `next` is the cursor of older ones."""

    items: list[Entry]
    next: str | None

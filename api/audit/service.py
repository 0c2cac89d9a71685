"""Who did or saw what, and when: codes and ids only, in the transaction of the deed itself."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from sqlalchemy import Connection

from api.audit import store
from api.audit.schemas import Entry
from api.database.ids import new_id
from api.vocabulary import Role


class Acting(Protocol):
    """Somebody who acts, with a role and an id."""

    @property
    def role(self) -> Role:
        """What they may do."""

    @property
    def id(self) -> str:
        """Their token's id."""


def record(  # noqa: PLR0913 - the columns of a row
    conn: Connection,
    actor: Acting,
    action: str,
    subject: str,
    subject_id: str,
    *,
    now: datetime,
    facts: Mapping[str, str | int | bool] | None = None,
) -> None:
    """Keep that `actor` did `action` to the row `subject_id` of `subject`; `facts` are codes."""
    row = {
        "id": new_id(now),
        "at": now,
        "role": actor.role,
        "actor_id": actor.id,
        "action": action,
        "subject": subject,
        "subject_id": subject_id,
        "facts": dict(facts or {}),
    }
    store.add(conn, row)


def count_since(conn: Connection, subject_id: str, action: str, since: datetime) -> int:
    """How often something was done to a subject since a moment."""
    return store.count_since(conn, subject_id, action, since)


def entries(
    conn: Connection, *, subject_id: str | None, before: str | None, limit: int
) -> list[Entry]:
    """What was done, newest first; of one subject only when it is named."""
    rows = store.page(conn, subject_id=subject_id, before=before, limit=limit)
    return [Entry.model_validate(dict(row._mapping)) for row in rows]  # noqa: SLF001 - SQLAlchemy's own way

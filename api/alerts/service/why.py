"""Why an alert was raised."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from api.alerts import store
from api.vocabulary import DangerClass


@dataclass(frozen=True, slots=True)
class Why:
    """Of which danger words tell, and which rules said so; kept sealed, and in no log."""

    danger_class: DangerClass | None = None
    rules: tuple[str, ...] = ()

    def kept(self) -> str:
        """As it is kept."""
        return json.dumps(asdict(self))

    @classmethod
    def of(cls, conn: Connection, row: sa.Row[Any]) -> Why:
        """As it was kept with an alert."""
        kept = json.loads(store.unsealed(conn, row, "why") or "{}")
        code = kept.get("danger_class")
        return cls(DangerClass(code) if code else None, tuple(kept.get("rules", ())))


NOT_SAID = Why()
"""Somebody pressed a button: there are no words to judge."""

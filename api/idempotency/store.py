"""SQL of idempotency keys."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from api.database.engine import order_lock
from api.database.tables.inbound import idempotency_keys


def find(conn: Connection, key_index: str) -> sa.Row[Any] | None:
    """What was done under this key; nobody else uses the key until this transaction ends."""
    order_lock(conn, f"idempotency {key_index}")
    found = sa.select(idempotency_keys).where(idempotency_keys.c.key_index == key_index)
    return conn.execute(found).first()


def add(conn: Connection, key_index: str, body_index: str, subject_id: str, now: datetime) -> None:
    """Keep what was done under this key."""
    row = {
        "key_index": key_index,
        "body_index": body_index,
        "subject_id": subject_id,
        "created_at": now,
    }
    conn.execute(idempotency_keys.insert().values(row))

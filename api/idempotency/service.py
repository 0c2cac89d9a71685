"""A call that carries an Idempotency-Key is done once; sent again, it gives the same answer.

Key and result are kept in the transaction of the deed, so a crash leaves both or neither.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import datetime
from typing import Annotated

from fastapi import Header
from pydantic import StringConstraints
from sqlalchemy import Connection

from api.database.private import vault
from api.errors import Refusal
from api.idempotency import store
from api.wire import Wire

IdempotencyKey = Annotated[
    Annotated[str, StringConstraints(pattern=r"^[\x21-\x7e]{1,200}$")] | None,
    Header(description="Any unique text; the same call sent again is not done again."),
]
"""Say `idempotency_key: IdempotencyKey = None` in an endpoint."""


class IdempotencyMismatch(Refusal):
    """The key was used for another body."""

    code = "idempotency_mismatch"
    status = 422
    detail = "This Idempotency-Key was used with another body. Use a new one."


def once(
    conn: Connection,
    key: str | None,
    body: Wire,
    fn: Callable[[], str],
    *,
    actor_id: str,
    now: datetime,
) -> tuple[str, bool]:
    """The id of what `fn` did now, or before under this key of this actor; whether before.

    Raises IdempotencyMismatch when the key came with another body.
    """
    if key is None:
        return fn(), False
    key_index = _index(conn, "key", f"{actor_id} {key}")
    body_index = _index(conn, "body", body.model_dump_json())
    known = store.find(conn, key_index)
    if known is not None:
        if known.body_index != body_index:
            raise IdempotencyMismatch
        return known.subject_id, True
    subject_id = fn()
    store.add(conn, key_index, body_index, subject_id, now)
    return subject_id, False


def _index(conn: Connection, kind: str, text: str) -> str:
    """A digest first: a blind index takes texts that differ in case for the same."""
    return vault(conn).blind_index(kind, hashlib.sha256(text.encode()).hexdigest())

"""The SQL of calls, their attempts and their queue."""

from api.calls.store.due import breaking, expired, lacking, next_expiry, next_look, next_promise
from api.calls.store.reading import (
    Call,
    attempts,
    get,
    held_by,
    listed,
    lock,
    note,
    open_calls,
    put_to,
    receipt_of,
)
from api.calls.store.writing import (
    add,
    add_attempt,
    change,
    claim,
    lock_person,
    put_away,
    put_back,
    seal_note,
    withdraw,
)

__all__ = [
    "Call",
    "add",
    "add_attempt",
    "attempts",
    "breaking",
    "change",
    "claim",
    "expired",
    "get",
    "held_by",
    "lacking",
    "listed",
    "lock",
    "lock_person",
    "next_expiry",
    "next_look",
    "next_promise",
    "note",
    "open_calls",
    "put_away",
    "put_back",
    "put_to",
    "receipt_of",
    "seal_note",
    "withdraw",
]

"""One lane an address and direction: order is kept, and one worker at a time has it.

A lease that ends unreported frees the lane, so what a dead worker held is taken by another.
"""

from __future__ import annotations

import secrets
from collections.abc import Collection
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import Connection

from api.errors import Refusal
from api.lanes import store
from api.vocabulary import Channel


class Direction(StrEnum):
    """Which way a lane runs."""

    IN = "in"
    OUT = "out"


class LeaseLost(Refusal):
    """The lane is not leased to whoever asks."""

    code = "lease_lost"
    status = 409
    detail = "This lane is leased to somebody else by now, or to nobody. Claim again."


def enter(conn: Connection, address_id: str, direction: Direction, due_at: datetime | None) -> int:
    """The next position of the lane, committed in order; the lane is due by `due_at`."""
    return store.next_position(conn, address_id, direction, due_at)


def make_due(conn: Connection, address_id: str, direction: Direction, due_at: datetime) -> None:
    """Let the lane be looked at again by `due_at`."""
    store.make_due(conn, address_id, direction, due_at)


def lease(
    conn: Connection,
    direction: Direction,
    *,
    now: datetime,
    lasts: timedelta,
    limit: int,
    channels: Collection[Channel] | None = None,
) -> tuple[str, list[str]]:
    """Lease at most `limit` due lanes; the lease's name, and whose lanes they are."""
    address_ids = store.free_and_due(conn, direction, now, limit, channels)
    name = secrets.token_hex(8)
    if address_ids:
        store.set_lease(conn, address_ids, direction, name, now + lasts)
    return name, address_ids


def lease_one(
    conn: Connection, address_id: str, direction: Direction, *, now: datetime, lasts: timedelta
) -> str:
    """Lease this lane if it is due and nobody has it; the lease's name, or ""."""
    name = secrets.token_hex(8)
    taken = store.take_lease(conn, address_id, direction, name, now, now + lasts)
    return name if taken else ""


def check(conn: Connection, address_id: str, direction: Direction, name: str) -> None:
    """Lock the lane; raises LeaseLost unless it is leased under this name.

    A lease that is over is still good while nobody else took the lane.
    """
    if not name or store.lock(conn, address_id, direction) != name:
        raise LeaseLost


def lock(conn: Connection, address_id: str, direction: Direction) -> None:
    """Wait for whoever changes the lane, and let nobody else before this transaction ends."""
    store.lock(conn, address_id, direction)


def is_held(conn: Connection, address_id: str, direction: Direction, now: datetime) -> bool:
    """Whether somebody holds the lane now."""
    return store.is_leased(conn, address_id, direction, now)


def free(
    conn: Connection, address_id: str, direction: Direction, *, due_at: datetime | None
) -> None:
    """End the lease; the lane is due at `due_at`, or never while it is empty."""
    store.free(conn, address_id, direction, due_at)


def pause(
    conn: Connection,
    address_id: str,
    direction: Direction,
    *,
    due_at: datetime | None,
    until: datetime,
) -> None:
    """End the lease and let nobody have the lane before `until`; other lanes go on."""
    store.free(conn, address_id, direction, due_at, until)


def prolong(
    conn: Connection, address_id: str, direction: Direction, name: str, *, until: datetime
) -> None:
    """Hold the lane longer, whoever holds it; raises LeaseLost for anybody else."""
    check(conn, address_id, direction, name)
    store.set_lease(conn, [address_id], direction, name, until)


def next_due(
    conn: Connection, direction: Direction, channels: Collection[Channel] | None = None
) -> datetime | None:
    """When to look again; may lie in the past when a lane became due meanwhile."""
    return store.next_due(conn, direction, channels)


def forget_leases(conn: Connection) -> int:
    """When the only server starts, whoever held a lease is gone; how many were freed."""
    return store.forget(conn)

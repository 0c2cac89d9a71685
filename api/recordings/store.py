"""SQL of voice notes; what was said in them is sealed."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from api.database.engine import insert_ignore
from api.database.private import vault
from api.database.tables.recordings import recordings


def add(conn: Connection, recording_id: str, audio: bytes, values: dict[str, Any]) -> None:
    """Keep a voice note, unless it is kept already."""
    blob = vault(conn).seal_bytes("recordings", "audio", recording_id, audio)
    insert_ignore(conn, recordings, {"id": recording_id, "audio": blob, **values}, ["id"])


def one(conn: Connection, recording_id: str) -> sa.Row[Any] | None:
    """The voice note of an id, sealed."""
    found = sa.select(recordings).where(recordings.c.id == recording_id)
    return conn.execute(found).first()


def unsealed(conn: Connection, row: sa.Row[Any]) -> bytes:
    """The audio, as it was kept."""
    return vault(conn).unseal_bytes("recordings", "audio", row.id, row.audio)


def of_call(conn: Connection, call_id: str) -> list[sa.Row[Any]]:
    """The voice notes of a call in the order they came, without their audio."""
    table = recordings.c
    found: sa.Select[Any] = sa.select(table.id, table.said_at, table.mime, table.size)
    mine = found.where(table.call_id == call_id).order_by(table.said_at, table.id)
    return list(conn.execute(mine).all())


def at_address(conn: Connection, address_id: str) -> set[str]:
    """The ids of the voice notes from an address that are still kept."""
    found = sa.select(recordings.c.id).where(recordings.c.address_id == address_id)
    return set(conn.execute(found).scalars())


def give(conn: Connection, recording_id: str, call_id: str) -> bool:
    """Let a voice note belong to a call; whether there is one."""
    mine = recordings.update().where(recordings.c.id == recording_id).values(call_id=call_id)
    return conn.execute(mine).rowcount == 1


def drop(conn: Connection, recording_id: str) -> None:
    """Delete a voice note."""
    conn.execute(recordings.delete().where(recordings.c.id == recording_id))

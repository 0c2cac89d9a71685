"""Voice notes: kept until the message they came with is answered, or as long as their call.

Whoever answers the message decides: understood, the audio is gone in the same transaction;
otherwise it belongs to the call in which a person listens.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from api.recordings import store
from api.recordings.schemas import Recorded, RecordingOut, RecordingTold

SOUND = re.compile(r"(audio|video)/[a-z0-9][a-z0-9.+-]*")
UNKNOWN = "application/octet-stream"
"""What audio is called whose kind nobody named: a page must not take it for one of its own."""


def keep(
    conn: Connection, inbound_id: str, address_id: str, recorded: Recorded, *, now: datetime
) -> None:
    """Keep the audio of a message, unless it is kept already or there is none."""
    if not recorded.audio:
        return
    values = {
        "address_id": address_id,
        "mime": kind_of(recorded.mime),
        "size": len(recorded.audio),
        "said_at": now,
    }
    store.add(conn, inbound_id, recorded.audio, values)


def kind_of(mime: str) -> str:
    """The media type without parameters, as far as it is one of sound."""
    plain = mime.partition(";")[0].strip().lower()
    return plain if SOUND.fullmatch(plain) else UNKNOWN


def of_message(conn: Connection, inbound_id: str, address_id: str) -> RecordingOut | None:
    """The audio that came with a message from there; None when there is none, or no more."""
    row = store.one(conn, inbound_id)
    return _out(conn, row) if row is not None and row.address_id == address_id else None


def give(conn: Connection, inbound_id: str, call_id: str) -> bool:
    """A person listens in this call: the voice note is kept with it; whether there is one."""
    return store.give(conn, inbound_id, call_id)


def drop(conn: Connection, inbound_id: str) -> None:
    """What was said in it is understood: the audio goes."""
    store.drop(conn, inbound_id)


def of_call(conn: Connection, call_id: str) -> list[RecordingTold]:
    """The voice notes of a call, in the order they came."""
    return [
        RecordingTold(id=row.id, said_at=row.said_at, mime=row.mime, size=row.size)
        for row in store.of_call(conn, call_id)
    ]


def at_address(conn: Connection, address_id: str) -> set[str]:
    """The ids of what was spoken at an address and is still kept."""
    return store.at_address(conn, address_id)


def in_call(conn: Connection, call_id: str, recording_id: str) -> RecordingOut | None:
    """A voice note of this call, and of no other."""
    row = store.one(conn, recording_id)
    return _out(conn, row) if row is not None and row.call_id == call_id else None


def _out(conn: Connection, row: sa.Row[Any]) -> RecordingOut:
    return RecordingOut(
        id=row.id,
        said_at=row.said_at,
        mime=row.mime,
        size=row.size,
        audio=store.unsealed(conn, row),
    )

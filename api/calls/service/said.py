"""What was said where a call came from, for who may act in it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from api.audit import service as audit
from api.auth.actor import Actor
from api.calls import store
from api.calls.service.allowed import CallNotHeld
from api.calls.service.reading import get, may_act, may_listen
from api.errors import NotFound
from api.inbound import service as inbound
from api.recordings import service as recordings
from api.recordings.schemas import RecordingOut
from api.sessions import service as sessions
from api.sessions.schemas import HistoryOut


def conversation(conn: Connection, call_id: str, actor: Actor, *, now: datetime) -> HistoryOut:
    """What was said where the call came from; raises NotFound or CallNotHeld."""
    call = get(conn, call_id)
    if not may_act(call, actor, now):
        raise CallNotHeld
    if call.address_id is None:
        raise NotFound
    audit.record(conn, actor, "reveal", "sessions", call.address_id, now=now)
    return sessions.history(conn, call.address_id, now=now)


def turns(conn: Connection, call_id: str, actor: Actor, *, now: datetime) -> int:
    """How many turns a conversation has taken, for who may act in its call; raises as it does."""
    call = get(conn, call_id)
    if not may_act(call, actor, now):
        raise CallNotHeld
    return sessions.get(conn, call.address_id).version if call.address_id else 0


def is_answered(conn: Connection, call_id: str) -> bool:
    """Whether nothing said where the call came from still waits for its answer."""
    call = store.get(conn, call_id)
    return call is None or call.address_id is None or inbound.head(conn, call.address_id) is None


def recording(
    conn: Connection, call_id: str, recording_id: str, actor: Actor, *, now: datetime
) -> RecordingOut:
    """A voice note of a call, for who may listen, and in the audit; NotFound or CallNotHeld."""
    call = get(conn, call_id)
    if not may_listen(call, actor, now):
        raise CallNotHeld
    found = recordings.in_call(conn, call_id, recording_id)
    if found is None:
        raise NotFound
    audit.record(conn, actor, "reveal", "recordings", recording_id, now=now)
    return found

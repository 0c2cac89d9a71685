"""Calls held, given back and closed: one caller at a time has a call, for a while."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from api.audit import service as audit
from api.auth import service as auth
from api.auth.actor import Actor
from api.calls import store
from api.calls.schemas import AttemptIn, CloseIn
from api.calls.service.allowed import CallNotHeld
from api.calls.service.reading import (
    STEERING,
    CallClosed,
    get,
    going,
    is_held_by,
    opened,
)
from api.calls.service.trying import attempt, keep, put_back
from api.calls.store import Call
from api.database.engine import after_commit_wake
from api.errors import Refusal
from api.notices import service as notices
from api.settings import Settings
from api.vocabulary import CallOutcome, CallStatus, Channel


class CallTaken(Refusal):
    """Somebody else holds the call."""

    code = "call_taken"
    status = 409
    detail = "Somebody else holds this call. Take another one, or look again later."


ENDS = frozenset({CallOutcome.COMPLETED, CallOutcome.PARTLY, CallOutcome.NO_HELP_WANTED})
"""Outcomes of having talked with somebody."""


def claim(
    conn: Connection, call_id: str, actor: Actor, *, settings: Settings, now: datetime
) -> Call:
    """Hold a call, or hold it longer; raises NotFound, CallTaken or CallClosed."""
    call = opened(conn, call_id, actor)
    if call.status is CallStatus.CLOSED:
        raise CallClosed
    if not store.claim(conn, call_id, actor, now, now + settings.claim_lasts):
        raise CallTaken
    store.change(conn, call_id, {"by": call.by})
    auth.go_on(conn, actor, now=now)
    after_commit_wake(conn, "dispatch")
    audit.record(conn, actor, "claim", "calls", call_id, now=now)
    return get(conn, call_id)


def release(conn: Connection, call_id: str, actor: Actor, *, now: datetime) -> Call:
    """Give a call back to the queue; a coordinator may do so for whoever holds it.

    Raises NotFound, CallNotHeld or CallClosed.
    """
    call = get(conn, call_id, lock=True)
    if call.status is CallStatus.CLOSED:
        raise CallClosed
    mine = is_held_by(call, actor, now)
    if actor.role not in STEERING and not mine:
        raise CallNotHeld
    put_back(conn, [call_id], now, lost=not mine)
    audit.record(conn, actor, "release", "calls", call_id, now=now)
    return get(conn, call_id)


def close(
    conn: Connection,
    call_id: str,
    closing: CloseIn,
    actor: Actor,
    *,
    settings: Settings,
    now: datetime,
) -> Call:
    """End a call; what is still to be told of it is withdrawn.

    Who was not reached is not put away: that is a try like any other, until the call is the
    coordinators', who may end it. Raises as `attempt`.
    """
    call = going(conn, call_id, actor, now)
    if closing.note:
        store.seal_note(conn, call_id, closing.note)
    tried = AttemptIn(outcome=closing.outcome)
    given_up = call.handed_on_at is not None and actor.role in STEERING
    if closing.outcome not in ENDS and not given_up:
        return attempt(conn, call_id, tried, actor, settings=settings, now=now)
    keep(conn, call, tried, actor, now)
    ended = {"status": CallStatus.CLOSED, "outcome": closing.outcome, "closed_at": now}
    nobodys = {"claimed_by": None, "claimed_until": None, "look_at": None}
    store.change(conn, call_id, {**ended, **nobodys})
    after_commit_wake(conn, "dispatch")
    notices.withdraw(conn, call_id, now=now)
    if call.channel is Channel.PHONE and call.address_id and closing.outcome in ENDS:
        _told_aloud(conn, call.address_id, now)
    facts = {"outcome": closing.outcome.value}
    audit.record(conn, actor, "close", "calls", call_id, now=now, facts=facts)
    return get(conn, call_id)


def leave_note(conn: Connection, call_id: str, note: str, actor: Actor, *, now: datetime) -> None:
    """What whoever takes the call should know beforehand; only its holder reads it."""
    store.seal_note(conn, call_id, note)
    audit.record(conn, actor, "note", "calls", call_id, now=now)


def put_away(conn: Connection, call_id: str, *, now: datetime) -> bool:
    """Nobody need make this call any more; False while somebody holds it, or once it is over."""
    ended = store.put_away(conn, call_id, now)
    if ended:
        notices.withdraw(conn, call_id, now=now)
        after_commit_wake(conn, "dispatch")
    return ended


def going_on(
    conn: Connection, call_id: str, actor: Actor, settings: Settings, now: datetime
) -> Call:
    """As going; and who talks goes on holding it: no clock ends a call that is being talked in."""
    call = going(conn, call_id, actor, now)
    if is_held_by(call, actor, now):
        store.change(conn, call_id, {"claimed_until": now + settings.claim_lasts})
        auth.go_on(conn, actor, now=now)
    return call


def _told_aloud(conn: Connection, address_id: str, now: datetime) -> None:
    """What stood on a caller's page to be said was said: nothing else sends it."""
    for notice in notices.waiting(conn, address_id):
        notices.sent(conn, notice.id, "", now=now)

"""Calls held, tried, given back and closed: one caller at a time has a call, for a while."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from api.audit import service as audit
from api.auth.actor import Actor
from api.calls import rules, store
from api.calls.rules.urgent import TRIES
from api.calls.schemas import CloseIn
from api.calls.service.reading import STEERING, CallNotHeld, get, is_held_by, may_act
from api.calls.store import Call
from api.database.ids import new_id
from api.errors import Refusal
from api.notices import service as notices
from api.notices.schemas import CoordinatorAlert
from api.settings import Settings
from api.vocabulary import CallOutcome, CallStatus


class CallTaken(Refusal):
    """Somebody else holds the call."""

    code = "call_taken"
    status = 409
    detail = "Somebody else holds this call. Take another one, or look again later."


class CallClosed(Refusal):
    """The call is over."""

    code = "call_closed"
    status = 409
    detail = "This call is closed."


def claim(
    conn: Connection, call_id: str, actor: Actor, *, settings: Settings, now: datetime
) -> Call:
    """Hold a call, or hold it longer; raises NotFound, CallTaken or CallClosed."""
    call = get(conn, call_id)
    if call.status is CallStatus.CLOSED:
        raise CallClosed
    if not store.claim(conn, call_id, actor, now, now + settings.claim_lasts):
        raise CallTaken
    store.change(conn, call_id, {"by": call.by})
    audit.record(conn, actor, "claim", "calls", call_id, now=now)
    return get(conn, call_id)


def release(conn: Connection, call_id: str, actor: Actor, *, now: datetime) -> Call:
    """Give a call back to the queue; a coordinator may do so for whoever holds it.

    Raises NotFound, CallNotHeld or CallClosed.
    """
    call = get(conn, call_id, lock=True)
    if call.status is CallStatus.CLOSED:
        raise CallClosed
    if actor.role not in STEERING and not is_held_by(call, actor, now):
        raise CallNotHeld
    store.put_back(conn, [call_id])
    audit.record(conn, actor, "release", "calls", call_id, now=now)
    return get(conn, call_id)


def attempt(
    conn: Connection,
    call_id: str,
    outcome: CallOutcome,
    actor: Actor,
    *,
    settings: Settings,
    now: datetime,
) -> Call:
    """Keep what came of a try; who was not reached goes back to the queue for another time.

    After the last try a coordinator is told. Raises NotFound, CallNotHeld or CallClosed.
    """
    call = going(conn, call_id, actor, now)
    row = {"call_id": call_id, "caller_id": actor.id, "outcome": outcome, "at": now}
    store.add_attempt(conn, {"id": new_id(now), **row})
    audit.record(
        conn, actor, "attempt", "calls", call_id, now=now, facts={"outcome": outcome.value}
    )
    wait = rules.retry_after(outcome)
    if wait is not None:
        store.change(conn, call_id, {"due_at": now + wait, "promised_at": None})
        store.put_back(conn, [call_id])
    if wait is not None and call.tries + 1 >= TRIES:
        alert(conn, call, settings=settings, now=now)
    return get(conn, call_id)


def close(
    conn: Connection, call_id: str, closing: CloseIn, actor: Actor, *, now: datetime
) -> Call:
    """End a call; what is still to be told of it is withdrawn.

    Raises NotFound, CallNotHeld or CallClosed.
    """
    going(conn, call_id, actor, now)
    ended = {"status": CallStatus.CLOSED, "outcome": closing.outcome, "closed_at": now}
    store.change(conn, call_id, {**ended, "claimed_by": None, "claimed_until": None})
    if closing.note:
        store.seal_note(conn, call_id, closing.note)
    notices.withdraw(conn, call_id, now=now)
    facts = {"outcome": closing.outcome.value}
    audit.record(conn, actor, "close", "calls", call_id, now=now, facts=facts)
    return get(conn, call_id)


def going(conn: Connection, call_id: str, actor: Actor, now: datetime) -> Call:
    """A call that is not over, for somebody who acts in it."""
    call = get(conn, call_id, lock=True)
    if call.status is CallStatus.CLOSED:
        raise CallClosed
    if not may_act(call, actor, now):
        raise CallNotHeld
    return call


def going_on(
    conn: Connection, call_id: str, actor: Actor, settings: Settings, now: datetime
) -> Call:
    """As going; and who talks goes on holding it: no clock ends a call that is being talked in."""
    call = going(conn, call_id, actor, now)
    if is_held_by(call, actor, now):
        store.change(conn, call_id, {"claimed_until": now + settings.claim_lasts})
    return call


def alert(conn: Connection, call: Call, *, settings: Settings, now: datetime) -> None:
    """Tell the coordinators of a call, once."""
    receipt = store.receipt_of(conn, call.request_id)
    said = CoordinatorAlert(reason=call.reason, receipt=receipt, before=call.promised_at)
    key = f"call {call.id}"
    notices.tell_coordinators(conn, said, settings=settings, now=now, dedupe=key, about=call.id)

"""What comes of a try: another time, another way, or a coordinator; never silence."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import Connection

from api.addresses import service as addresses
from api.audit import service as audit
from api.auth.actor import Actor
from api.calls import rules, store
from api.calls.rules import Family, OnDuty, Try, Way, WayKind
from api.calls.schemas import AttemptIn
from api.calls.service.queueing import Queued, tell, way
from api.calls.service.reading import get, going, may_leave_message
from api.calls.service.telling import alert, say_tried, told_at
from api.calls.service.ways import ways_of
from api.calls.store import Call
from api.database.engine import after_commit_wake
from api.database.ids import new_id
from api.errors import Invalid, Refusal
from api.people import service as people
from api.settings import Settings
from api.vocabulary import CallOutcome

GRACE = timedelta(minutes=60)
"""A caller has so long, from when a try is due, to make it."""
ASKED_GRACE = timedelta(minutes=30)
"""As GRACE, from the time that somebody asked to be called at."""
FARTHEST = timedelta(days=14)
HELPER = Way(WayKind.HELPER)


class LeaveNoMessage(Refusal):
    """A message may be heard by somebody else."""

    code = "leave_no_message"
    status = 409
    detail = "No message may be left here. Note the try as not answered."


def attempt(
    conn: Connection,
    call_id: str,
    tried: AttemptIn,
    actor: Actor,
    *,
    settings: Settings,
    now: datetime,
) -> Call:
    """Keep what came of a try; who was not reached goes back to the queue for another time.

    A number that is wrong or dead is never rung again: another way is taken. After the last try it
    is the coordinators', who are told. Raises NotFound, CallNotHeld, CallClosed, LeaveNoMessage,
    or Invalid for a time to call again that is past or far off.
    """
    call = going(conn, call_id, actor, now)
    _check(conn, call, tried, now)
    keep(conn, call, tried, actor, now)
    duty = OnDuty.of(settings)
    if tried.outcome in rules.WRONG:
        _elsewhere(conn, call, tried.outcome, duty, settings=settings, now=now)
    elif tried.outcome in rules.UNREACHED:
        _again(conn, call, tried, duty, settings=settings, now=now)
    return get(conn, call_id)


def keep(conn: Connection, call: Call, tried: AttemptIn, actor: Actor, now: datetime) -> None:
    """Keep a try, and in the audit that there was one."""
    row = {"call_id": call.id, "caller_id": actor.id, "outcome": tried.outcome, "at": now}
    store.add_attempt(conn, {"id": new_id(now), "again_at": tried.again_at, **row})
    facts = {"outcome": tried.outcome.value}
    audit.record(conn, actor, "attempt", "calls", call.id, now=now, facts=facts)


def _check(conn: Connection, call: Call, tried: AttemptIn, now: datetime) -> None:
    voicemail = tried.outcome is CallOutcome.VOICEMAIL
    if voicemail and not may_leave_message(people.person(conn, call.person_id)):
        raise LeaveNoMessage
    asked_for = tried.again_at
    if asked_for is not None and not now < asked_for <= now + FARTHEST:
        raise Invalid([{"field": "again_at", "accepted": "a time in the next 14 days"}])


def _again(
    conn: Connection,
    call: Call,
    tried: AttemptIn,
    duty: OnDuty,
    *,
    settings: Settings,
    now: datetime,
) -> None:
    asked_for = tried.again_at if tried.outcome is CallOutcome.CALL_LATER else None
    when = people.person(conn, call.person_id).contact.when
    due_at = asked_for or rules.next_try(_tries(conn, call), duty, when)
    if due_at is None:
        hand_on(conn, call, settings=settings, now=now)
        return
    before = asked_for + ASKED_GRACE if asked_for else duty.promise(now, due_at + GRACE)
    _wait(conn, call, due_at, before, now)
    if asked_for is None:
        say_tried(conn, call, before, now)


def _tries(conn: Connection, call: Call) -> Sequence[Try]:
    since = call.asked_at or call.created_at
    rows = [row for row in store.attempts(conn, call.id) if row.at >= since]
    return [Try(row.outcome, row.at) for row in rows]


def _elsewhere(
    conn: Connection,
    call: Call,
    outcome: CallOutcome,
    duty: OnDuty,
    *,
    settings: Settings,
    now: datetime,
) -> None:
    """The number is of no use: the next way in writing, then their helper, else a coordinator."""
    wrong = outcome is CallOutcome.WRONG_NUMBER
    worked = not people.person(conn, call.person_id).contact.number
    people.mark_number(conn, call.person_id, "wrong_number" if wrong else "number_dead")
    here = addresses.written_to(conn, call.person_id)
    helped = worked and HELPER in ways_of(conn, call.person_id)
    if rules.family(call.reason) is Family.LEADER or not (here or helped):
        hand_on(conn, call, settings=settings, now=now)
        return
    before = duty.promise(now, now + GRACE)
    if here is None:  # whoever takes the call next rings their helper
        _wait(conn, call, now, before, now)
        return
    by = way(people.person(conn, call.person_id), here)
    store.change(conn, call.id, {"by": by, "address_id": here.id})
    _wait(conn, call, now, before, now)
    if told_at(conn, call) is not None:
        tell(conn, Queued(call.id, by, before, again=True), here, now)


def hand_on(conn: Connection, call: Call, *, settings: Settings, now: datetime) -> None:
    """All was tried: the call is the coordinators', who are told, and so is the resident."""
    store.change(conn, call.id, {"handed_on_at": now})
    _wait(conn, call, now, None, now)
    theirs = replace(call, promised_at=None)
    tries = [one.outcome for one in _tries(conn, call)]
    key = f"handed on {now.isoformat()}"
    alert(conn, theirs, key, tries=tries, settings=settings, now=now)
    say_tried(conn, call, None, now)


def _wait(
    conn: Connection, call: Call, due_at: datetime, before: datetime | None, now: datetime
) -> None:
    store.change(conn, call.id, {"due_at": due_at, "promised_at": before})
    put_back(conn, [call.id], now)


def put_back(
    conn: Connection, call_ids: Collection[str], now: datetime, *, lost: bool = False
) -> None:
    """Nobody holds these calls any more: somebody else is looked for.

    `lost`: somebody else than who holds them did it, and who held them is told.
    """
    store.put_back(conn, call_ids, now, lost=lost)
    after_commit_wake(conn, "dispatch")

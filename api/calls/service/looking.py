"""Calls for which a caller is looked for: which, when next, and who has one.

The queue only says that it is due; whom to ask, and how, is decided by the cards above it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from api.alerts import service as alerts
from api.auth.actor import Actor
from api.calls import rules, store
from api.calls.rules import OnDuty
from api.calls.service.reading import get
from api.calls.store import Call
from api.people import service as people
from api.vocabulary import CallBy, CallReason, CallStatus, Role


def looked_for_anew(known: Call, plan: Mapping[str, Any], now: datetime) -> dict[str, datetime]:
    """For a call that waits, a caller is looked for at once: it may be more urgent now.

    Who was asked for another way or language was asked for something else.
    """
    if known.status is not CallStatus.QUEUED:
        return {}
    same = (known.by, known.language) == (plan["by"], plan["language"])
    return {"look_at": now} if same else {"look_at": now, "waits_since": now}


def lacking(conn: Connection, now: datetime, limit: int) -> list[Call]:
    """Calls that wait for a caller, for whom it is time to look; none another worker looks at."""
    return [get(conn, call_id) for call_id in store.lacking(conn, now, limit)]


def look_again(conn: Connection, call_id: str, at: datetime | None) -> None:
    """When somebody is to be looked for next; None: not before the call is put back."""
    store.change(conn, call_id, {"look_at": at})


def look_for(conn: Connection, person_id: str, now: datetime) -> None:
    """Whoever waits for a call is in danger: a caller is looked for at once."""
    for call in store.open_calls(conn, person_id):
        if call.status is CallStatus.QUEUED:
            look_again(conn, call.id, now)


def next_look(conn: Connection) -> datetime | None:
    """When somebody is to be looked for next, for whichever call."""
    return store.next_look(conn)


def is_urgent(conn: Connection, call: Call) -> bool:
    """Whether whom the call is with said they are in danger, and nobody has seen to it yet."""
    return call.reason is CallReason.DANGER or alerts.in_danger(conn, call.person_id)


def ripe_at(conn: Connection, call: Call, duty: OnDuty, now: datetime) -> datetime:
    """From when on somebody may be asked to take a call: when it can be made, not long before."""
    if is_urgent(conn, call):
        return now
    rings = call.by in {CallBy.VOICE, CallBy.RELAY}
    when = people.person(conn, call.person_id).contact.when if rings else ()
    return rules.ripe_at(call.due_at if call.tries else now, duty, when, now)


def held_by(conn: Connection, person_id: str, now: datetime) -> list[Call]:
    """The calls that somebody holds now, the one taken last first."""
    return store.held_by(conn, person_id, now)


def holder_of(call: Call) -> Actor:
    """Whoever holds a call, as they act in it."""
    return Actor(Role.CALLER, call.claimed_by or "", call.holder_id)

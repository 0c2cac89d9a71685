"""What the clock asks of calls: claims that are over, silences, promises about to be broken."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import Connection

from api.addresses import service as addresses
from api.addresses.service import AddressRow, may_write
from api.calls import rules, store
from api.calls.rules import OnDuty
from api.calls.service.queueing import open_of, queue
from api.calls.service.telling import alert, say_delayed
from api.calls.store import Call
from api.notices import service as notices
from api.notices.schemas import Nothing
from api.sessions import service as sessions
from api.sessions.service import Silence
from api.settings import Settings
from api.vocabulary import CallReason, NoticeCode

BATCH = 50
WARN_BEFORE = timedelta(minutes=10)
"""A coordinator still has so long to keep a promise."""


def due(conn: Connection, now: datetime, settings: Settings) -> bool:
    """Do what is due, a batch of it; whether anything was."""
    freed = store.expired(conn, now, BATCH)
    store.put_back(conn, freed, now, lost=True)
    silent = sessions.silences(conn, now=now, limit=BATCH)
    for silence in silent:
        _see_to(conn, silence, settings, now)
    return bool(freed or silent) | _warn(conn, settings, now)


def next_due(conn: Connection, _settings: Settings) -> datetime | None:
    """When something is due next; may be past."""
    promise = store.next_promise(conn)
    warn_at = promise - WARN_BEFORE if promise else None
    times = (warn_at, store.next_expiry(conn), sessions.next_silence(conn))
    return min((at for at in times if at is not None), default=None)


def _see_to(conn: Connection, silence: Silence, settings: Settings, now: datetime) -> None:
    """First a reminder where the conversation is, then a person; with a call open, no reminder."""
    address = addresses.address_of(conn, silence.address_id)
    known = address.person_id and open_of(conn, address.person_id)
    if silence.reminded_at is None and may_write(address) and not known:
        _remind(conn, address, silence, now)
        sessions.reminded(conn, silence, settings=settings, now=now)
        return
    if address.person_id is not None:
        _call(conn, address.person_id, silence, settings, now, quiet=bool(known))
    sessions.handed_over(conn, address.id)


def _call(
    conn: Connection,
    person_id: str,
    silence: Silence,
    settings: Settings,
    now: datetime,
    *,
    quiet: bool,
) -> None:
    """A person gets in touch; with a call open already, it is this one and no second is told."""
    queue(
        conn,
        person_id,
        CallReason.UNFINISHED,
        now=now,
        duty=OnDuty.of(settings),
        address_id=silence.address_id,
        urgency=silence.urgency,
        quiet=quiet,
    )


def _remind(conn: Connection, address: AddressRow, silence: Silence, now: datetime) -> None:
    said = notices.values_of(NoticeCode.REMINDER, Nothing())
    key = f"reminder {address.id} {silence.silent_since.isoformat()}"
    notices.put(conn, address.id, NoticeCode.REMINDER, said, now=now, dedupe=key)


def _warn(conn: Connection, settings: Settings, now: datetime) -> bool:
    """Before a promise breaks, tell the coordinators, and the resident with a promise that holds.

    Who cannot be told keeps the old promise: it comes first in the queue when it is broken.
    """
    near = store.breaking(conn, now + WARN_BEFORE, BATCH)
    duty = OnDuty.of(settings)
    for call in near:
        alert(conn, call, f"before {call.promised_at}", settings=settings, now=now)
        store.change(conn, call.id, {"warned_for": call.promised_at})
        if call.reason is not CallReason.DANGER:
            _promise_anew(conn, call, duty, now)
    return bool(near)


def _promise_anew(conn: Connection, call: Call, duty: OnDuty, now: datetime) -> None:
    broken = max(call.promised_at or now, now)
    before = duty.promise(now, broken + rules.delayed(call.delays))
    today = replace(call, by=rules.heed(call.by, call.accommodations))
    if say_delayed(conn, today, before, now):
        store.change(conn, call.id, {"promised_at": before, "delays": call.delays + 1})

"""Calls queued: one open call a person and kind, told with a promise that can be kept."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from api.addresses import service as addresses
from api.addresses.service import AddressRow, may_write
from api.calls import rules, store
from api.calls.rules import Family, OnDuty
from api.calls.schemas import CallFact
from api.calls.service.looking import looked_for_anew
from api.calls.store import Call
from api.database.engine import after_commit_wake
from api.database.ids import new_id
from api.notices import service as notices
from api.notices.schemas import CallQueued
from api.people import service as people
from api.people.service import Person
from api.vocabulary import (
    Accommodation,
    CallBy,
    CallReason,
    CallStatus,
    Channel,
    NoticeCode,
    SafeContact,
    Urgency,
)


@dataclass(frozen=True, slots=True)
class Queued:
    """A call in the queue; `again`: it was there before."""

    call_id: str
    by: CallBy
    promised_at: datetime
    again: bool


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a call is wanted for, and where that came up, if somewhere; `quiet`: nobody is told."""

    reason: CallReason
    by: CallBy | None
    urgency: Urgency | None
    address_id: str | None
    request_id: str | None
    offer_id: str | None
    quiet: bool


def queue(  # noqa: PLR0913 - why, about what, how, how soon and whether to tell are not one thing
    conn: Connection,
    person_id: str,
    reason: CallReason,
    *,
    now: datetime,
    duty: OnDuty,
    address_id: str | None = None,
    request_id: str | None = None,
    offer_id: str | None = None,
    by: CallBy | None = None,
    urgency: Urgency | None = None,
    quiet: bool = False,
) -> Queued:
    """Have a person get in touch with a person, and tell them how and until when.

    A second call of one person joins the first; the weightier reason and the earlier promise
    stand, and the newer way. Who is heard from again is called again, if that had been given up.
    A leader's calls are one for each offer. `address_id` is where it came up, else where the
    person is reached; `by` is what they asked for. `quiet`: nothing is told (somebody may be
    reading along); a leader with only a phone is never told.
    """
    store.lock_person(conn, person_id)
    wanted = Wanted(reason, by, urgency, address_id, request_id, offer_id, quiet)
    person, address = people.person(conn, person_id), _reached(conn, person_id, address_id)
    known = _same(store.open_calls(conn, person_id), wanted)
    plan = _plan(known, wanted, person, address, duty, now)
    call_id = known.id if known else _add(conn, person_id, plan, offer_id, now)
    if known:
        store.change(conn, call_id, {**plan, **looked_for_anew(known, plan, now)})
    queued = Queued(call_id, plan["by"], plan["promised_at"], again=known is not None)
    after_commit_wake(conn, "dispatch")
    if not quiet and rules.family(reason) is Family.RESIDENT and address is not None:
        tell(conn, queued, address, now)
    return queued


def withdraw(conn: Connection, offer_id: str, *, now: datetime) -> int:
    """Nobody need call about this offer any more; how many calls that ends.

    A call that somebody holds stays theirs.
    """
    return store.withdraw(conn, offer_id, now)


def open_of(conn: Connection, person_id: str) -> CallFact | None:
    """The open call with somebody about what they need; not those with them as a leader."""
    mine = (
        call
        for call in store.open_calls(conn, person_id)
        if rules.family(call.reason) is Family.RESIDENT
    )
    found = next(mine, None)
    if found is None:
        return None
    return CallFact(
        id=found.id,
        by=rules.heed(found.by, found.accommodations),
        claimed=found.status is CallStatus.CLAIMED,
        promised_at=found.promised_at,
    )


def _reached(conn: Connection, person_id: str, address_id: str | None) -> AddressRow | None:
    if address_id is not None:
        return addresses.address_of(conn, address_id)
    return addresses.written_to(conn, person_id) or addresses.living_address(conn, person_id)


def _same(open_calls: list[Call], wanted: Wanted) -> Call | None:
    kind = rules.family(wanted.reason)
    same = (
        call
        for call in open_calls
        if rules.family(call.reason) is kind
        and (kind is Family.RESIDENT or call.offer_id == wanted.offer_id)
    )
    return next(same, None)


def _plan(
    known: Call | None,
    wanted: Wanted,
    person: Person,
    address: AddressRow | None,
    duty: OnDuty,
    now: datetime,
) -> dict[str, Any]:
    """How the call stands with what is wanted now; a promise that holds is only made earlier."""
    due_at = now + rules.lead(wanted.reason, wanted.urgency)
    by = _by(known, wanted, person, address)
    if by is not CallBy.TEXT and wanted.reason is not CallReason.DANGER:
        due_at = rules.ring_at(due_at, duty, person.contact.when)
    plan = {
        "reason": wanted.reason,
        "by": by,
        "language": person.language,
        "address_id": address.id if address else None,
        "request_id": wanted.request_id,
        "due_at": due_at,
        "promised_at": duty.promise(now, due_at),
    }
    return {**plan, **_kept(known, wanted, plan, now)} if known else plan


def _kept(known: Call, wanted: Wanted, plan: dict[str, Any], now: datetime) -> dict[str, Any]:
    """What of a call that others joined stays; the conversation of a held one does not move.

    The promise stays the one that was told: an earlier one is made only where it is told, too.
    """
    promised_at = known.promised_at
    holds = promised_at is not None and promised_at >= now
    sooner = promised_at if wanted.quiet else min(promised_at or now, plan["promised_at"])
    moves = known.status is CallStatus.QUEUED and wanted.address_id is not None
    heard = wanted.reason in rules.THEIR_OWN
    return {
        "reason": rules.more_urgent(known.reason, wanted.reason),
        "address_id": plan["address_id"] if moves else known.address_id or plan["address_id"],
        "request_id": known.request_id or wanted.request_id,
        "due_at": min(known.due_at, plan["due_at"]),
        "promised_at": sooner if holds else plan["promised_at"],
        "asked_at": now if heard else known.asked_at,
        "handed_on_at": None if heard else known.handed_on_at,
    }


def _by(known: Call | None, wanted: Wanted, person: Person, address: AddressRow | None) -> CallBy:
    needs = set(person.accommodations)
    if CallReason.CANNOT_READ in {wanted.reason, known and known.reason}:
        needs.add(Accommodation.NO_TEXT)
    asked = wanted.by or (rules.still(known.by, needs) if known else None)
    return way(person, address, asked=asked, needs=needs)


def way(
    person: Person,
    address: AddressRow | None,
    *,
    asked: CallBy | None = None,
    needs: Collection[Accommodation] | None = None,
) -> CallBy:
    """How a call with somebody is held, by all that is known of them now."""
    alive = address if address is not None and address.dead_at is None else None
    safe = set(alive.safe_contact) if alive else set()
    if person.contact.may_call == "yes":
        safe.add(SafeContact.CALL)
    line = (alive and alive.channel) is Channel.PHONE and not person.contact.number
    return rules.choose_by(
        asked=asked,
        accommodations=person.accommodations if needs is None else needs,
        has_voice_number=person.can_be_rung or line,
        channel=alive.channel if alive else None,
        safe_contact=safe,
        preferred=person.ways,
    )


def _add(
    conn: Connection, person_id: str, plan: dict[str, Any], offer_id: str | None, now: datetime
) -> str:
    call_id = new_id(now)
    row = {
        "id": call_id,
        "person_id": person_id,
        "offer_id": offer_id,
        "status": CallStatus.QUEUED,
        "created_at": now,
        "waits_since": now,
        "look_at": now,
    }
    store.add(conn, {**row, **plan})
    return call_id


def tell(conn: Connection, queued: Queued, address: AddressRow, now: datetime) -> None:
    """Say how and until when a person gets in touch, where words are safe."""
    if not may_write(address):
        return
    said = CallQueued(by=queued.by, before=queued.promised_at)
    values = notices.values_of(NoticeCode.CALL_QUEUED, said)
    notices.put(conn, address.id, NoticeCode.CALL_QUEUED, values, now=now, about=queued.call_id)

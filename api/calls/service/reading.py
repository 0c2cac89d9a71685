"""Calls as they are read: by the queue page without anything personal, by their holder whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Literal

from sqlalchemy import Connection

from api.addresses.service import address_of, may_write
from api.audit import service as audit
from api.auth.actor import Actor
from api.calls import rules, store
from api.calls.schemas import (
    Attempt,
    CallDetail,
    CallHelper,
    CallOut,
    CallsOut,
    Filters,
    NumberOut,
)
from api.calls.service.allowed import CallNotHeld, is_theirs, opened_to
from api.calls.store import Call
from api.errors import NotFound, Refusal
from api.inbound import service as inbound
from api.people import service as people
from api.people.schemas import Contact, KeptContact
from api.people.service import Person
from api.recordings import service as recordings
from api.recordings.schemas import RecordingTold
from api.vocabulary import CallReason, CallStatus, Role

Whose = Literal["theirs", "helper"]
STEERING = frozenset({Role.COORDINATOR, Role.ADMIN})
SHOWN_DIGITS = 2


class CallClosed(Refusal):
    """The call is over."""

    code = "call_closed"
    status = 409
    detail = "This call is closed."


def find(conn: Connection, call_id: str) -> Call | None:
    """The call of an id, its way as it stands with what is known of the person now."""
    return _today(store.get(conn, call_id))


def get(conn: Connection, call_id: str, *, lock: bool = False) -> Call:
    """As find, `lock`ed against other changes until this transaction ends; raises NotFound."""
    call = _today((store.lock if lock else store.get)(conn, call_id))
    if call is None:
        raise NotFound
    return call


def _today(call: Call | None) -> Call | None:
    return replace(call, by=rules.heed(call.by, call.accommodations)) if call else None


def is_held(call: Call, now: datetime) -> bool:
    """Whether somebody holds a call now."""
    until = call.claimed_until
    return call.status is CallStatus.CLAIMED and until is not None and until > now


def is_held_by(call: Call, actor: Actor, now: datetime) -> bool:
    """Whether this is who holds a call now, with whichever token of theirs."""
    return is_held(call, now) and is_theirs(call, actor)


def may_act(call: Call, actor: Actor, now: datetime) -> bool:
    """Whether somebody may act in a call: who holds it; while nobody does, a coordinator too."""
    free_to_steer = actor.role in STEERING and not is_held(call, now)
    return free_to_steer or is_held_by(call, actor, now)


def may_listen(call: Call, actor: Actor, now: datetime) -> bool:
    """Whether somebody may hear the voice notes of a call: who holds it, and a coordinator."""
    return actor.role is Role.COORDINATOR or is_held_by(call, actor, now)


def going(conn: Connection, call_id: str, actor: Actor, now: datetime) -> Call:
    """A call that is not over, for somebody who acts in it."""
    call = get(conn, call_id, lock=True)
    if call.status is CallStatus.CLOSED:
        raise CallClosed
    if not may_act(call, actor, now):
        raise CallNotHeld
    return call


def listed(conn: Connection, filters: Filters, actor: Actor, *, now: datetime) -> CallsOut:
    """The queue: danger and unheard alerts, broken promises, unfinished requests, then as due.

    `by` is the way that is right today, whatever it was when the call was queued.
    """
    opens = opened_to(conn, actor)
    listed = store.listed(conn, filters, now)
    found = [shown(conn, call, actor, now=now) for call in listed if opens(call)]
    return CallsOut(items=[one for one in found if filters.by in {None, one.by}])


def opened(conn: Connection, call_id: str, actor: Actor) -> Call:
    """A call that somebody may look at; raises NotFound, too, for one that is not for them."""
    call = get(conn, call_id)
    if not opened_to(conn, actor)(call):
        raise NotFound
    return call


def detail(conn: Connection, call_id: str, actor: Actor, *, now: datetime) -> CallDetail:
    """One call; whom it is with only for its holder, and then it is in the audit.

    Coordinators read what was noted of a closed one. The number stays masked: see `number`.
    """
    call = opened(conn, call_id, actor)
    person = people.person(conn, call.person_id)
    over = call.status is CallStatus.CLOSED and actor.role in STEERING
    revealed = over or is_held_by(call, actor, now)
    listens = may_listen(call, actor, now)
    if revealed:
        audit.record(conn, actor, "reveal", "calls", call.id, now=now)
    address = address_of(conn, call.address_id) if call.address_id else None
    return CallDetail(
        call=shown(conn, call, actor, now=now),
        revealed=revealed,
        name=person.name if revealed else "",
        phone=masked(person.phone),
        note=store.note(conn, call.id) if revealed else "",
        may_write=address is not None and may_write(address),
        may_leave_message=may_leave_message(person),
        contact=person.contact if revealed else KeptContact(),
        ways=list(person.ways),
        helper=_helper(person) if revealed else CallHelper(),
        recordings=_recordings(conn, call.id) if listens else [],
        attempts=[
            Attempt(at=row.at, outcome=row.outcome, again_at=row.again_at)
            for row in store.attempts(conn, call.id)
        ],
    )


def _recordings(conn: Connection, call_id: str) -> list[RecordingTold]:
    told = recordings.of_call(conn, call_id)
    return [one.model_copy(update={"seconds": inbound.lasts(conn, one.id)}) for one in told]


def _helper(person: Person) -> CallHelper:
    profile = person.profile
    if profile is None:
        return CallHelper()
    return CallHelper(name=profile.helper_name, phone=masked(profile.helper_phone))


def may_leave_message(person: Person) -> bool:
    """Whether words may be left where somebody else may hear them: never on a borrowed phone."""
    return person.contact.leave_message and not person.contact.borrowed


def number(
    conn: Connection, call_id: str, actor: Actor, *, whose: Whose = "theirs", now: datetime
) -> NumberOut:
    """The whole number, theirs or their helper's, for who holds the call, and in the audit.

    Raises NotFound or CallNotHeld.
    """
    call = get(conn, call_id)
    if not is_held_by(call, actor, now):
        raise CallNotHeld
    facts = {"whose": whose}
    audit.record(conn, actor, "reveal_number", "calls", call_id, now=now, facts=facts)
    person = people.person(conn, call.person_id)
    if whose == "helper":
        return NumberOut(phone=person.profile.helper_phone if person.profile else "")
    return NumberOut(phone=person.phone)


def set_contact(
    conn: Connection, call_id: str, contact: Contact, actor: Actor, *, now: datetime
) -> None:
    """What whoever holds the call learned of how to phone safely; raises as `going`."""
    call = going(conn, call_id, actor, now)
    people.set_contact(conn, call.person_id, contact)
    audit.record(conn, actor, "contact", "calls", call_id, now=now)


def masked(phone: str) -> str:
    """A phone number of which only the last digits show; "" stays ""."""
    return "•" * max(0, len(phone) - SHOWN_DIGITS) + phone[-SHOWN_DIGITS:]


def shown(conn: Connection, call: Call, actor: Actor, *, now: datetime) -> CallOut:
    """A call as the queue shows it."""
    return CallOut(
        id=call.id,
        person_id=call.person_id,
        address_id=call.address_id,
        request_id=call.request_id,
        offer_id=call.offer_id,
        reason=call.reason,
        by=rules.heed(call.by, call.accommodations),
        language=call.language,
        channel=call.channel,
        accommodations=list(call.accommodations),
        status=call.status,
        urgent=call.reason is CallReason.DANGER or call.unheard_alert,
        unheard_alert=call.unheard_alert,
        overdue=is_overdue(call, now),
        handed_on=call.handed_on_at is not None,
        mine=call.claimed_by is not None and is_theirs(call, actor),
        holder=_first_name(conn, call.holder_id),
        claimed_until=call.claimed_until if call.claimed_by else None,
        tries=call.tries,
        due_at=call.due_at,
        promised_at=call.promised_at,
        created_at=call.created_at,
        outcome=call.outcome,
        closed_at=call.closed_at,
    )


def is_overdue(call: Call, now: datetime) -> bool:
    """Whether nobody has kept the promise that was made."""
    promised = call.promised_at
    return call.status is not CallStatus.CLOSED and promised is not None and promised < now


def _first_name(conn: Connection, person_id: str | None) -> str:
    words = people.person(conn, person_id).name.split() if person_id else []
    return words[0] if words else ""

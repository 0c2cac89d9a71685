"""Talking in a call: answers typed for the resident, sentences to them, and who phoned in."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from api.addresses import service as addresses
from api.addresses.service import AddressRow, may_write
from api.audit import service as audit
from api.auth.actor import Actor
from api.calls import rules, store
from api.calls.rules import OnDuty
from api.calls.schemas import Answered, AnswerIn, MessageIn, MessageOut, OpenIn
from api.calls.service.holding import claim, going_on
from api.calls.service.queueing import queue
from api.calls.service.reading import get
from api.calls.store import Call
from api.database.ids import new_id
from api.errors import Invalid, Refusal
from api.inbound import service as inbound
from api.inbound.schemas import Body, InboundIn
from api.notices import service as notices
from api.notices.schemas import CallMessage
from api.people import service as people
from api.settings import Settings
from api.vocabulary import CallBy, CallReason, Channel, InboundKind, NoticeCode

IN_WRITING = frozenset({CallBy.TEXT, CallBy.RELAY})


class NoConversation(Refusal):
    """There is no conversation that the call could go on with."""

    code = "no_conversation"
    status = 409
    detail = "This call belongs to no conversation, so there is nothing to answer."


class NotInWriting(Refusal):
    """Words are not sent in a spoken call, nor where somebody else may read them."""

    code = "not_in_writing"
    status = 409
    detail = "Words cannot be sent in this call: it is spoken, or the address is not safe."


def answer(
    conn: Connection,
    call_id: str,
    said: AnswerIn,
    actor: Actor,
    *,
    settings: Settings,
    now: datetime,
) -> Answered:
    """Keep what the resident answered, in their lane: the conversation goes on with it.

    A resident without an address gets one for calls. Raises NotFound, CallNotHeld, CallClosed,
    or NoConversation for a call with a group's leader.
    """
    call = with_line(conn, going_on(conn, call_id, actor, settings, now), now)
    kind = InboundKind.BUTTON if said.button else InboundKind.TEXT
    kept = say(conn, call, kind, Body(text=said.text, button=said.button), said.key, now)
    audit.record(conn, actor, "answer", "calls", call_id, now=now)
    return kept


def message(
    conn: Connection,
    call_id: str,
    said: MessageIn,
    actor: Actor,
    *,
    settings: Settings,
    now: datetime,
) -> MessageOut:
    """Send a sentence to the resident, with the caller's first name.

    Raises NotFound, CallNotHeld, CallClosed, NotInWriting, or Invalid without a name.
    """
    call = going_on(conn, call_id, actor, settings, now)
    address = addresses.address_of(conn, call.address_id) if call.address_id else None
    if call.by not in IN_WRITING or address is None or not may_write(address):
        raise NotInWriting
    values = CallMessage(name=_first_name(conn, actor, said.name), text=said.text)
    notice_id = notices.put(
        conn,
        address.id,
        NoticeCode.CALL_MESSAGE,
        notices.values_of(NoticeCode.CALL_MESSAGE, values),
        now=now,
        dedupe=f"call {call_id} {said.key}" if said.key else None,
    )
    audit.record(conn, actor, "message", "calls", call_id, now=now)
    return MessageOut(notice_id=notice_id)


def open_for(
    conn: Connection, caller: OpenIn, actor: Actor, *, settings: Settings, now: datetime
) -> Call:
    """A call with somebody who phoned in, held by who took it; the conversation begins.

    Families share phones, so a known number is a new person all the same.
    """
    person_id = people.add_person(
        conn,
        language=caller.language,
        name=caller.name,
        phone=caller.phone,
        accommodations=(),
        now=now,
    )
    address = line_of(conn, person_id, now)
    duty = OnDuty.of(settings)
    queued = queue(
        conn,
        person_id,
        CallReason.ASKED,
        now=now,
        duty=duty,
        address_id=address.id,
        by=CallBy.VOICE,
        quiet=True,
    )
    audit.record(conn, actor, "open", "calls", queued.call_id, now=now)
    call = claim(conn, queued.call_id, actor, settings=settings, now=now)
    say(conn, call, InboundKind.START, Body(), "start", now)
    return call


def with_line(conn: Connection, call: Call, now: datetime) -> Call:
    """The call with an address its conversation is kept under."""
    if call.address_id is not None or rules.family(call.reason) is rules.Family.LEADER:
        return call
    store.change(conn, call.id, {"address_id": line_of(conn, call.person_id, now).id})
    return get(conn, call.id)


def line_of(conn: Connection, person_id: str, now: datetime) -> AddressRow:
    """Where what is said on the phone is kept, for the person alone: families share numbers."""
    return addresses.address_for(
        conn, Channel.PHONE, f"person:{person_id}", now=now, person_id=person_id
    )


def say(
    conn: Connection, call: Call, kind: InboundKind, body: Body, key: str, now: datetime
) -> Answered:
    """Keep what was said in a call, in the lane of its conversation; once under one `key`."""
    if call.address_id is None:
        raise NoConversation
    said = InboundIn(
        channel=addresses.address_of(conn, call.address_id).channel,
        message_id=f"call:{call.id}:{key or new_id(now)}",
        address=addresses.wire_address(conn, call.address_id),
        kind=kind,
        body=body,
        call_id=call.id,
    )
    received = inbound.receive(conn, said, now=now)
    return Answered(inbound_id=received.inbound_id, again=received.again)


def _first_name(conn: Connection, actor: Actor, given: str) -> str:
    known = people.person(conn, actor.person_id).name if actor.person_id else ""
    words = (known or given).split()
    if not words:
        raise Invalid([{"field": "name", "accepted": "the caller's first name"}])
    return words[0]

"""Somebody who has only a telephone is invited: a call is queued, the form waits in it.

A number never says who somebody is: a resident of that number stays a person of their own.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Literal

from sqlalchemy import Connection

from api.audit import service as audit
from api.auth.actor import Actor
from api.calls import service as calls
from api.errors import Invalid, NotFound, Refusal
from api.groups import service as groups
from api.groups.schemas import InviteIn
from api.inbound.schemas import Body
from api.invites import rules, store
from api.invites.schemas import InvitedTo, PhoneInviteIn, PhoneInviteOut, PhoneInvites
from api.invites.store import Invite
from api.people import service as people
from api.settings import Settings
from api.vocabulary import CallReason, InboundKind, InvitedAs, Role

ROLES: Mapping[InvitedAs, Literal[Role.VOLUNTEER, Role.CALLER]] = {
    InvitedAs.VOLUNTEER: Role.VOLUNTEER,
    InvitedAs.LEADER: Role.VOLUNTEER,
    InvitedAs.CALLER: Role.CALLER,
}
"""What their invite makes of them; a leader is a volunteer who also leads."""

LONGER = timedelta(days=1)
"""The code outlasts the invite by this: who is on the phone as that ends still joins by it."""

TAKEN = {
    "field": "body.phone",
    "accepted": "a number at which nobody is invited yet; for another person who shares it, "
    "somebody_else and their name",
}


class AlreadyInvited(Refusal):
    """One person is invited once, and rung by one call."""

    code = "already_invited"
    status = 409
    detail = "Somebody at this number is invited already, or belongs to a group. Nobody was added."


def invite(
    conn: Connection, wanted: PhoneInviteIn, actor: Actor, *, settings: Settings, now: datetime
) -> str:
    """Add the person and queue the call with them; the id of the invite.

    What they are asked, and every answer, is the form of any invite. Raises NotFound, Invalid, or
    AlreadyInvited.
    """
    store.lock(conn)
    if groups.get(conn, wanted.group_id).closed_at is not None:
        raise Invalid([{"field": "body.group_id", "accepted": "a group that is not closed"}])
    _check_new(conn, wanted)
    person_id = _add(conn, wanted, now)
    call_id = _call(conn, person_id, wanted, actor, settings=settings, now=now)
    code = groups.invite(
        conn,
        wanted.group_id,
        InviteIn(role=ROLES[wanted.invited_as], days=wanted.days + LONGER.days),
        by=actor.id,
        now=now,
    )
    values = {
        "group_id": wanted.group_id,
        "person_id": person_id,
        "call_id": call_id,
        "invited_as": wanted.invited_as,
        "created_by": actor.id,
        "expires_at": code.expires_at - LONGER,
    }
    invite_id = store.add(conn, values, now)
    call = calls.get(conn, call_id)
    calls.say(conn, call, InboundKind.START, Body(link=code.code), "invite", now)
    audit.record(conn, actor, "invite_by_phone", "phone_invites", invite_id, now=now)
    return invite_id


def _check_new(conn: Connection, wanted: PhoneInviteIn) -> None:
    """Among those invited and those who lead; residents of that number are not asked about."""
    name = wanted.name.strip()
    if wanted.somebody_else and not name:
        raise Invalid([{"field": "body.name", "accepted": "their name, for they share a number"}])
    known = [people.person(conn, person_id) for person_id in store.there(conn)]
    names = [one.name for one in known if one.phone == wanted.phone]
    if rules.is_there(names, name, somebody_else=wanted.somebody_else):
        raise AlreadyInvited([TAKEN])


def _add(conn: Connection, wanted: PhoneInviteIn, now: datetime) -> str:
    return people.add_person(
        conn,
        language=wanted.language,
        name=wanted.name.strip(),
        phone=wanted.phone,
        accommodations=wanted.accommodations,
        now=now,
    )


def _call(
    conn: Connection,
    person_id: str,
    wanted: PhoneInviteIn,
    actor: Actor,
    *,
    settings: Settings,
    now: datetime,
) -> str:
    """The call with them, of which nobody has told them; what a caller should know is noted."""
    line = calls.line_of(conn, person_id, now)
    queued = calls.queue(
        conn,
        person_id,
        CallReason.INVITED,
        now=now,
        duty=calls.OnDuty.of(settings),
        address_id=line.id,
        quiet=True,
    )
    if wanted.note.strip():
        calls.leave_note(conn, queued.call_id, wanted.note.strip(), actor, now=now)
    return queued.call_id


def shown(conn: Connection, invite_id: str) -> PhoneInviteOut:
    """One invite, without who it is for; raises NotFound."""
    found = store.get(conn, invite_id)
    if found is None:
        raise NotFound
    return _out(found)


def listed(conn: Connection) -> PhoneInvites:
    """Every invite by telephone, the newest first."""
    return PhoneInvites(items=[_out(one) for one in store.listed(conn)])


def told(conn: Connection, call_id: str, actor: Actor, *, now: datetime) -> InvitedTo:
    """What whoever holds the call says first: who invites, into which group, as what.

    Raises NotFound, also for a call about something else, or CallNotHeld.
    """
    call, found = calls.get(conn, call_id), store.of_call(conn, call_id)
    if not calls.is_held_by(call, actor, now):
        raise calls.CallNotHeld
    if found is None:
        raise NotFound
    inviter = store.person_of(conn, found.created_by)
    return InvitedTo(
        group=groups.get(conn, found.group_id).name,
        invited_as=found.invited_as,
        inviter=people.person(conn, inviter).name if inviter else "",
    )


def _out(one: Invite) -> PhoneInviteOut:
    return PhoneInviteOut(
        id=one.id,
        group_id=one.group_id,
        invited_as=one.invited_as,
        status=one.status,
        call_id=one.call_id,
        tries=one.tries,
        handed_on=one.handed_on_at is not None,
        created_at=one.created_at,
        expires_at=one.expires_at,
        ended_at=one.ended_at,
    )

"""How an invite by telephone ends: they join, say no, or its time is over.

Whoever has not joined by then is forgotten at once: somebody else gave us their number.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from api.audit import service as audit
from api.auth.actor import LINLI, Actor
from api.calls import service as calls
from api.groups import service as groups
from api.groups.schemas import GroupChange
from api.invites import rules, store
from api.invites.store import Invite
from api.retention import service as retention
from api.retention.service import StillOpen
from api.settings import Settings
from api.vocabulary import CallReason, CallStatus, InvitedAs, InviteStatus


def joined(
    conn: Connection, person_id: str, group_id: str, *, actor: Actor, now: datetime
) -> None:
    """Somebody became a volunteer; who was invited by telephone to lead the group leads it."""
    for one in store.waiting_of(conn, person_id):
        store.end(conn, one.id, InviteStatus.JOINED, now)
        if one.invited_as is InvitedAs.LEADER and one.group_id == group_id:
            groups.change(conn, group_id, GroupChange(leader_id=person_id), now=now)
            audit.record(conn, actor, "lead", "groups", group_id, now=now)


def due(conn: Connection, now: datetime, _settings: Settings) -> bool:
    """End the invites that are over; whether there was any."""
    ended = [one.id for one in store.going_on(conn) if _ended(conn, one, now)]
    return bool(ended)


def next_due(conn: Connection, _settings: Settings) -> datetime | None:
    """When the time of an invite is over; not while somebody may be talking with them."""
    waiting = (one for one in store.going_on(conn) if one.status is InviteStatus.WAITING)
    return min((max(one.expires_at, one.until or one.expires_at) for one in waiting), default=None)


def _ended(conn: Connection, one: Invite, now: datetime) -> bool:
    if one.status is InviteStatus.JOINED:
        return _put_away(conn, one, now)
    if one.call_status is CallStatus.CLOSED:
        return _end(conn, one, rules.came_to(one.outcome), now)
    if one.expires_at <= now and _put_away(conn, one, now):
        return _end(conn, one, InviteStatus.OVER, now)
    return False


def _put_away(conn: Connection, one: Invite, now: datetime) -> bool:
    """Nobody rings them for this any more, unless it is about something else by now."""
    if one.reason is not CallReason.INVITED:
        return one.status is InviteStatus.WAITING and one.call_status is CallStatus.QUEUED
    return calls.put_away(conn, one.call_id, now=now)


def _end(conn: Connection, one: Invite, status: InviteStatus, now: datetime) -> bool:
    if not store.end(conn, one.id, status, now):
        return False  # another worker was faster, or they joined meanwhile
    if not store.belongs(conn, one.person_id):
        _forget(conn, one.person_id, now)
    return True


def _forget(conn: Connection, person_id: str, now: datetime) -> None:
    """Who asked for something themselves is a resident now, and forgotten as residents are."""
    try:
        retention.erase(conn, person_id, actor=LINLI, now=now)
    except StillOpen:
        return

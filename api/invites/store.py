"""The SQL of invites by telephone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from api.database.engine import order_lock
from api.database.ids import new_id
from api.database.prepared import Prepared
from api.database.tables.auth import tokens
from api.database.tables.calls import call_attempts, calls
from api.database.tables.groups import groups, phone_invites, volunteers
from api.vocabulary import CallOutcome, CallReason, CallStatus, InvitedAs, InviteStatus

LISTED = 100
"""The newest so many are listed."""


@dataclass(frozen=True, slots=True)
class Invite:
    """An invite beside its call as that is now; `until` is when whoever holds it must be done."""

    id: str
    group_id: str
    person_id: str
    call_id: str
    invited_as: InvitedAs
    status: InviteStatus
    created_by: str
    created_at: datetime
    expires_at: datetime
    ended_at: datetime | None
    reason: CallReason
    call_status: CallStatus
    outcome: CallOutcome | None
    until: datetime | None
    handed_on_at: datetime | None
    tries: int


_TRIES = (
    sa.select(sa.func.count())
    .where(call_attempts.c.call_id == calls.c.id)
    .correlate(calls)
    .scalar_subquery()
)
_OWN = tuple(phone_invites.c[name] for name in Invite.__slots__ if name in phone_invites.c)
_SELECTED = sa.select(
    *_OWN,
    calls.c.reason,
    calls.c.status.label("call_status"),
    calls.c.outcome,
    calls.c.claimed_until.label("until"),
    calls.c.handed_on_at,
    _TRIES.label("tries"),
).select_from(phone_invites.join(calls, calls.c.id == phone_invites.c.call_id))
_WAITING = phone_invites.c.status == InviteStatus.WAITING
_RUNG_STILL = sa.and_(
    phone_invites.c.status == InviteStatus.JOINED, calls.c.status != CallStatus.CLOSED
)
GOING_ON = Prepared(_SELECTED.where(sa.or_(_WAITING, _RUNG_STILL)).order_by(phone_invites.c.id))
"""Built once: the worker asks it whenever it wakes."""


def lock(conn: Connection) -> None:
    """Nobody else is invited by telephone until this transaction ends."""
    order_lock(conn, "phone invites")


def add(conn: Connection, values: Mapping[str, Any], now: datetime) -> str:
    """A new invite that waits for its call; its id."""
    invite_id = new_id(now)
    row = {"id": invite_id, "status": InviteStatus.WAITING, "created_at": now, **values}
    conn.execute(phone_invites.insert().values(row))
    return invite_id


def end(conn: Connection, invite_id: str, status: InviteStatus, now: datetime) -> bool:
    """What became of an invite; whether it waited until now."""
    waits = sa.and_(phone_invites.c.id == invite_id, _WAITING)
    ended = phone_invites.update().where(waits).values(status=status, ended_at=now)
    return conn.execute(ended).rowcount == 1


def going_on(conn: Connection) -> list[Invite]:
    """Every invite that waits, and those whose call is still open though they joined."""
    return [Invite(*tuple(row)) for row in GOING_ON.all(conn, {})]


def waiting_of(conn: Connection, person_id: str) -> list[Invite]:
    """The invites of a person that wait."""
    mine = _SELECTED.where(_WAITING, phone_invites.c.person_id == person_id)
    return [Invite(*tuple(row)) for row in conn.execute(mine)]


def of_call(conn: Connection, call_id: str) -> Invite | None:
    """The invite that a call is about."""
    row = conn.execute(_SELECTED.where(phone_invites.c.call_id == call_id)).first()
    return Invite(*tuple(row)) if row else None


def get(conn: Connection, invite_id: str) -> Invite | None:
    """The invite of an id."""
    row = conn.execute(_SELECTED.where(phone_invites.c.id == invite_id)).first()
    return Invite(*tuple(row)) if row else None


def listed(conn: Connection) -> list[Invite]:
    """Invites, the newest first."""
    newest = _SELECTED.order_by(phone_invites.c.id.desc()).limit(LISTED)
    return [Invite(*tuple(row)) for row in conn.execute(newest)]


def there(conn: Connection) -> list[str]:
    """The people who are invited by telephone now or joined so, and those who lead a group."""
    member = sa.exists().where(
        volunteers.c.person_id == phone_invites.c.person_id, volunteers.c.left_at.is_(None)
    )
    joined = sa.and_(phone_invites.c.status == InviteStatus.JOINED, member)
    invited = sa.select(phone_invites.c.person_id).where(sa.or_(_WAITING, joined))
    leads = sa.select(groups.c.leader_id).where(
        groups.c.leader_id.is_not(None), groups.c.closed_at.is_(None)
    )
    return list(conn.scalars(sa.union(invited, leads)))


def belongs(conn: Connection, person_id: str) -> bool:
    """Whether somebody is a volunteer, or leads a group."""
    member = sa.exists().where(volunteers.c.person_id == person_id, volunteers.c.left_at.is_(None))
    leads = sa.exists().where(groups.c.leader_id == person_id, groups.c.closed_at.is_(None))
    return bool(conn.scalar(sa.select(sa.or_(member, leads))))


def person_of(conn: Connection, token_id: str) -> str | None:
    """Whose token this is, if it is somebody's."""
    found: str | None = conn.scalar(sa.select(tokens.c.person_id).where(tokens.c.id == token_id))
    return found

"""One lane is leased, with what is to be answered, where the conversation is, what is true.

What a person said comes before anything we want to ask them.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection

from api.addresses import service as addresses
from api.addresses.service import AddressRow
from api.calls import service as calls
from api.calls.rules import OnDuty
from api.database.engine import after_commit_wake
from api.inbound import service as inbound
from api.inbound.schemas import InboundIn
from api.inbound.service import Heard
from api.lanes import service as lanes
from api.lanes.service import Direction
from api.notices import service as notices
from api.notices.service import Notice
from api.recordings import service as recordings
from api.sessions import service as sessions
from api.sessions.schemas import SessionOut
from api.settings import Settings
from api.turns import rules
from api.turns.schemas import (
    Claimed,
    ClaimIn,
    ClaimOut,
    Facts,
    InboundOut,
    Opening,
    ReceivedOut,
)
from api.turns.service.facts import facts_of
from api.turns.service.lane import free
from api.vocabulary import CallReason, InboundKind

WORDS = frozenset({InboundKind.TEXT, InboundKind.VOICE})
"""What answers a question without naming it."""

EMPTY_LANES = 20
"""So many lanes with nothing to do in them are looked at before giving up for this time."""


def claim(conn: Connection, wanted: ClaimIn, *, settings: Settings, now: datetime) -> ClaimOut:
    """Work, leased for `lease_s` seconds, or when there may be some."""
    lasts = timedelta(seconds=wanted.lease_s)
    for _ in range(EMPTY_LANES):
        lease, leased = lanes.lease(conn, Direction.IN, now=now, lasts=lasts, limit=1)
        if not leased:
            break
        address = addresses.address_of(conn, leased[0])
        work = _work(conn, address, lease, settings=settings, now=now)
        if work is not None:
            return ClaimOut(work=work, next_at=lanes.next_due(conn, Direction.IN))
        free(conn, leased[0], now=now)
    return ClaimOut(work=None, next_at=lanes.next_due(conn, Direction.IN))


def hear(
    conn: Connection, message: InboundIn, *, settings: Settings, now: datetime
) -> ReceivedOut:
    """Keep a message; its lane is leased to who brings it if they ask for that and it is free.

    Otherwise who waits for something to answer is woken.
    """
    received, address = inbound.keep(conn, message, now=now)
    work = None
    if message.lease_s and address is not None:
        lasts = timedelta(seconds=message.lease_s)
        work = _lane(conn, address, lasts, settings=settings, now=now)
    if work is None and not received.again:
        after_commit_wake(conn, "inbound")
    return ReceivedOut(**dict(received), work=work)


def _lane(
    conn: Connection, address: AddressRow, lasts: timedelta, *, settings: Settings, now: datetime
) -> Claimed | None:
    """What there is to do in one lane, leased; None when it is not free or has nothing."""
    lease = lanes.lease_one(conn, address.id, Direction.IN, now=now, lasts=lasts)
    if not lease:
        return None
    work = _work(conn, address, lease, settings=settings, now=now)
    if work is None:
        free(conn, address.id, now=now)
    return work


def _work(
    conn: Connection, address: AddressRow, lease: str, *, settings: Settings, now: datetime
) -> Claimed | None:
    heard = _answerable(conn, address, settings=settings, now=now)
    session, silent_s = sessions.resting(conn, address.id, now=now)
    opening = None
    if heard is None:
        asking = notices.waiting(conn, address.id, asking=True)
        opening = rules.opening(asking, session, now)
    if address.person_id is None or (heard is None and opening is None):
        return None
    facts = facts_of(conn, address.person_id, address, heard, silent_s=silent_s, now=now)
    return Claimed(
        lease=lease,
        channel=address.channel,
        address_id=address.id,
        inbound=_inbound(heard) if heard else None,
        opening=_opening(opening) if opening else None,
        session=session,
        told_at=_told_at(conn, heard, session, facts),
        facts=facts,
    )


def _told_at(
    conn: Connection, heard: Heard | None, session: SessionOut, facts: Facts
) -> datetime | None:
    """When the open question reached them, for words at one that may have come by itself."""
    asked_by_us = facts.volunteer or facts.tasks or facts.requests
    if heard is None or heard.kind not in WORDS or not asked_by_us:
        return session.asked_at
    return notices.newest_sent_at(conn, session.address_id)


def _answerable(
    conn: Connection, address: AddressRow, *, settings: Settings, now: datetime
) -> Heard | None:
    """The head of the lane; what nobody could answer goes to a person and the lane goes on."""
    while (heard := inbound.take(conn, address.id)) is not None:
        if heard.attempts <= rules.ATTEMPTS:
            return heard
        if address.person_id is not None:
            reason = CallReason.MISUNDERSTOOD
            duty = OnDuty.of(settings)
            queued = calls.queue(
                conn, address.person_id, reason, now=now, address_id=address.id, duty=duty
            )
            recordings.give(conn, heard.id, queued.call_id)
        inbound.settle(conn, heard.id, address.id, now=now)
    return None


def _inbound(heard: Heard) -> InboundOut:
    return InboundOut(
        id=heard.id,
        kind=heard.kind,
        body=heard.body,
        received_at=heard.received_at,
        call_id=heard.call_id,
    )


def _opening(notice: Notice) -> Opening:
    return Opening(
        notice_id=notice.id, form=notice.opens, about={**notice.values, "notice": notice.code}
    )

"""Reports of the last batch and a lease of the next, in one transaction.

A lane gives one notice at a time, so that order is kept; a lease that ends unreported lets
another worker send it again.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import Connection

from api.addresses import service as addresses
from api.addresses.service import AddressRow
from api.deliveries.schemas import DeliveriesIn, DeliveriesOut, NoticeOut
from api.deliveries.service.dead import bury
from api.deliveries.service.reporting import apply
from api.groups import service as groups
from api.lanes import service as lanes
from api.lanes.service import Direction
from api.notices import service as notices
from api.notices.service import Notice
from api.people import service as people
from api.settings import Settings
from api.vocabulary import Accommodation


def claim(
    conn: Connection, wanted: DeliveriesIn, *, settings: Settings, now: datetime
) -> DeliveriesOut:
    """Apply the reports, then lease at most `limit` lanes of these channels."""
    for report in wanted.reports:
        apply(conn, report, settings=settings, now=now)
    lease, leased = lanes.lease(
        conn,
        Direction.OUT,
        now=now,
        lasts=timedelta(seconds=wanted.lease_s),
        limit=wanted.limit,
        channels=wanted.channels,
    )
    taken = [_take(conn, one, lease, settings=settings, now=now) for one in leased]
    told = [notice for notice in taken if notice is not None]
    notices.attempt(conn, [notice.notice_id for notice in told])
    more = len(leased) == wanted.limit
    next_at = now if more else lanes.next_due(conn, Direction.OUT, wanted.channels)
    return DeliveriesOut(notices=told, next_at=next_at)


def lease_one(
    conn: Connection, address_id: str, lasts: timedelta, *, settings: Settings, now: datetime
) -> NoticeOut | None:
    """What is to be sent next at one address, leased; None while another sends there."""
    lease = lanes.lease_one(conn, address_id, Direction.OUT, now=now, lasts=lasts)
    notice = _take(conn, address_id, lease, settings=settings, now=now) if lease else None
    if notice is not None:
        notices.attempt(conn, [notice.notice_id])
    return notice


def _take(
    conn: Connection, address_id: str, lease: str, *, settings: Settings, now: datetime
) -> NoticeOut | None:
    """The head of a leased lane; a lane with nothing to send, or a dead one, is given back."""
    address = addresses.address_of(conn, address_id)
    if address.dead_at is not None:
        bury(conn, address, settings=settings, now=now)
        return None
    head = notices.head(conn, address_id, now=now)
    if head is None:
        due_at = notices.next_due(conn, address_id)
        lanes.free(conn, address_id, Direction.OUT, due_at=due_at)
        return None
    return _out(conn, address, head, lease)


def _out(conn: Connection, address: AddressRow, head: Notice, lease: str) -> NoticeOut:
    language, needs = _whose(conn, address)
    return NoticeOut(
        notice_id=head.id,
        lease=lease,
        address_id=address.id,
        channel=address.channel,
        address=addresses.wire_address(conn, address.id),
        language=language,
        accommodations=list(needs),
        code=head.code,
        values=head.values,
        edits=notices.edits(conn, head),
    )


def _whose(conn: Connection, address: AddressRow) -> tuple[str, Sequence[Accommodation]]:
    """The person's language, and what they need of it; of a chat the group's first language."""
    if address.person_id is not None:
        return people.talked_with(conn, address.person_id)
    if address.group_id is not None:
        return next(iter(groups.get(conn, address.group_id).languages), ""), ()
    return "", ()

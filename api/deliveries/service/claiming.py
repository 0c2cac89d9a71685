"""Reports of the last batch and a lease of the next, in one transaction.

A lane gives one notice at a time, so that order is kept; a lease that ends unreported lets
another worker send it again.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from api.addresses import service as addresses
from api.addresses.rules import before
from api.addresses.schemas import SpokenTo
from api.deliveries import store
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
    next_at = lanes.next_due(conn, Direction.OUT, wanted.channels)
    if next_at is None or next_at > now:
        return DeliveriesOut(notices=[], next_at=next_at)
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
    more = len(leased) == wanted.limit
    next_at = now if more else lanes.next_due(conn, Direction.OUT, wanted.channels)
    return DeliveriesOut(notices=told, next_at=next_at)


def lease_one(
    conn: Connection, address_id: str, lasts: timedelta, *, settings: Settings, now: datetime
) -> NoticeOut | None:
    """What is to be sent next at one address, leased; None while another sends there."""
    lease = lanes.lease_one(conn, address_id, Direction.OUT, now=now, lasts=lasts)
    return _take(conn, address_id, lease, settings=settings, now=now) if lease else None


def _take(
    conn: Connection, address_id: str, lease: str, *, settings: Settings, now: datetime
) -> NoticeOut | None:
    """The head of a leased lane; a lane with nothing to send, or a dead one, is given back."""
    reader = store.reader(conn, address_id)
    if reader.dead_at is not None:
        bury(conn, addresses.address_of(conn, address_id), settings=settings, now=now)
        return None
    head = notices.take(conn, address_id, now=now)
    if head is None:
        due_at = notices.next_due(conn, address_id)
        lanes.free(conn, address_id, Direction.OUT, due_at=due_at)
        return None
    return _out(conn, reader, head, lease)


def _out(conn: Connection, reader: sa.Row[Any], head: Notice, lease: str) -> NoticeOut:
    profile = people.kept_profile(conn, reader.person_id, reader.profile)
    said = SpokenTo.model_validate(reader.manner or {})
    return NoticeOut(
        notice_id=head.id,
        lease=lease,
        address_id=reader.id,
        channel=reader.channel,
        address=store.unsealed(conn, reader),
        language=_language(conn, reader),
        accommodations=[Accommodation(code) for code in reader.accommodations or ()],
        ways=list(profile.ways) if profile else [],
        manner=before(said, profile.manner) if profile else said,
        code=head.code,
        values=head.values,
        edits=notices.edits(conn, head),
    )


def _language(conn: Connection, reader: sa.Row[Any]) -> str:
    """The person's language, of a chat the group's first one; "" while none is known."""
    if reader.language is None and reader.group_id is not None:
        return next(iter(groups.get(conn, reader.group_id).languages), "")
    return reader.language or ""

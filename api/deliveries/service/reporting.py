"""What became of a notice, and what follows for it, its lane and its address."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from api.addresses import service as addresses
from api.addresses.schemas import SpokenTo
from api.alerts import service as alerts
from api.database.engine import after_commit_wake
from api.deliveries import rules
from api.deliveries.rules import Fate
from api.deliveries.schemas import Report
from api.deliveries.service.dead import bury
from api.lanes import service as lanes
from api.lanes.service import Direction, LeaseLost
from api.notices import service as notices
from api.notices.schemas import CoordinatorAlert, Nothing
from api.notices.service import Notice
from api.settings import Settings
from api.vocabulary import CallReason, NoticeCode


def apply(conn: Connection, report: Report, *, settings: Settings, now: datetime) -> None:
    """Apply one report. One that comes after another worker took the lane only counts as sent."""
    notice = notices.get(conn, report.notice_id)
    if notice is None or notice.ended_at is not None:
        return
    try:
        lanes.check(conn, notice.address_id, Direction.OUT, report.lease)
    except LeaseLost:
        if report.failure is None:
            _sent(conn, notice, report.wire_id, now)
        return
    if report.failure is None:
        _sent(conn, notice, report.wire_id, now)
        if report.voice_refused:
            _write_from_now(conn, notice, now)
        _free(conn, notice.address_id)
    else:
        _failed(conn, notice, report, settings=settings, now=now)


def _sent(conn: Connection, notice: Notice, wire_id: str, now: datetime) -> None:
    notices.sent(conn, notice.id, wire_id, now=now)
    if notice.code == NoticeCode.SAFEGUARDING_ALERT:
        alerts.heard(conn, notice.about, now=now)


def _write_from_now(conn: Connection, notice: Notice, now: datetime) -> None:
    """Who lets nobody send them voice notes is written to from now on, and is told so once."""
    address = addresses.address_of(conn, notice.address_id)
    if address.person_id is None or address.manner.voice is False:
        return
    addresses.set_manner(conn, address.id, SpokenTo(voice=False))
    values = notices.values_of(NoticeCode.VOICE_REFUSED, Nothing())
    notices.put(conn, address.id, NoticeCode.VOICE_REFUSED, values, now=now)


def _free(conn: Connection, address_id: str) -> None:
    due_at = notices.next_due(conn, address_id)
    lanes.free(conn, address_id, Direction.OUT, due_at=due_at)


def _failed(
    conn: Connection, notice: Notice, report: Report, *, settings: Settings, now: datetime
) -> None:
    failure = report.failure
    if failure is None:
        return
    match rules.fate(
        failure,
        moved_to=report.moved_to,
        created_at=notice.created_at,
        now=now,
        settings=settings,
    ):
        case Fate.AGAIN:
            rest = rules.pause(notice.attempts, asked_s=report.retry_after_s, seed=notice.id)
            lanes.pause(
                conn, notice.address_id, Direction.OUT, due_at=notice.due_at, until=now + rest
            )
            after_commit_wake(conn, "notices")  # who waits learns until when
        case Fate.DEAD:
            addresses.mark_dead(conn, notice.address_id, now=now)
            bury(conn, addresses.address_of(conn, notice.address_id), settings=settings, now=now)
        case Fate.MOVED:
            _follow(conn, notice, report.moved_to, now=now, settings=settings)
        case Fate.FAILED:
            notices.fail(conn, notice.id, failure, now=now)
            _free(conn, notice.address_id)
            _tell_coordinators(conn, notice, settings=settings, now=now)


def _follow(
    conn: Connection, notice: Notice, moved_to: str, *, settings: Settings, now: datetime
) -> None:
    """The wire renamed the address; when its new name was known, that one takes over."""
    address = addresses.address_of(conn, notice.address_id)
    old = addresses.wire_address(conn, address.id)
    here = addresses.move(conn, address.channel, old, moved_to, now=now)
    if here is not None and here.id != address.id:
        bury(conn, addresses.address_of(conn, address.id), to=here, settings=settings, now=now)
    else:
        _free(conn, notice.address_id)


def _tell_coordinators(
    conn: Connection, notice: Notice, *, settings: Settings, now: datetime
) -> None:
    """Once a day for each kind of notice; never because an alert itself could not be sent."""
    if notice.code == NoticeCode.COORDINATOR_ALERT:
        return
    notices.tell_coordinators(
        conn,
        CoordinatorAlert(reason=CallReason.ADDRESS_DEAD),
        settings=settings,
        now=now,
        dedupe=f"unsent {notice.code} {now:%Y-%m-%d}",
    )

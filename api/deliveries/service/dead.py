"""Nothing can be sent to an address any more: what waits goes elsewhere, or a person calls.

Law: no resident is left with a question nobody can put to them, and without a way to a person.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import Connection

from api.addresses import service as addresses
from api.addresses.service import AddressRow
from api.arrivals import service as arrivals
from api.calls import service as calls
from api.calls.rules import OnDuty, Way, WayKind, calls_first
from api.dispatch import service as dispatch
from api.inbound import service as inbound
from api.lanes import service as lanes
from api.lanes.service import Direction
from api.notices import service as notices
from api.notices.schemas import VALUES, CoordinatorAlert
from api.notices.service import Notice
from api.people import service as people
from api.sessions import service as sessions
from api.settings import Settings
from api.vocabulary import CallReason, NoticeCode, SendFailure

AGAIN_AFTER = timedelta(seconds=10)
"""So long what was said last from a dead address has to be answered before it is looked again."""

DANGER_CARD = "danger_card"
"""What a conversation says that matters wherever it is read: the emergency numbers."""


def bury(
    conn: Connection,
    address: AddressRow,
    *,
    to: AddressRow | None = None,
    settings: Settings,
    now: datetime,
) -> None:
    """Empty the lanes of a dead address into a living one of the same person, or queue a call.

    Notices are said there, and the question still open is asked there. A prompt is not sent
    again: it is of the conversation, which puts its open question itself. Who is rather talked
    with than written to is called as well.
    """
    dispatch.unreached(conn, address, now=now)
    ways = calls.ways_of(conn, address.person_id) if address.person_id else ()
    here = to or _written_next(conn, ways)
    waiting = notices.waiting(conn, address.id)
    waiting += notices.waiting(conn, address.id, asking=True)
    _rehome(conn, waiting, here, now=now)
    answers = _is_answering(conn, address, now)
    lanes.free(conn, address.id, Direction.OUT, due_at=now + AGAIN_AFTER if answers else None)
    left = not answers and _is_left(conn, address, here, now)
    spoken = to is None and bool(ways) and calls_first(ways)
    if left or (waiting and (here is None or spoken)):
        key = waiting[0].id if waiting else address.id
        _hand_over(conn, address, here, key, settings=settings, now=now)


def _written_next(conn: Connection, ways: Sequence[Way]) -> AddressRow | None:
    """The next address of the person that is safe to write to."""
    written = (way.address_id for way in ways if way.kind is WayKind.WRITE)
    found = next(written, None)
    return addresses.address_of(conn, found) if found else None


def _rehome(
    conn: Connection, waiting: Sequence[Notice], here: AddressRow | None, *, now: datetime
) -> None:
    for notice in waiting:
        if here is not None and _matters_elsewhere(notice):
            notices.rehome(conn, notice, here.id, now=now)
        else:
            notices.fail(conn, notice.id, SendFailure.STOPPED, now=now)


def _matters_elsewhere(notice: Notice) -> bool:
    """News does, and the emergency numbers; that a conversation left this address does not."""
    if notice.code == NoticeCode.WENT_ELSEWHERE:
        return False
    return notice.code in VALUES or notice.code.endswith(DANGER_CARD)


def _is_answering(conn: Connection, address: AddressRow, now: datetime) -> bool:
    """Whether something said from there is still to be answered: that may change the question."""
    if address.person_id is None:
        return False
    held = lanes.is_held(conn, address.id, Direction.IN, now)
    return held or inbound.head(conn, address.id) is not None


def _is_left(
    conn: Connection, address: AddressRow, here: AddressRow | None, now: datetime
) -> bool:
    """Whether a question stays open at the dead address, and somebody waits for what follows it.

    Who never agreed to be asked anything has nothing here that a person could go on with.
    """
    if address.person_id is None or not sessions.rests(conn, address.id):
        return False
    if here is not None and arrivals.follow(conn, address, here, now=now):
        return False
    begun = sessions.is_unfinished(conn, address.id)
    return begun or people.has_consented(conn, address.person_id)


def _hand_over(
    conn: Connection,
    address: AddressRow,
    here: AddressRow | None,
    key: str,
    *,
    settings: Settings,
    now: datetime,
) -> None:
    """A person gets in touch; of a group chat only a coordinator can know another way."""
    reason = CallReason.ADDRESS_DEAD
    if address.person_id is not None:
        duty, at = OnDuty.of(settings), (here or address).id
        calls.queue(conn, address.person_id, reason, address_id=at, duty=duty, now=now)
        sessions.put_aside(conn, address.id)
        return
    alert = CoordinatorAlert(reason=reason)
    notices.tell_coordinators(conn, alert, settings=settings, now=now, dedupe=f"dead {key}")

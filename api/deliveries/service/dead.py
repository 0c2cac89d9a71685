"""Nothing can be sent to an address any more: what waits goes elsewhere, or a person calls."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from api.addresses import service as addresses
from api.addresses.service import AddressRow
from api.calls import service as calls
from api.calls.rules import OnDuty
from api.lanes import service as lanes
from api.lanes.service import Direction
from api.notices import service as notices
from api.notices.schemas import VALUES, CoordinatorAlert
from api.notices.service import Notice
from api.settings import Settings
from api.vocabulary import CallReason, SendFailure


def bury(
    conn: Connection,
    address: AddressRow,
    *,
    to: AddressRow | None = None,
    settings: Settings,
    now: datetime,
) -> None:
    """Empty the lanes of a dead address into a living one of the same person, or queue a call.

    A prompt belongs to the conversation at its address and goes nowhere else.
    """
    here = to or _elsewhere(conn, address)
    waiting = notices.waiting(conn, address.id)
    waiting += notices.waiting(conn, address.id, asking=True)
    for notice in waiting:
        if here is not None and notice.code in VALUES:
            notices.rehome(conn, notice, here.id, now=now)
        else:
            notices.fail(conn, notice.id, SendFailure.STOPPED, now=now)
    lanes.free(conn, address.id, Direction.OUT, due_at=None)
    if waiting and here is None:
        _hand_over(conn, address, waiting[0], settings=settings, now=now)


def _elsewhere(conn: Connection, address: AddressRow) -> AddressRow | None:
    if address.person_id is None:
        return None
    return addresses.living_address(conn, address.person_id)


def _hand_over(
    conn: Connection, address: AddressRow, first: Notice, *, settings: Settings, now: datetime
) -> None:
    """A person gets in touch; of a group chat only a coordinator can know another way."""
    reason = CallReason.ADDRESS_DEAD
    if address.person_id is not None:
        duty = OnDuty.of(settings)
        calls.queue(conn, address.person_id, reason, address_id=address.id, duty=duty, now=now)
        return
    alert = CoordinatorAlert(reason=reason)
    key = f"dead {first.id}"
    notices.tell_coordinators(conn, alert, settings=settings, now=now, dedupe=key)

"""What is said of a call that does not come as promised: to the coordinators, and the resident."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection

from api.addresses import service as addresses
from api.addresses.service import AddressRow, may_write
from api.calls import store
from api.calls.store import Call
from api.notices import service as notices
from api.notices.schemas import CallDelayed, CallTried, CoordinatorAlert
from api.settings import Settings
from api.vocabulary import CallOutcome, NoticeCode
from api.wire import Wire

PROMISES = (NoticeCode.CALL_QUEUED, NoticeCode.CALL_DELAYED, NoticeCode.CALL_TRIED)
"""What a resident is told of a call: the newest alone is true."""


def alert(
    conn: Connection,
    call: Call,
    key: str,
    *,
    tries: Sequence[CallOutcome] = (),
    settings: Settings,
    now: datetime,
) -> None:
    """Tell the coordinators of a call, once under this key; `tries` were all in vain."""
    said = CoordinatorAlert(
        reason=call.reason,
        receipt=store.receipt_of(conn, call.request_id),
        before=call.promised_at,
        tries=list(tries),
    )
    once = f"call {call.id} {key}"
    notices.tell_coordinators(conn, said, settings=settings, now=now, dedupe=once, about=call.id)


def told_at(conn: Connection, call: Call) -> AddressRow | None:
    """Where the resident was told of the call, or is written to now; None if they were not told.

    Who was told nothing has a reason: somebody may read along, or nothing reaches them.
    """
    told = notices.told_about(conn, call.id, NoticeCode.CALL_QUEUED)
    if not told:
        return None
    there = addresses.address_of(conn, told[-1])
    same = there.person_id == call.person_id and may_write(there)
    return there if same else addresses.written_to(conn, call.person_id)


def say_tried(conn: Connection, call: Call, before: datetime | None, now: datetime) -> bool:
    """Say that they were not reached, and until when it is tried again; whether it was said."""
    said = CallTried(by=call.by, before=before)
    return _say(conn, call, NoticeCode.CALL_TRIED, said, now)


def say_delayed(conn: Connection, call: Call, before: datetime, now: datetime) -> bool:
    """Say that it takes longer, and until when; whether it was said."""
    said = CallDelayed(by=call.by, before=before)
    return _say(conn, call, NoticeCode.CALL_DELAYED, said, now)


def _say(conn: Connection, call: Call, code: NoticeCode, said: Wire, now: datetime) -> bool:
    here = told_at(conn, call)
    if here is None:
        return False
    notices.withdraw(conn, call.id, now=now, codes=PROMISES)
    notices.put(conn, here.id, code, notices.values_of(code, said), now=now, about=call.id)
    return True

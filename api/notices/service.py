"""The outbox: what a person is told, in codes and values, until it is sent.

A notice is written in the transaction of what it tells. One that asks something opens a form
instead of being sent: it waits in the inbound lane until no other question is open.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from api.addresses.service import from_setting, written_to
from api.database.engine import after_commit_wake
from api.database.ids import new_id
from api.lanes.service import Direction, enter
from api.notices import store
from api.notices.schemas import VALUES, CoordinatorAlert
from api.settings import Settings
from api.vocabulary import NoticeCode
from api.wire import Wire


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice as it is kept, unsealed."""

    id: str
    address_id: str
    code: str
    values: dict[str, Any]
    opens: str
    about: str
    patience_s: int
    created_at: datetime
    due_at: datetime
    attempts: int
    sent_at: datetime | None
    ended_at: datetime | None


def put(  # noqa: PLR0913 - a notice's own columns
    conn: Connection,
    address_id: str,
    code: str,
    values: Mapping[str, Any],
    *,
    now: datetime,
    dedupe: str | None = None,
    opens: str = "",
    about: str = "",
    patience_s: int = 0,
    due_at: datetime | None = None,
    quiet: bool = False,
    wake: bool = True,
) -> str:
    """Put a notice into the lane of an address; its id, or that of the one put before.

    `values` are JSON. `opens` names the form it opens, `patience_s` for how long it then waits
    for another open question. `quiet`: shown on a page, never sent. `wake`: whether who waits for
    it is woken.
    """
    direction = Direction.IN if opens else Direction.OUT
    row = {
        "address_id": address_id,
        "position": enter(conn, address_id, direction, None if quiet else due_at or now),
        "code": str(code),
        "dedupe": dedupe,
        "opens": opens,
        "about": about,
        "patience_s": patience_s,
        "quiet": quiet,
        "created_at": now,
        "due_at": due_at or now,
    }
    notice_id = new_id(now)
    added = store.add(conn, notice_id, json.dumps(dict(values)), row)
    if wake:
        after_commit_wake(conn, "inbound" if opens else "notices")
    return notice_id if added else store.id_of(conn, dedupe or "") or notice_id


def tell(  # noqa: PLR0913 - a notice's own columns
    conn: Connection,
    person_id: str,
    code: NoticeCode,
    values: Wire,
    *,
    now: datetime,
    address_id: str | None = None,
    dedupe: str | None = None,
    about: str = "",
    opens: str = "",
    patience_s: int = 0,
    due_at: datetime | None = None,
) -> str | None:
    """Tell a person something, at this address or where words reach them safely.

    None when there is no such address: whoever tells must then find another way.
    """
    if address_id is None:
        safe = written_to(conn, person_id)
        address_id = safe.id if safe else None
    if address_id is None:
        return None
    return put(
        conn,
        address_id,
        code,
        values_of(code, values),
        now=now,
        dedupe=dedupe,
        opens=opens,
        about=about,
        patience_s=patience_s,
        due_at=due_at,
    )


def values_of(code: NoticeCode, values: Wire) -> dict[str, Any]:
    """The values of a notice as JSON; TypeError when they are not of its class."""
    if type(values) is not VALUES[code]:
        raise TypeError(f"{code} takes {VALUES[code].__name__}, not {type(values).__name__}")
    return values.model_dump(mode="json")


def tell_coordinators(
    conn: Connection,
    values: CoordinatorAlert,
    *,
    settings: Settings,
    now: datetime,
    dedupe: str,
    about: str = "",
) -> None:
    """Tell everybody who sees to what goes wrong, each once under this key."""
    said = values_of(NoticeCode.COORDINATOR_ALERT, values)
    for written in settings.told_of_trouble:
        address = from_setting(conn, written, now=now)
        key = f"{dedupe} {address.id}"
        put(conn, address.id, NoticeCode.COORDINATOR_ALERT, said, now=now, dedupe=key, about=about)


def withdraw(
    conn: Connection, about: str, *, now: datetime, codes: Sequence[NoticeCode] | None = None
) -> int:
    """End the unsent notices about an id, because they are no longer true; how many."""
    return store.withdraw(conn, about, now, codes)


def waits_about(conn: Connection, about: str, codes: Collection[NoticeCode]) -> bool:
    """Whether one of these codes about an id is still to be told."""
    return store.waits_about(conn, about, codes)


def head(
    conn: Connection, address_id: str, *, now: datetime, asking: bool = False
) -> Notice | None:
    """The first due notice of an address: to be sent, or `asking`, to be opened."""
    row = store.head(conn, address_id, now, asking=asking)
    return _notice(conn, row) if row else None


def waiting(conn: Connection, address_id: str, *, asking: bool = False) -> list[Notice]:
    """Every notice of an address that is neither sent nor ended, in order."""
    return [_notice(conn, row) for row in store.waiting(conn, address_id, asking=asking)]


def next_due(conn: Connection, address_id: str) -> datetime | None:
    """When an address has something to be sent; None when it has nothing."""
    return store.next_due(conn, address_id, asking=False)


def newest_sent_at(conn: Connection, address_id: str) -> datetime | None:
    """When the newest thing said at an address was sent; None while it waits."""
    return store.newest_sent_at(conn, address_id)


def get(conn: Connection, notice_id: str) -> Notice | None:
    """The notice of an id."""
    row = store.get(conn, notice_id)
    return _notice(conn, row) if row else None


def take(conn: Connection, address_id: str, *, now: datetime) -> Notice | None:
    """As `head`, for a worker who sends it: `attempts` says how often it was taken, by now."""
    row = store.take(conn, address_id, now)
    return _notice(conn, row) if row else None


def sent(conn: Connection, notice_id: str, wire_id: str, *, now: datetime) -> bool:
    """The notice was sent, or its form was opened; False when it had ended before."""
    return store.change(conn, notice_id, {"sent_at": now, "ended_at": now, "wire_id": wire_id})


def fail(conn: Connection, notice_id: str, failure: str, *, now: datetime) -> bool:
    """The notice will never be sent."""
    return store.change(conn, notice_id, {"ended_at": now, "failure": failure})


def defer(conn: Connection, notice_id: str, due_at: datetime) -> bool:
    """The notice is not to be looked at before `due_at`."""
    return store.change(conn, notice_id, {"due_at": due_at})


def rehome(conn: Connection, notice: Notice, address_id: str, *, now: datetime) -> None:
    """The notice goes to another address, at the end of its lane."""
    direction = Direction.IN if notice.opens else Direction.OUT
    position = enter(conn, address_id, direction, max(notice.due_at, now))
    store.change(conn, notice.id, {"address_id": address_id, "position": position, "attempts": 0})
    after_commit_wake(conn, "inbound" if notice.opens else "notices")


def edits(conn: Connection, notice: Notice) -> str:
    """The wire's id of the message this one replaces: an offer in a group chat that is over."""
    if notice.code not in {NoticeCode.GROUP_OFFER_TAKEN, NoticeCode.GROUP_OFFER_CLOSED}:
        return ""
    return store.wire_id_about(conn, notice.address_id, notice.about, NoticeCode.GROUP_OFFER)


def told_about(conn: Connection, about: str, code: NoticeCode) -> list[str]:
    """The addresses that were told this about an id, in order."""
    return store.told_about(conn, about, code)


def said(conn: Connection, address_id: str, *, limit: int) -> list[Notice]:
    """What Linli said at an address, newest first."""
    return [_notice(conn, row) for row in store.last(conn, address_id, limit)]


def _notice(conn: Connection, row: sa.Row[Any]) -> Notice:
    return Notice(
        id=row.id,
        address_id=row.address_id,
        code=row.code,
        values=json.loads(store.unsealed(conn, row)),
        opens=row.opens,
        about=row.about,
        patience_s=row.patience_s,
        created_at=row.created_at,
        due_at=row.due_at,
        attempts=row.attempts,
        sent_at=row.sent_at,
        ended_at=row.ended_at,
    )

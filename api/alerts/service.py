"""Somebody may be in danger: a safeguarding lead is told, then the next one, until one hears.

An alert of kind flag leaves no trace on the resident's channel: whoever reads along there may
be the danger.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from api.addresses.service import from_setting
from api.alerts import rules, store
from api.alerts.schemas import AlertDetail, AlertOut
from api.database.engine import after_commit_wake
from api.database.ids import new_id
from api.errors import NotFound
from api.notices import service as notices
from api.notices.schemas import Nothing, SafeguardingAlert
from api.people.service import person
from api.settings import Settings
from api.vocabulary import AlertKind, NoticeCode

BATCH = 50


def raise_alert(  # noqa: PLR0913 - who, where and what are three things
    conn: Connection,
    kind: AlertKind,
    person_id: str,
    address_id: str | None,
    words: str,
    *,
    settings: Settings,
    now: datetime,
) -> str:
    """Keep an alert and tell the first safeguarding lead; its id."""
    alert_id = new_id(now)
    row = {
        "kind": kind.value,
        "person_id": person_id,
        "address_id": address_id,
        "created_at": now,
        "shown": kind is AlertKind.DANGER,
    }
    store.add(conn, alert_id, words, row)
    kept = store.get(conn, alert_id)
    if kept is not None:
        _tell_leads(conn, kept, settings=settings, now=now)
    after_commit_wake(conn, "dispatch")
    return alert_id


def heard(conn: Connection, alert_id: str, *, now: datetime) -> None:
    """The alert reached somebody."""
    store.change(conn, alert_id, "heard_at", {"heard_at": now})


def close(conn: Connection, alert_id: str, by: str, *, now: datetime) -> None:
    """A person saw to it; raises NotFound when there is no open one."""
    if not store.change(conn, alert_id, "closed_at", {"closed_at": now, "closed_by": by}):
        raise NotFound


def open_alerts(conn: Connection, *, flags: bool) -> list[AlertOut]:
    """Open alerts, danger first; those of kind flag only when asked for."""
    rows = store.open_ones(conn)
    return [_out(row) for row in rows if flags or row.kind == AlertKind.DANGER]


def in_danger(conn: Connection, person_id: str) -> bool:
    """Whether somebody said they are in danger and nobody has seen to it yet."""
    return store.in_danger(conn, person_id)


def detail(conn: Connection, alert_id: str, *, flags: bool) -> AlertDetail:
    """An alert, what was said and by whom; raises NotFound, as for a flag not asked for."""
    row = store.get(conn, alert_id)
    if row is None or (row.kind != AlertKind.DANGER and not flags):
        raise NotFound
    who = person(conn, row.person_id)
    words = store.unsealed(conn, row)
    return AlertDetail(alert=_out(row), words=words, name=who.name, phone=who.phone)


def due(conn: Connection, now: datetime, settings: Settings) -> bool:
    """Tell the next lead of every alert nobody heard, and the resident that nobody did."""
    acted = False
    for row in store.unheard(conn, BATCH):
        acted = _tell_leads(conn, row, settings=settings, now=now) or acted
        acted = _tell_resident(conn, row, settings, now) or acted
    return acted


def next_due(conn: Connection, settings: Settings) -> datetime | None:
    """When an alert that nobody heard goes further."""
    times = [_next_of(conn, row, settings) for row in store.unheard(conn, BATCH)]
    return min((at for at in times if at is not None), default=None)


def _next_of(conn: Connection, row: sa.Row[Any], settings: Settings) -> datetime | None:
    told = len(notices.told_about(conn, row.id, NoticeCode.SAFEGUARDING_ALERT))
    if told < len(_leads(settings)):
        return rules.next_step_at(row.created_at, told, settings.alert_unheard_after)
    if row.shown and row.told_unheard_at is None:
        at: datetime = row.created_at + settings.alert_unheard_after
        return at
    return None


def _leads(settings: Settings) -> tuple[str, ...]:
    """Everybody once, in order: one person may be lead and coordinator."""
    return tuple(dict.fromkeys((*settings.safeguarding, *settings.coordinators)))


def _tell_leads(conn: Connection, row: sa.Row[Any], *, settings: Settings, now: datetime) -> bool:
    """Tell as many leads as should have been told by now; whether another one was."""
    told = len(notices.told_about(conn, row.id, NoticeCode.SAFEGUARDING_ALERT))
    steps = rules.steps_by(row.created_at, now, settings.alert_unheard_after)
    late = _leads(settings)[told:steps]
    for written in late:
        address = from_setting(conn, written, now=now)
        notices.put(
            conn,
            address.id,
            NoticeCode.SAFEGUARDING_ALERT,
            notices.values_of(NoticeCode.SAFEGUARDING_ALERT, _values(conn, row)),
            now=now,
            dedupe=f"alert {row.id} {address.id}",
            about=row.id,
        )
    return bool(late)


def _tell_resident(conn: Connection, row: sa.Row[Any], settings: Settings, now: datetime) -> bool:
    waited: timedelta = now - row.created_at
    if not row.shown or waited < settings.alert_unheard_after:
        return False
    if not store.change(conn, row.id, "told_unheard_at", {"told_unheard_at": now}):
        return False
    notices.tell(
        conn,
        row.person_id,
        NoticeCode.ALERT_UNHEARD,
        Nothing(),
        now=now,
        address_id=row.address_id,
        about=row.id,
    )
    return True


def _values(conn: Connection, row: sa.Row[Any]) -> SafeguardingAlert:
    who = person(conn, row.person_id)
    return SafeguardingAlert(
        kind=AlertKind(row.kind),
        at=row.created_at,
        name=who.name,
        phone=who.phone,
        text=store.unsealed(conn, row),
    )


def _out(row: sa.Row[Any]) -> AlertOut:
    return AlertOut(
        id=row.id,
        kind=AlertKind(row.kind),
        person_id=row.person_id,
        address_id=row.address_id,
        created_at=row.created_at,
        heard_at=row.heard_at,
    )

"""Who is told of an alert: lead after lead until one hears, and the resident if nobody does."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from api.addresses.service import from_setting, known
from api.alerts import rules, store
from api.alerts.service.why import Why
from api.notices import service as notices
from api.notices.schemas import Nothing, SafeguardingAlert
from api.people.service import person
from api.settings import Settings
from api.vocabulary import AlertKind, Channel, NoticeCode, SafetyAnswer

BATCH = 50


def heard(conn: Connection, alert_id: str, *, now: datetime) -> None:
    """The alert reached somebody."""
    store.change(conn, alert_id, "heard_at", {"heard_at": now})


def due(conn: Connection, now: datetime, settings: Settings) -> bool:
    """Tell the next lead of every alert nobody heard, and the resident that nobody did."""
    acted = False
    for row in store.unheard(conn, BATCH):
        acted = tell_leads(conn, row, settings=settings, now=now) or acted
        acted = _tell_resident(conn, row, settings, now) or acted
    return acted


def next_due(conn: Connection, settings: Settings) -> datetime | None:
    """When an alert that nobody heard goes further."""
    times = [_next_of(conn, row, settings) for row in store.unheard(conn, BATCH)]
    return min((at for at in times if at is not None), default=None)


def tell_leads(conn: Connection, row: sa.Row[Any], *, settings: Settings, now: datetime) -> bool:
    """Tell as many leads as should have been told by now; whether another one was."""
    told = len(notices.told_about(conn, row.id, NoticeCode.SAFEGUARDING_ALERT))
    steps = rules.steps_by(row.created_at, now, settings.alert_unheard_after)
    late = _leads(conn, row, settings)[told:steps]
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


def _next_of(conn: Connection, row: sa.Row[Any], settings: Settings) -> datetime | None:
    told = len(notices.told_about(conn, row.id, NoticeCode.SAFEGUARDING_ALERT))
    if told < len(_leads(conn, row, settings)):
        return rules.next_step_at(row.created_at, told, settings.alert_unheard_after)
    if _waits(row):
        at: datetime = row.created_at + settings.alert_unheard_after
        return at
    return None


def _leads(conn: Connection, row: sa.Row[Any], settings: Settings) -> tuple[str, ...]:
    """Everybody once, in order: one person may be lead and coordinator.

    A lead who is somebody's flag themselves hears nothing of it on their own channel.
    """
    listed = dict.fromkeys((*settings.safeguarding, *settings.coordinators))
    if row.kind != AlertKind.FLAG:
        return tuple(listed)
    return tuple(written for written in listed if not _is_theirs(conn, row, written))


def _is_theirs(conn: Connection, row: sa.Row[Any], written: str) -> bool:
    channel, _, name = written.partition(":")
    address = known(conn, Channel(channel), name)
    if address is None:
        return False
    return bool(address.id == row.address_id or address.person_id == row.person_id)


def _waits(row: sa.Row[Any]) -> bool:
    """Whether the resident is to hear that nobody did; not who said that there is no danger."""
    return bool(row.shown) and row.told_unheard_at is None and row.answer != SafetyAnswer.NO


def _tell_resident(conn: Connection, row: sa.Row[Any], settings: Settings, now: datetime) -> bool:
    if not _waits(row) or now - row.created_at < settings.alert_unheard_after:
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
        danger_class=Why.of(conn, row).danger_class,
        name=who.name,
        phone=who.phone,
        text=store.unsealed(conn, row, "words"),
    )

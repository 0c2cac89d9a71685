"""What is still needed: nothing of an open request, call, alert or task is ever forgotten."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from api.database.tables.calls import call_cards, calls
from api.database.tables.notices import notices
from api.database.tables.people import addresses, alerts
from api.database.tables.requests import offers, requests, tasks
from api.vocabulary import TaskStatus

Test = sa.ColumnElement[bool]
Ids = sa.CompoundSelect[tuple[Any]]

_OPEN_REQUEST = requests.c.closed_at.is_(None)
_OPEN_CALL = calls.c.closed_at.is_(None)
_OPEN_ALERT = alerts.c.closed_at.is_(None)


def _people() -> Ids:
    """Ids of the people who have something open: asked, being asked for, called, in danger."""
    return sa.union_all(
        sa.select(requests.c.resident_id).where(_OPEN_REQUEST),
        sa.select(requests.c.asked_by).where(_OPEN_REQUEST, requests.c.asked_by.is_not(None)),
        sa.select(calls.c.person_id).where(_OPEN_CALL),
        sa.select(alerts.c.person_id).where(_OPEN_ALERT),
        sa.select(tasks.c.person_id).where(tasks.c.status == TaskStatus.UNDER_WAY),
    )


def _things() -> Ids:
    """Ids of what is open, as a notice is `about` it."""
    open_requests = sa.select(requests.c.id).where(_OPEN_REQUEST)
    return sa.union_all(
        open_requests,
        sa.select(offers.c.id).where(offers.c.request_id.in_(open_requests)),
        sa.select(tasks.c.id).where(tasks.c.request_id.in_(open_requests)),
        sa.select(calls.c.id).where(_OPEN_CALL),
        sa.select(call_cards.c.id).join(calls).where(_OPEN_CALL),
        sa.select(alerts.c.id).where(_OPEN_ALERT),
    )


def nobody_waits_at(address_id: sa.ColumnElement[Any]) -> Test:
    """Whoever is reached at this address has nothing open."""
    busy = sa.select(addresses.c.id).where(addresses.c.person_id.in_(_people()))
    return address_id.not_in(busy)


def about_nothing_open() -> Test:
    """A notice tells of nothing that is open."""
    return notices.c.about.not_in(_things())


def has_something_open(conn: Connection, person_id: str) -> bool:
    """Whether a person has something open."""
    return conn.scalar(sa.select(sa.literal(person_id).in_(_people()))) or False

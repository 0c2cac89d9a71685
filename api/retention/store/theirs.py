"""What is somebody's: for each personal column, the rows that say something of one person."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import sqlalchemy as sa

from api.database.tables.calls import call_cards, calls
from api.database.tables.inbound import inbound
from api.database.tables.notices import notices
from api.database.tables.people import addresses, alerts, people
from api.database.tables.places import geocoded
from api.database.tables.recordings import recordings
from api.database.tables.requests import offers, requests, tasks
from api.database.tables.sessions import sessions
from api.database.tables.texts import texts
from api.retention.store.held import Test


def _at(address_id: sa.Column[Any], person_id: str) -> Test:
    mine = sa.select(addresses.c.id).where(addresses.c.person_id == person_id)
    return address_id.in_(mine)


def _told(person_id: str) -> Test:
    """To them, about what was theirs, or to who helped them while they did."""
    requested = sa.select(requests.c.id).where(requests.c.resident_id == person_id)
    things = sa.union_all(
        requested,
        sa.select(offers.c.id).where(offers.c.request_id.in_(requested)),
        sa.select(tasks.c.id).where(tasks.c.request_id.in_(requested)),
        sa.select(calls.c.id).where(calls.c.person_id == person_id),
        sa.select(call_cards.c.id).join(calls).where(calls.c.person_id == person_id),
        sa.select(alerts.c.id).where(alerts.c.person_id == person_id),
    )
    helped = sa.exists().where(
        tasks.c.request_id.in_(requested),
        tasks.c.accepted_at <= notices.c.created_at,
        addresses.c.person_id == tasks.c.person_id,
        addresses.c.id == notices.c.address_id,
    )
    while_helping = sa.and_(notices.c.ended_at.is_not(None), helped)
    return sa.or_(_at(notices.c.address_id, person_id), notices.c.about.in_(things), while_helping)


THEIRS: Mapping[tuple[str, str], Callable[[str], Test]] = {
    ("notices", "values"): _told,
    ("inbound", "body"): lambda person_id: _at(inbound.c.address_id, person_id),
    ("geocoded", "answer"): lambda _: geocoded.c.id.is_not(None),
    ("texts", "words"): lambda person_id: texts.c.person_id == person_id,
    ("recordings", "audio"): lambda person_id: _at(recordings.c.address_id, person_id),
    ("sessions", "state"): lambda person_id: _at(sessions.c.address_id, person_id),
    ("requests", "place"): lambda person_id: requests.c.resident_id == person_id,
    ("requests", "details"): lambda person_id: requests.c.resident_id == person_id,
    ("requests", "remark"): lambda person_id: requests.c.resident_id == person_id,
    ("calls", "note"): lambda person_id: calls.c.person_id == person_id,
    ("alerts", "words"): lambda person_id: alerts.c.person_id == person_id,
    ("alerts", "why"): lambda person_id: alerts.c.person_id == person_id,
    ("alerts", "note"): lambda person_id: alerts.c.person_id == person_id,
    ("people", "name"): lambda person_id: people.c.id == person_id,
    ("people", "phone"): lambda person_id: people.c.id == person_id,
    ("people", "contact"): lambda person_id: people.c.id == person_id,
    ("people", "profile"): lambda person_id: people.c.id == person_id,
    ("addresses", "address"): lambda person_id: addresses.c.person_id == person_id,
}
"""In the order of forgetting: addresses last, because the others are found by them.

Nobody knows whose words a geocoder was asked, so all of what it said goes with anybody.
"""

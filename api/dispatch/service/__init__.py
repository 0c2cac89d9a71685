"""Offers, tasks, and what happens when time passes."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from api.cards import service as cards
from api.dispatch import store
from api.dispatch.service.answering import (
    Accepted,
    TooLate,
    UnknownOffer,
    accept,
    decline,
    late_offers_of,
    offers_of,
)
from api.dispatch.service.changing import change_request
from api.dispatch.service.looking import due, next_due
from api.dispatch.service.phoned import offered_by_phone, told_by_phone
from api.dispatch.service.pressing import NeedsPrivate, group_press
from api.dispatch.service.tasks import (
    UnknownTask,
    finish,
    hand_back,
    send_word,
    start,
    tasks_of,
)
from api.groups import service as groups
from api.settings import Settings

__all__ = [
    "Accepted",
    "NeedsPrivate",
    "TooLate",
    "UnknownOffer",
    "UnknownTask",
    "accept",
    "change_request",
    "decline",
    "due",
    "finish",
    "group_press",
    "hand_back",
    "late_offers_of",
    "leave",
    "next_due",
    "offered_by_phone",
    "offers_of",
    "send_word",
    "start",
    "tasks_of",
    "told_by_phone",
]


def leave(
    conn: Connection,
    person_id: str,
    *,
    address_id: str | None = None,
    settings: Settings,
    now: datetime,
) -> None:
    """A volunteer leaves their groups; what they had, others are asked for at once."""
    groups.leave(conn, person_id, address_id=address_id, now=now)
    cards.leave(conn, person_id, now=now)
    for task in store.tasks_of(conn, person_id):
        hand_back(conn, task.id, person_id, address_id=address_id, settings=settings, now=now)
    for offer in store.open_offers_to(conn, person_id):
        decline(conn, offer.id, person_id, address_id=address_id, settings=settings, now=now)

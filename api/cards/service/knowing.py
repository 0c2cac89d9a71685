"""What is true of a caller now: the cards they are asked by, and the calls they hold."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from api.calls import service as calls
from api.cards import store
from api.cards.schemas import CardFact, HeldFact


def open_of(conn: Connection, person_id: str) -> list[CardFact]:
    """The cards that wait for somebody's answer, those of danger first, then the oldest."""
    found = []
    for card in store.open_of(conn, person_id):
        call = calls.get(conn, card.call_id)
        found.append(
            CardFact(
                call_id=call.id,
                by=call.by,
                language=call.language,
                before=call.promised_at,
                urgent=calls.is_urgent(conn, call),
            )
        )
    return sorted(found, key=lambda one: not one.urgent)


def held_of(conn: Connection, person_id: str, now: datetime) -> list[HeldFact]:
    """The calls that somebody holds, the one taken last first."""
    return [
        HeldFact(call_id=call.id, before=call.claimed_until or now)
        for call in calls.held_by(conn, person_id, now)
    ]

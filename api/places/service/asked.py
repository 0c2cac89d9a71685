"""What a geocoder was asked and said: one request a second, and none twice for the same words.

The words are found again by a keyed digest and are not kept; what was answered is sealed. The
database keeps the pace, so that several workers together keep it too.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection

from api.database.engine import order_lock
from api.database.ids import new_id
from api.database.private import vault
from api.places import store
from api.places.index import Spot
from api.places.rules.answers import Named

PACE = timedelta(seconds=1)
"""Between two requests: "an absolute maximum of 1 request per second", all users together
(Nominatim usage policy of the OpenStreetMap Foundation, read in 2026)."""
FOUND_GOOD_FOR = timedelta(days=30)
NOTHING_GOOD_FOR = timedelta(days=1)
"""A new house is on the map tomorrow."""
UNDER_WAY_FOR = timedelta(seconds=10)
"""Whoever asks answers sooner, or was stopped and another may ask."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One request to a geocoder: not before this moment."""

    id: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Wait:
    """Another asks for the same words now, or too many wait: look again, or do without."""

    under_way: bool


Known = tuple[Spot, ...]


def recall(conn: Connection, words: str, now: datetime) -> Known | Wait | None:
    """What a geocoder said to these words; Wait while it is being asked; None if unknown."""
    row = store.answered(conn, vault(conn).blind_index("geocoded", words))
    if row is None or row.good_until <= now:
        return None
    if row.answer is None:
        return Wait(under_way=True)
    read = json.loads(vault(conn).unseal("geocoded", "answer", row.id, row.answer))
    return tuple(
        Spot(id_, name, (), latitude, longitude) for id_, name, latitude, longitude in read
    )


def reserve(
    conn: Connection, words: str, *, now: datetime, patience: timedelta
) -> Known | Wait | Turn:
    """A turn to ask for these words, one second after the last; or what makes it needless.

    Wait where the turn would come later than `patience`.
    """
    order_lock(conn, "geocoder")
    known = recall(conn, words, now)
    if known is not None:
        return known
    last = store.last_asked_at(conn)
    at = now if last is None else max(now, last + PACE)
    if at > now + patience:
        return Wait(under_way=False)
    turn = Turn(new_id(now), at)
    row = {
        "id": turn.id,
        "words_index": vault(conn).blind_index("geocoded", words),
        "asked_at": at,
        "good_until": at + UNDER_WAY_FOR,
        "answer": None,
    }
    store.ask(conn, row)
    return turn


def keep(conn: Connection, turn: Turn, found: Sequence[Named], *, now: datetime) -> Known:
    """The places of an answer, which is kept: longer if there are any."""
    spots = tuple(Spot(new_id(now), one.name, (), *one.point) for one in found)
    told = json.dumps([[one.id, one.name, one.latitude, one.longitude] for one in spots])
    sealed = vault(conn).seal("geocoded", "answer", turn.id, told)
    store.hear(conn, turn.id, sealed, now + (FOUND_GOOD_FOR if spots else NOTHING_GOOD_FOR))
    return spots


def give_up(conn: Connection, turn: Turn, *, now: datetime) -> None:
    """There was no answer: who comes next may ask again, one second later."""
    store.hear(conn, turn.id, None, now)

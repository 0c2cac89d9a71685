"""The work of a night, a small batch at a time: canaries, what is told of them, then coverage.

Canaries come first: they are what was covered last night. Then every area is looked at anew, and
the automatic canaries are made from that. Whoever works holds the one lock of the watch, so that
of several workers each batch is done by one, once.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from api.database.engine import order_lock
from api.places.rules import Point
from api.settings import Settings
from api.vocabulary import Leaf
from api.watch.rules.canaries import Wish, common, wishes
from api.watch.rules.covering import LEAVES, look
from api.watch.rules.week import PARTS, moments, next_night
from api.watch.service import telling, trying
from api.watch.service.keeping import alone, keep
from api.watch.service.looking import areas, asker, languages
from api.watch.store import canaries, coverage, nights

LEAVES_AT_ONCE = 2
"""Of one area: some 170 questions to matching, about 20 ms in which nobody else can write."""
CANARIES_AT_ONCE = 20
MOST_CANARIES = 2000


def due(conn: Connection, now: datetime, settings: Settings) -> bool:
    """A batch of the night's work, if it is night; whether there was any."""
    if not _is_due(nights.last(conn), now, settings):
        return False
    order_lock(conn, "watch")
    night = nights.last(conn)
    if night is None or not _is_due(night, now, settings):
        return False
    if night.ended_at is not None:
        at = next_night(night.began_at, settings.watch_hour, settings.time_zone)
        return _begin(conn, at, now)
    return _go_on(conn, night, settings=settings, now=now)


def _is_due(night: sa.Row[Any] | None, now: datetime, settings: Settings) -> bool:
    if night is None:
        return False
    if night.ended_at is None:
        return True
    return now >= next_night(night.began_at, settings.watch_hour, settings.time_zone)


def _begin(conn: Connection, at: datetime, now: datetime) -> bool:
    """A night begins; which areas there are is decided for all of it."""
    if not nights.begin(conn, at.isoformat(), now, languages(conn, now)):
        return False
    found, asked = areas(conn, now)
    rows = [
        {
            "name": one.name,
            "latitude": one.point[0],
            "longitude": one.point[1],
            "asked": {leaf.value: count for leaf, count in asked.get(one.name, {}).items()},
            "next_leaf": 0,
        }
        for one in found
    ]
    nights.set_areas(conn, rows)
    return True


def _go_on(conn: Connection, night: sa.Row[Any], *, settings: Settings, now: datetime) -> bool:
    batch = canaries.unchecked(conn, night.began_at, CANARIES_AT_ONCE)
    for canary in batch:
        trying.check(conn, canary, settings=settings, now=now, looked_from=night.began_at)
    if batch:
        return True
    if night.told_at is None:
        telling.tell(conn, night.id, settings=settings, now=now)
        telling.find_unanswered(conn, night.id, settings=settings, now=now)
        nights.change(conn, night.id, {"told_at": now})
    elif (area := nights.next_area(conn, len(LEAVES))) is not None:
        _look_at(conn, night, area, settings=settings, now=now)
    elif night.renewed_at is None:
        _renew(conn, now)
        nights.change(conn, night.id, {"renewed_at": now})
    else:
        coverage.forget_before(conn, night.began_at)
        nights.change(conn, night.id, {"ended_at": now})
    return True


def _look_at(
    conn: Connection, night: sa.Row[Any], area: sa.Row[Any], *, settings: Settings, now: datetime
) -> None:
    """Some leaves of an area, in all hours, with each accommodation and each language."""
    leaves = LEAVES[area.next_leaf : area.next_leaf + LEAVES_AT_ONCE]
    hours = moments(night.began_at, settings.time_zone)
    ask = asker(conn, (area.latitude, area.longitude), hours)
    lines = [
        (line, area.asked.get(line.leaf, 0))
        for line in look(ask, leaves, PARTS, languages=night.languages)
    ]
    keep(conn, area.name, leaves, lines, now)
    nights.advance(conn, area.name, area.next_leaf + LEAVES_AT_ONCE)


def _renew(conn: Connection, now: datetime) -> None:
    """The automatic canaries are what is covered now, and what was lost and is not back."""
    wanted: dict[tuple[str, Leaf], Wish] = {}
    points: dict[str, Point] = {}
    for area in nights.areas(conn):
        asked = {Leaf(code): count for code, count in area.asked.items()}
        points[area.name] = (area.latitude, area.longitude)
        for wish in wishes(area.name, alone(conn, area.name), common(asked)):
            if len(wanted) < MOST_CANARIES:
                wanted[wish.area, wish.leaf] = wish
    for row in canaries.automatic(conn):
        if wanted.pop((row.area, row.leaf), None) is None and row.lost_at is None:
            canaries.change(conn, row.id, {"ended_at": now})
    for wish in wanted.values():
        latitude, longitude = points[wish.area]
        values = {"latitude": latitude, "longitude": longitude, "urgency": wish.urgency}
        made = {"area": wish.area, "leaf": wish.leaf, "accommodations": [], "language": ""}
        canaries.add(conn, {**made, **values, "pinned": False}, now)

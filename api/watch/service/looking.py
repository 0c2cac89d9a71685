"""How an area is covered now: asked of matching, a few groups at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import Connection

from api.matching import service as matching
from api.matching.rules import Chosen, Wanted, primary
from api.places import service as places
from api.places.rules import Point, cell, cell_name
from api.requests.schemas import Place, RequestIn
from api.vocabulary import Accommodation, Leaf, Urgency, WeekPart
from api.watch.rules import areas as rules
from api.watch.rules.areas import Area
from api.watch.rules.covering import CAP, Ask
from api.watch.store import reading

LATELY = timedelta(days=28)
"""Requests of four weeks weigh a gap: every weekday is in it four times."""
MOST_LANGUAGES = 8


def areas(conn: Connection, now: datetime) -> tuple[list[Area], dict[str, dict[Leaf, int]]]:
    """The areas that are watched, and what was asked for from each lately."""
    asked = reading.asked(conn, now - LATELY)
    totals = {name: sum(leaves.values()) for name, leaves in asked.items()}
    found = rules.areas(reading.spots(conn), totals, lambda point: _name(conn, point))
    return found, asked


def area(conn: Connection, name: str) -> Area | None:
    """The area of a name: a place's, or one that is called by its numbers."""
    point = reading.spot(conn, name) or rules.point_of(name)
    return Area(name, cell(point)) if point else None


def area_at(conn: Connection, point: Point) -> Area:
    """The area a point is in, called as requests from there are."""
    middle = cell(point)
    name = _name(conn, middle) or cell_name(middle)
    return Area(name, middle)


def _name(conn: Connection, middle: Point) -> str:
    return places.nearest_name(conn, *middle)


def languages(conn: Connection, now: datetime) -> list[str]:
    """The languages that are asked about, by their primary subtags: the most frequent ones."""
    found: dict[str, int] = {}
    for written, number in reading.languages(conn, now - LATELY).items():
        found[primary(written)] = found.get(primary(written), 0) + number
    return sorted(sorted(found, key=lambda one: (-found[one], one))[:MOST_LANGUAGES])


def wanted_at(
    conn: Connection, point: Point, moments: Mapping[WeekPart, datetime]
) -> dict[WeekPart, Wanted]:
    """What somebody there would want at each moment, with the restrictions that hold then."""
    place = Place(latitude=point[0], longitude=point[1])
    made = RequestIn(needs=[Leaf.OTHER], urgency=Urgency.WEEK, place=place)
    return {part: matching.wanted_of(conn, made, now=at) for part, at in moments.items()}


def asker(conn: Connection, point: Point, moments: Mapping[WeekPart, datetime]) -> Ask:
    """Asks matching who is able there; nothing is kept, offered or sent."""
    wanted = wanted_at(conn, point, moments)
    seen = {part: matching.seen_by(conn, now=at) for part, at in moments.items()}

    def ask(
        leaf: Leaf, accommodation: Accommodation | None, language: str, part: WeekPart
    ) -> Sequence[Chosen]:
        one = replace(
            wanted[part],
            leaves=frozenset({leaf}),
            accommodations=frozenset({accommodation} if accommodation else ()),
            language=language,
        )
        return seen[part].best(one, CAP)

    return ask

"""A peer: PostGIS as its manual teaches it, `ORDER BY location <-> point` and the rules in WHERE.

One GiST over the geography; what a group can do is in arrays and booleans.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager
from datetime import datetime
from functools import partial
from typing import Any

from api.groups.rules import local
from api.matching.rules import Able, Wanted, primary
from api.matching.rules.able import required
from api.places.rules import Ring
from api.restrictions.rules import Restriction
from api.vocabulary import INDOOR_LEAVES, REMOTE_LEAVES, Accommodation, Mode, RestrictionKind
from bench.matching.columns import WORD, hours_of, radius_of
from bench.matching.postgresql import Clauses, NearestFirst, Statement, Way, postgresql
from bench.matching.world import TIME_ZONE, World

TABLES = """
CREATE TABLE groups (id text PRIMARY KEY, latitude float8, longitude float8,
    location geography(Point, 4326), radius_m float8, area geography(Polygon, 4326),
    here text[], afar text[], able text[], talks text[], languages text[], open_hours int[],
    free boolean, paused_until timestamptz, load float8, asked_at timestamptz);
CREATE TABLE zones (id text PRIMARY KEY, area geography(Polygon, 4326), permits text[]);
CREATE TABLE loading (LIKE groups);
ALTER TABLE loading ALTER location TYPE text, ALTER area TYPE text;
"""
FILL = """
INSERT INTO groups SELECT id, latitude, longitude, location::geography, radius_m, area::geography,
    here, afar, able, talks, languages, open_hours, free, paused_until, load, asked_at
    FROM loading;
DROP TABLE loading;
CREATE INDEX ON groups USING gist (location);
VACUUM ANALYZE groups;
VACUUM ANALYZE zones;
"""
REACHES = (
    "CASE WHEN area IS NULL THEN ST_DWithin(location, {0}, radius_m) ELSE ST_Covers(area, {0}) END"
)


@asynccontextmanager
async def postgis(world: World) -> AsyncIterator[NearestFirst]:
    """The peer over a database of this world; RuntimeError if there is no PostGIS."""
    async with postgresql("postgis") as connection:
        await connection.execute(TABLES)
        rows = [row(group) for group in world.groups]
        await connection.copy_records_to_table("loading", records=rows)
        for one in world.zones:
            text = "INSERT INTO zones VALUES ($1, $2::text::geography, $3)"
            await connection.execute(text, one.id, as_polygon(one.rings), [*one.permits])
        for statement in FILL.split(";")[:-1]:
            await connection.execute(statement)
        farthest = max(map(radius_of, world.groups))
        yield NearestFirst(connection, partial(textbook, farthest))


def row(group: Able) -> tuple[Any, ...]:
    """A group as a row of the table."""
    latitude, longitude = group.point
    return (
        group.id,
        latitude,
        longitude,
        f"POINT({longitude} {latitude})",
        float(group.radius_m),
        as_polygon(group.area) if group.area else None,
        sorted(group.in_person),
        sorted(group.remote & REMOTE_LEAVES),
        sorted(group.able),
        sorted(group.talks_by),
        sorted(group.languages),
        _open_hours(group),
        group.load < group.capacity,
        group.paused_until or EPOCH,
        group.load / group.capacity,
        group.asked_at or EPOCH,
    )


EPOCH = datetime.fromisoformat("1970-01-01T00:00:00+00:00")


def _open_hours(group: Able) -> list[int]:
    words = enumerate(hours_of(group))
    return [word * WORD + hour for word, bits in words for hour in range(WORD) if bits >> hour & 1]


def as_polygon(rings: Iterable[Ring]) -> str:
    """A polygon in the text form of geography."""
    parts = (", ".join(f"{x} {y}" for x, y, *_ in ring) for ring in rings)
    return f"POLYGON({', '.join(f'({part})' for part in parts)})"


def textbook(farthest: float, statement: Statement, wanted: Wanted, now: datetime) -> Clauses:
    """The rules in the words of a manual; nobody comes farther than `farthest` metres."""
    if wanted.point is None:
        raise ValueError("these workloads are of people whose place is known")
    place = f"ST_Point({statement.put(wanted.point[1])}, {statement.put(wanted.point[0])}, 4326)"
    point = f"{place}::geography"
    weekday, minute = local(now, TIME_ZONE)
    rules = [  # the server tries them in this order
        f"free AND paused_until <= {statement.put(now)}",
        f"open_hours @> {statement.put([weekday * 24 + minute // 60], 'int[]')}",
        f"id <> ALL({statement.put(sorted(wanted.refused | wanted.blocked), 'text[]')})",
    ]
    comes = [
        *_here(statement, wanted),
        *rules,
        f"ST_DWithin(location, {point}, {statement.put(farthest)}) AND {REACHES.format(point)}",
        *(_let_in(statement, one, wanted) for one in wanted.restrictions),
    ]
    inside = [_inside(statement, one) for one in wanted.restrictions]
    ways = [Way(" AND ".join(comes), " AND ".join(inside) or "false")]
    if wanted.leaves <= REMOTE_LEAVES:
        ways.append(Way(" AND ".join([*_afar(statement, wanted), *rules])))
    language = [primary(wanted.language)] if wanted.language else []
    speaks = f"languages @> {statement.put(language, 'text[]')}"
    return Clauses(ways, speaks, f"location <-> {point}")


def _here(statement: Statement, wanted: Wanted) -> Iterator[str]:
    """What is asked of who comes, but for the place."""
    for leaf in sorted(wanted.leaves):
        mark = statement.put([leaf], "text[]")
        afar = f" OR afar @> {mark}" if leaf in REMOTE_LEAVES else ""
        yield f"(here @> {mark}{afar})"
    if wanted.leaves <= REMOTE_LEAVES:
        yield f"here && {statement.put(sorted(wanted.leaves), 'text[]')}"
    yield from _heeds(statement, wanted, Mode.IN_PERSON)


def _afar(statement: Statement, wanted: Wanted) -> Iterator[str]:
    """What is asked of who helps from afar."""
    yield f"afar @> {statement.put(sorted(wanted.leaves), 'text[]')}"
    yield from _heeds(statement, wanted, Mode.REMOTE)


def _heeds(statement: Statement, wanted: Wanted, mode: Mode) -> Iterator[str]:
    asked = wanted.accommodations
    if needs := sorted(required(asked, mode)):
        yield f"able @> {statement.put(needs, 'text[]')}"
    if Accommodation.NO_PHONE_CALLS in asked:
        yield "talks @> '{text}'"
    if Accommodation.NO_TEXT in asked:
        yield "talks @> '{voice}'"


def _let_in(statement: Statement, one: Restriction, wanted: Wanted) -> str:
    """What a restriction asks of who comes."""
    if one.kind is RestrictionKind.CLOSED:
        return "false"
    if one.kind is RestrictionKind.INSIDE_ONLY:
        return _inside(statement, one)
    passes = f"({_inside(statement, one)} OR {_permitted(statement, one)})"
    if one.kind is RestrictionKind.PERMIT:
        return passes
    indoors = wanted.leaves & INDOOR_LEAVES
    if not indoors <= REMOTE_LEAVES:
        return passes
    return f"({passes} OR afar @> {statement.put(sorted(indoors), 'text[]')})"


def _inside(statement: Statement, one: Restriction) -> str:
    zone = f"SELECT area FROM zones WHERE id = {statement.put(one.id)}"  # noqa: S608 - a mark
    return f"ST_Covers(({zone}), location)"


def _permitted(statement: Statement, one: Restriction) -> str:
    zone = f"SELECT permits FROM zones WHERE id = {statement.put(one.id)}"  # noqa: S608 - a mark
    return f"groups.id = ANY(({zone})::text[])"

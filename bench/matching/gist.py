"""A peer: PostgreSQL tuned for this search, one GiST over the point and all that a group can do.

What a group can do is one array of small numbers (contrib `intarray`, `gist__intbig_ops`), so that
the index is left early where nobody below can help; hours are masks beside it. A restriction is
one more number in the array of those who may pass.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from math import cos, radians
from typing import Any

from asyncpg import Box, Polygon
from asyncpg import Point as Place

from api.matching.rules import Able, Wanted, primary
from api.places.rules import Point, Ruler
from bench.matching.columns import (
    Needed,
    from_afar,
    gates_of,
    hour_at,
    hours_of,
    in_person,
    mask_of,
    passes,
    radius_of,
)
from bench.matching.postgis import EPOCH
from bench.matching.postgresql import Clauses, NearestFirst, Statement, Way, postgresql
from bench.matching.world import CENTRE, LANGUAGES, World

SIGNATURE = 64
"""Bytes of a signature: all numbers but those of zones have a bit of their own."""

TABLES = """
CREATE TABLE groups (id text PRIMARY KEY, latitude float8, longitude float8, place point,
    caps int[], hours0 bigint, hours1 bigint, hours2 bigint, reach float8, area polygon,
    paused_until timestamptz, load float8, asked_at timestamptz)
"""
FILL = f"""
CREATE INDEX ON groups USING gist (place, caps gist__intbig_ops (siglen = {SIGNATURE}));
VACUUM ANALYZE groups;
"""
TONGUE = {language: 128 + number for number, language in enumerate(LANGUAGES)}
ZONES = 1024
SCALE = cos(radians(CENTRE[0]))
"""Places are kept with degrees of longitude as long as those of latitude."""


@asynccontextmanager
async def gist(world: World) -> AsyncIterator[NearestFirst]:
    """The peer over a database of this world; RuntimeError if there is no PostgreSQL."""
    async with postgresql("intarray") as connection:
        await connection.execute(TABLES)
        zones: dict[int, list[int]] = {}
        for zone, number, inside in passes(world.zones, world.groups):
            zones.setdefault(number, []).extend(_marks(zone, inside=inside))
        rows = [row(one, zones.get(number, [])) for number, one in enumerate(world.groups)]
        await connection.copy_records_to_table("groups", records=rows)
        for statement in FILL.split(";")[:-1]:
            await connection.execute(statement)
        farthest = max(map(radius_of, world.groups))
        numbers = {one.id: number for number, one in enumerate(world.zones)}
        yield NearestFirst(connection, Writer(numbers, farthest))


def row(group: Able, zones: list[int]) -> tuple[Any, ...]:
    """A group as a row of the table."""
    caps = [*bits(mask_of(group)), *zones, *(TONGUE[one] for one in group.languages)]
    return (
        group.id,
        *group.point,
        _place(group.point),
        caps,
        *hours_of(group),
        radius_of(group),
        Polygon(*((x, y) for x, y, *_ in group.area[0])) if group.area else None,
        group.paused_until or EPOCH,
        group.load / group.capacity,
        group.asked_at or EPOCH,
    )


def bits(mask: int) -> Iterator[int]:
    """The numbers of the bits of a mask."""
    return (number for number in range(mask.bit_length()) if mask >> number & 1)


def _place(point: Point) -> Place:
    return Place(point[1] * SCALE, point[0])


def _marks(zone: int, *, inside: bool) -> Iterator[int]:
    """What who may pass a zone has in its array: one number for that, one more if inside."""
    yield ZONES + 2 * zone
    if inside:
        yield ZONES + 2 * zone + 1


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes the clauses, knowing the numbers of the zones and how far anybody comes."""

    zones: Mapping[str, int]
    farthest: float

    def __call__(self, statement: Statement, wanted: Wanted, now: datetime) -> Clauses:
        """The rules of a request."""
        if wanted.point is None:
            raise ValueError("these workloads are of people whose place is known")
        here, afar = in_person(wanted), from_afar(wanted)
        word, bit = hour_at(now)
        rules = [
            f"hours{word} & {statement.put(bit, 'bigint')} <> 0",
            f"paused_until <= {statement.put(now)}",
            f"id <> ALL({statement.put(sorted(wanted.refused | wanted.blocked), 'text[]')})",
        ]
        ways = []
        if here:
            comes = [*self._comes(statement, wanted, here), *rules]
            inside = [ZONES + 2 * self.zones[one.id] + 1 for one in wanted.restrictions]
            within = f"caps @> {statement.put(inside, 'int[]')}" if inside else "false"
            ways.append(Way(" AND ".join(comes), within))
        if afar:
            does = f"caps @> {statement.put([*bits(afar.every)], 'int[]')}"
            ways.append(Way(" AND ".join([does, *rules])))
        language = [TONGUE[primary(wanted.language)]] if wanted.language else []
        speaks = f"caps @> {statement.put(language, 'int[]')}"
        return Clauses(ways, speaks, f"place <-> {statement.put(_place(wanted.point))}::point")

    def _doors(self, wanted: Wanted) -> Iterator[int]:
        """The numbers that who comes must have because of restrictions."""
        gates = gates_of(wanted, self.zones)
        yield from (ZONES + 2 * zone + 1 for zone in gates.inside)
        yield from (ZONES + 2 * zone for zone in gates.passing)
        if gates.afar is None:
            yield from (ZONES + 2 * zone for zone in gates.gates)

    def _comes(self, statement: Statement, wanted: Wanted, here: Needed) -> Iterator[str]:
        """All that is asked of who comes."""
        doors = [*bits(here.every), *self._doors(wanted)]
        yield f"caps @> {statement.put(doors, 'int[]')}"
        for one in here.some:
            yield f"caps && {statement.put([*bits(one)], 'int[]')}"
        gates = gates_of(wanted, self.zones)
        if gates.afar and gates.gates:
            afar = statement.put([*bits(gates.afar)], "int[]")
            for zone in gates.gates:
                passing = statement.put([ZONES + 2 * zone], "int[]")
                yield f"(caps @> {passing} OR caps @> {afar})"
        point = wanted.point or CENTRE
        degrees = self.farthest / 110_000
        x, y = _place(point)
        corners = Place(x - degrees, y - degrees), Place(x + degrees, y + degrees)
        yield f"place <@ {statement.put(Box(*corners))}::box"
        yield _reaches(statement, point)


def _reaches(statement: Statement, point: Point) -> str:
    """Whether a group comes to a point, by the measure of the rules."""
    ruler = Ruler(point[0])
    latitude, longitude = statement.put(point[0], "float8"), statement.put(point[1], "float8")
    north = f"(latitude - {latitude}) * {statement.put(ruler.per_latitude, 'float8')}"
    east = f"(longitude - {longitude}) * {statement.put(ruler.per_longitude, 'float8')}"
    place = statement.put(Place(point[1], point[0]))
    return (
        f"{north} * {north} + {east} * {east} <= reach * reach"
        f" AND (area IS NULL OR area @> {place}::point)"
    )

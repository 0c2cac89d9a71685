"""A peer: every group in one SQLite table, every rule a mask, one statement that looks at all.

The whole search is one statement: filters, the cheap-ruler distance and the order. A polygon is
asked only where its circle reaches. Who may pass a restriction is kept in a table beside it; a
plus sign keeps SQLite from beginning there, for this is the peer that looks at every row.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import aiosqlite

from api.matching.rules import BAND_M, Able, Wanted
from api.places.rules import Ruler, inside
from bench.matching.columns import (
    Needed,
    from_afar,
    gates_of,
    hour_at,
    hours_of,
    in_person,
    languages_of,
    mask_of,
    passes,
    radius_of,
    tongue,
)
from bench.matching.world import World

TABLES = """
CREATE TABLE groups (number INTEGER PRIMARY KEY, mask INTEGER, hours0 INTEGER, hours1 INTEGER,
    hours2 INTEGER, paused_until REAL, latitude REAL, longitude REAL, reach REAL, polygon INTEGER,
    languages INTEGER, load REAL, asked_at REAL, id TEXT);
CREATE TABLE passes (zone INTEGER, number INTEGER, inside INTEGER, PRIMARY KEY (zone, number))
    WITHOUT ROWID;
"""
ROW = f"INSERT INTO groups VALUES ({', '.join('?' * 14)})"  # noqa: S608 - question marks alone
AWAY = (
    "((latitude - :latitude) * :per_latitude * (latitude - :latitude) * :per_latitude"
    " + (longitude - :longitude) * :per_longitude * (longitude - :longitude) * :per_longitude)"
)
"""Metres from where help is needed, squared: a root is taken only of those that are left."""

REACHES = (
    f"{AWAY} <= reach * reach AND CASE WHEN polygon"
    " THEN covers(number, :latitude, :longitude) ELSE 1 END"
)


class SqliteScan:
    """The peer, with its groups; `best` as the index has it."""

    def __init__(self, db: aiosqlite.Connection, zones: Mapping[str, int]) -> None:
        self._db = db
        self._zones = zones

    async def best(self, wanted: Wanted, now: datetime, k: int) -> list[str]:
        """The ids of the best `k` groups in their order."""
        search = Search(wanted, now, self._zones)
        rows = await self._db.execute_fetchall(search.text(k), search.values)
        return [row[0] for row in rows]


@asynccontextmanager
async def sqlite_scan(world: World, folder: Path) -> AsyncIterator[SqliteScan]:
    """The peer over a database of this world in a folder."""
    async with aiosqlite.connect(folder / "scan.sqlite3") as db:
        await db.executescript(TABLES)
        rows = (row(number, group) for number, group in enumerate(world.groups))
        await db.executemany(ROW, rows)
        await db.executemany("INSERT INTO passes VALUES (?, ?, ?)", _passes(world))
        await db.commit()
        await db.execute("PRAGMA cache_size = -1000000")  # all of it in memory
        await db.execute("PRAGMA mmap_size = 1000000000")
        areas = {number: group.area for number, group in enumerate(world.groups) if group.area}

        def covers(number: int, latitude: float, longitude: float) -> bool:
            return inside((latitude, longitude), areas[number])

        await db.create_function("covers", 3, covers, deterministic=True)
        yield SqliteScan(db, {one.id: number for number, one in enumerate(world.zones)})


def _passes(world: World) -> Iterator[tuple[int, int, bool]]:
    return passes(world.zones, world.groups)


def row(number: int, group: Able) -> tuple[Any, ...]:
    """A group as a row of the table; times in seconds."""
    return (
        number,
        mask_of(group),
        *hours_of(group),
        group.paused_until.timestamp() if group.paused_until else 0,
        *group.point,
        radius_of(group),
        group.area is not None,
        languages_of(group),
        group.load / group.capacity,
        group.asked_at.timestamp() if group.asked_at else 0,
        group.id,
    )


class Search:
    """The statement that finds the best groups of one request, and its values by their names.

    The same kind of request gives the same text, so that it is prepared once.
    """

    def __init__(self, wanted: Wanted, now: datetime, zones: Mapping[str, int]) -> None:
        self._wanted = wanted
        self._now = now
        self._gates = gates_of(wanted, zones)
        point = wanted.point or (0.0, 0.0)
        ruler = Ruler(point[0])
        self.values: dict[str, Any] = {
            "latitude": point[0],
            "longitude": point[1],
            "per_latitude": ruler.per_latitude,
            "per_longitude": ruler.per_longitude,
        }

    def text(self, k: int) -> str:
        """The statement for the best `k`."""
        here, afar = in_person(self._wanted), from_afar(self._wanted)
        comes = [*self._has(here), REACHES, *self._let_in()] if here else []
        ways = [comes, self._has(afar) if afar else []]
        where = " OR ".join(f"({' AND '.join(way)})" for way in ways if way) or "0"
        word, bit = hour_at(self._now)
        order = ", ".join(self._order(comes))
        return (
            f"SELECT id FROM groups WHERE ({where}) AND hours{word} & {self._put(bit)}"  # noqa: S608 - our own names and marks
            f" AND paused_until <= {self._put(self._now.timestamp())}"
            f" AND id NOT IN {self._among(self._wanted.refused | self._wanted.blocked)}"
            f" ORDER BY {order} LIMIT {self._put(k)}"
        )

    def _order(self, comes: list[str]) -> Iterator[str]:
        """The rank: language, inside, band, load, asked, helped, distance, id."""
        if self._wanted.language:
            yield f"languages & {self._put(tongue(self._wanted))} = 0"
        if comes and self._gates.every:
            within = (self._passing(zone, inside=True) for zone in self._gates.every)
            yield f"NOT ({' AND '.join([*comes, *within])})"
        yield f"CAST(sqrt{AWAY} / {BAND_M} AS INTEGER), load, asked_at"
        yield f"id NOT IN {self._among(self._wanted.helped)}, {AWAY}, id"

    def _has(self, needed: Needed) -> list[str]:
        every = self._put(needed.every)
        return [f"mask & {every} = {every}", *(f"mask & {self._put(one)}" for one in needed.some)]

    def _let_in(self) -> Iterator[str]:
        """What restrictions ask of who comes."""
        gates = self._gates
        yield from (self._passing(zone, inside=True) for zone in gates.inside)
        yield from (self._passing(zone) for zone in gates.passing)
        for zone in gates.gates if gates.afar != 0 else ():
            if gates.afar is None:
                yield self._passing(zone)
            else:
                afar = self._put(gates.afar)
                yield f"({self._passing(zone)} OR mask & {afar} = {afar})"

    def _passing(self, zone: int, *, inside: bool = False) -> str:
        only = " AND inside" if inside else ""
        passing = f"SELECT number FROM passes WHERE zone = {self._put(zone)}{only}"  # noqa: S608 - a mark
        return f"+number IN ({passing})"

    def _among(self, ids: frozenset[str]) -> str:
        return f"({', '.join(self._put(one) for one in sorted(ids))})"

    def _put(self, value: object) -> str:
        """The mark of a value."""
        name = f"v{len(self.values)}"
        self.values[name] = value
        return f":{name}"

"""A PostgreSQL of this run's own, and the best of the groups that it gives nearest first."""

from __future__ import annotations

import asyncio
import tempfile
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from itertools import product
from pathlib import Path
from typing import Any

import asyncpg

from api.matching.rules import BAND_M, Wanted, primary
from api.places.rules import Ruler
from bench.matching.world import COMMON_LANGUAGE

GET_IT = "apt-get install postgresql-15-postgis-3 (its contrib modules come with PostgreSQL)"
OPTIONS = {
    "shared_buffers": "512MB",
    "work_mem": "64MB",
    "jit": "off",
    "random_page_cost": "1.1",
    "plan_cache_mode": "force_generic_plan",
}
"""What one sets where memory holds the whole database; a plan anew for each costs more than it."""

OVER = 4
"""So many times the wanted groups are fetched: the whole band of the last must be among them."""

UNEVEN = 0.95
"""A distance of the server's may be so much off ours, hundreds of kilometres away."""

ENOUGH = 1_000_000


@asynccontextmanager
async def postgresql(extension: str) -> AsyncIterator[asyncpg.Connection]:
    """A connection to an empty database; RuntimeError that says what is missing."""
    from tests.postgresql import BINARIES, Cluster  # noqa: PLC0415 - it wants pytest

    if not BINARIES or not (BINARIES[-1] / "initdb").exists():
        raise RuntimeError(f"PostgreSQL is missing; to get it: {GET_IT}")
    folder = Path(tempfile.mkdtemp(prefix="linli-bench-"))
    cluster = Cluster(BINARIES[-1], folder, **OPTIONS)
    try:
        await asyncio.to_thread(cluster.start)
        connection = await asyncpg.connect(cluster.url("postgres"))
        try:
            await _extend(connection, extension)
            yield connection
        finally:
            await connection.close()
    finally:
        await asyncio.to_thread(cluster.stop)


async def _extend(connection: asyncpg.Connection, extension: str) -> None:
    there = {row[0] for row in await connection.fetch("SELECT name FROM pg_available_extensions")}
    if extension not in there:
        raise RuntimeError(f"PostgreSQL lacks {extension}; to get it: {GET_IT}")
    await connection.execute(f"CREATE EXTENSION {extension}")


class Statement:
    """The values of a statement, by their places in it."""

    def __init__(self) -> None:
        self.values: list[Any] = []

    def put(self, value: object, type_: str = "") -> str:
        """The mark of a value, of a type if the server cannot know it."""
        self.values.append(value)
        return f"${len(self.values)}{type_ and f'::{type_}'}"


@dataclass(frozen=True, slots=True)
class Way:
    """One way to help: its rules, and whether the group comes from inside every restriction."""

    where: str
    inside: str = "false"


@dataclass(frozen=True, slots=True)
class Clauses:
    """The parts of a statement in which the peers differ: `order` is nearest first."""

    ways: Sequence[Way]
    speaks: str
    order: str


Written = Callable[[Statement, Wanted, datetime], Clauses]
"""How a peer writes the clauses of a request."""


class NearestFirst:
    """A peer that asks for groups nearest first until the last band of the best is complete.

    Each way to help is a SELECT of its own, so that an index serves it; one UNION ALL asks for
    all of them. Who shares the language stands before all others, so these are asked for only
    when they are needed; at once if few speak it. Where a restriction holds, who is inside stands
    first: all are fetched, and they are few.
    """

    def __init__(self, connection: asyncpg.Connection, written: Written) -> None:
        self._connection = connection
        self._written = written

    async def best(self, wanted: Wanted, now: datetime, k: int) -> list[str]:
        """The ids of the best `k` groups in their order."""
        best: list[str] = []
        for flags in _stages(wanted):
            limit = ENOUGH if wanted.restrictions else OVER * k
            while True:
                rows = await self._fetch(flags, limit, wanted, now)
                if _complete(wanted, rows, k, limit):
                    break
                limit *= OVER
            best += ranked(wanted, rows)
            if len(best) >= k:
                break
        return best[:k]

    async def _fetch(
        self, flags: Sequence[bool | None], limit: int, wanted: Wanted, now: datetime
    ) -> list[asyncpg.Record]:
        statement = Statement()
        clauses = self._written(statement, wanted, now)
        limited = "" if limit == ENOUGH else f" LIMIT {limit}"
        parts = [
            f"(SELECT id, latitude, longitude, load, asked_at, {clauses.speaks} AS speaks,"  # noqa: S608 - our own names and marks
            f" {way.inside} AS inside, {part} AS part FROM groups"
            f" WHERE {way.where}{SPOKEN[flag].format(clauses.speaks)}"
            f" ORDER BY {clauses.order}{limited})"
            for part, (flag, way) in enumerate(product(flags, clauses.ways))
        ]
        text = " UNION ALL ".join(parts)
        return list(await self._connection.fetch(text, *statement.values)) if parts else []


SPOKEN = {None: "", True: " AND {}", False: " AND NOT {}"}


def _stages(wanted: Wanted) -> Sequence[Sequence[bool | None]]:
    """Whose languages are asked for in each round trip: shared, others, or whatever they are."""
    if not wanted.language or wanted.restrictions:
        return ((None,),)
    if primary(wanted.language) == COMMON_LANGUAGE:
        return ((True,), (False,))
    return ((True, False),)


def _complete(wanted: Wanted, rows: Iterable[asyncpg.Record], k: int, limit: int) -> bool:
    """Whether no group that was not fetched can be among the best `k` of these."""
    parts: defaultdict[int, list[asyncpg.Record]] = defaultdict(list)
    for row in rows:
        parts[row["part"]].append(row)
    return all(len(part) < limit or _closed(wanted, part, k) for part in parts.values())


def _closed(wanted: Wanted, rows: Sequence[asyncpg.Record], k: int) -> bool:
    """Whether the last of these is beyond the band of the `k`th."""
    bands = sorted(int(_away(wanted, row) // BAND_M) for row in rows)
    return _away(wanted, rows[-1]) * UNEVEN >= (bands[k - 1] + 1) * BAND_M


def ranked(wanted: Wanted, rows: Iterable[asyncpg.Record]) -> list[str]:
    """The ids in the order of `api.matching.rules.Chosen.rank`; in the better way, if in two."""
    return list(dict.fromkeys(rank[-1] for rank in sorted(_rank(wanted, row) for row in rows)))


def _rank(wanted: Wanted, row: asyncpg.Record) -> tuple[Any, ...]:
    away = _away(wanted, row)
    return (
        bool(wanted.language) and not row["speaks"],
        not row["inside"],
        int(away // BAND_M),
        row["load"],
        row["asked_at"],
        row["id"] not in wanted.helped,
        away,
        row["id"],
    )


def _away(wanted: Wanted, row: asyncpg.Record) -> float:
    if wanted.point is None:
        raise ValueError("these workloads are of people whose place is known")
    ruler = Ruler(wanted.point[0])
    return ruler.metres(wanted.point, (row["latitude"], row["longitude"]))

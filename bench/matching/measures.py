"""The goals of the search: at most, or at least, so many times a peer."""

from __future__ import annotations

import tempfile
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import datetime
from pathlib import Path

import aiosqlite

from api.matching.index import Index
from api.matching.rules import Wanted
from bench.matching.cost import COSTS, LARGE_COSTS
from bench.matching.endpoint import ENDPOINT
from bench.matching.gist import gist
from bench.matching.postgis import postgis
from bench.matching.sqlite_scan import sqlite_scan
from bench.matching.taking import Peer, timed, timed_peer, times_faster, worst
from bench.matching.workloads import WORKLOADS, requests
from bench.matching.world import DISTRICT, METROPOLIS, REGION, Size, World, world
from bench.measure import SLICES, Measure, ratios

Opened = Callable[[World], AbstractAsyncContextManager[Peer]]
"""A peer over the groups of a world."""

ONE = "SELECT name FROM groups WHERE id = ?"
RARE = ("rare remote", "rare in person", "zone")


@asynccontextmanager
async def scan(world: World) -> AsyncIterator[Peer]:
    """The SQLite peer, in a folder that goes with it."""
    with tempfile.TemporaryDirectory() as folder:
        async with sqlite_scan(world, Path(folder)) as peer:
            yield peer


class Hop:
    """One round trip to a database with aiosqlite: a row by its key."""

    def __init__(self, db: aiosqlite.Connection) -> None:
        self._db = db
        self._key = 0

    async def best(self, wanted: Wanted, now: datetime, k: int) -> list[str]:
        """The name of some group, whatever is wanted."""
        del wanted, now, k
        self._key = (self._key + 1) % DISTRICT.groups
        return [row[0] for row in await self._db.execute_fetchall(ONE, (self._key,))]


async def hops(rounds: int, size: int) -> list[float]:
    """Our p50 at the size of a district divided by that of a round trip; the worst workload."""
    district = world(DISTRICT)
    index = Index(district.groups)
    found = {}
    async with aiosqlite.connect(":memory:") as db:
        await db.execute("CREATE TABLE groups (id INTEGER PRIMARY KEY, name TEXT)")
        names = [(number, one.id) for number, one in enumerate(district.groups)]
        await db.executemany("INSERT INTO groups VALUES (?, ?)", names)
        await db.commit()
        for name in WORKLOADS:
            asked = requests(name, district)
            ours, peers = timed(index, asked, size), timed_peer(Hop(db), asked, size)
            found[name] = await ratios(rounds, ours, peers, slices=SLICES)
    return worst(found, greatest=True)


def faster(  # noqa: PLR0913 - the words of one line of the table
    name: str,
    size: Size,
    opened: Opened,
    names: Sequence[str],
    goal: float | None,
    *,
    count: int,
    large: bool = False,
) -> Measure:
    """How many times faster than a peer the p50 of the worst of some workloads is."""

    async def take(rounds: int, count: int) -> list[float]:
        made = world(size)
        async with opened(made) as peer:
            return worst(await times_faster(made, peer, names, rounds, count), greatest=False)

    against = {scan: "an SQLite scan of masks", postgis: "PostGIS", gist: "a tuned GiST"}[opened]
    told = f"{against}: {', '.join(names)}"
    return Measure(name, "times", told, take, count, goal, more_is_better=True, large=large)


HOP = Measure("match_318_hop_ratio", "ratio", "one aiosqlite round trip", hops, 50, goal=1.5)
MEASURES = (
    HOP,
    faster("match_1e4_scan_ratio", METROPOLIS, scan, ["mixed"], 8, count=10),
    faster("match_1e4_common_ratio", METROPOLIS, scan, ["common"], 12, count=10),
    faster("match_1e4_postgis_ratio", METROPOLIS, postgis, ["common", "mixed"], 10, count=10),
    faster("match_1e4_rare_ratio", METROPOLIS, postgis, RARE, 80, count=10),
    faster("match_1e4_rare_scan_ratio", METROPOLIS, scan, RARE, None, count=10),
    faster("match_1e5_scan_ratio", REGION, scan, ["common", "mixed"], 35, count=5, large=True),
    faster("match_1e5_gist_ratio", REGION, gist, ["common", "mixed"], 2.5, count=10, large=True),
    *COSTS,
    *LARGE_COSTS,
    ENDPOINT,
)

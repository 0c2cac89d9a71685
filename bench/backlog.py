"""A plan for a thousand requests at one spot, in round trips to SQLite, one for each request."""

from __future__ import annotations

import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from time import perf_counter

import aiosqlite
from sqlalchemy import Connection

from api.app import Node
from api.auth.access import Context, Environment
from api.auth.actor import Actor
from api.backlog import service as backlog
from api.backlog.schemas import PlanIn
from api.settings import Settings
from api.vocabulary import Leaf, Role, Urgency
from bench.matching.world import DISTRICT
from bench.measure import Measure, ratios
from tests.api.district import NOW, group, person, request, volunteer

URGENCIES = tuple(Urgency)


@asynccontextmanager
async def crowded(folder: Path, waiting: int) -> AsyncIterator[Context]:
    """A coordinator of a district where each group has one place and all ask at one spot."""
    settings = Settings(
        database=f"sqlite:///{folder / 'linli.sqlite3'}", key_file=folder / "keys.json"
    )
    node = Node(settings)
    await node.open()
    try:
        await node.store.write(lambda conn: _fill(conn, waiting))
        environment = Environment(node.store, settings, lambda: NOW)
        yield Context(environment, Actor(Role.COORDINATOR, "bench"), NOW)
    finally:
        await node.close()


def _fill(conn: Connection, waiting: int) -> None:
    for number in range(DISTRICT.groups):
        leaves = (Leaf.MEAL, Leaf.GROCERIES) if number % 5 == 0 else (Leaf.MEAL,)
        one = group(conn, f"group {number}", capacity=1, leaves=leaves)
        volunteer(conn, one, f"volunteer {number}")
    for number in range(waiting):
        resident = person(conn, f"resident {number}")
        leaf = Leaf.GROCERIES if number % 10 == 0 else Leaf.MEAL
        asked_at = NOW - timedelta(minutes=number % 600)
        request(conn, resident, leaf, now=asked_at, urgency=URGENCIES[number % len(URGENCIES)])


async def take(rounds: int, size: int) -> list[float]:
    """Seconds of a plan for `size` requests, by those of as many round trips."""
    with tempfile.TemporaryDirectory() as folder:
        async with crowded(Path(folder), size) as context, aiosqlite.connect(":memory:") as db:

            async def planned() -> float:
                begun = perf_counter()
                await backlog.propose(context, PlanIn(limit=size))
                return perf_counter() - begun

            async def hops() -> float:
                begun = perf_counter()
                for number in range(size):
                    await db.execute_fetchall("SELECT ?", (number,))
                return perf_counter() - begun

            return await ratios(rounds, planned, hops)


MEASURE = Measure(
    "plan_1000_hop_ratio",
    "ratio",
    "as many aiosqlite round trips as requests",
    take,
    size=1000,
)

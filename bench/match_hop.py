"""A match among the practice district's 318 groups, in round trips to an SQLite database."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import cycle, islice, product
from pathlib import Path
from time import perf_counter

import aiosqlite

from api.demo.district import LEAVES_OF, Plan, district
from api.demo.service import gazetteer
from api.matching.rules import Able, Wanted, match, primary
from api.vocabulary import Accommodation, Mode
from bench.measure import Measure, ratios

NOW = datetime(2026, 3, 4, 4, 0, tzinfo=UTC)
ONE = "SELECT name FROM groups WHERE id = ?"
"""A row by its key, read in the way that aiosqlite's own documentation begins with."""

BEST = 10
"""So many groups are wanted of each match."""


async def take(rounds: int, size: int) -> list[float]:
    """Seconds a match divided by seconds a round trip, of `size` of each in a round."""
    groups = [able_of(plan) for plan in district(gazetteer())]
    with tempfile.TemporaryDirectory() as folder:
        async with aiosqlite.connect(Path(folder) / "peer.sqlite3") as peer:
            await peer.execute("CREATE TABLE groups (id INTEGER PRIMARY KEY, name TEXT)")
            rows = [(number, one.id) for number, one in enumerate(groups)]
            await peer.executemany("INSERT INTO groups VALUES (?, ?)", rows)
            await peer.commit()

            async def ours() -> float:
                begun = perf_counter()
                for one in islice(requests(), size):
                    match(one, groups, NOW, BEST)
                return (perf_counter() - begun) / size

            async def peers() -> float:
                begun = perf_counter()
                for number in range(size):
                    key = (number % len(groups),)
                    async with peer.execute(ONE, key) as cursor:
                        await cursor.fetchone()
                return (perf_counter() - begun) / size

            return await ratios(rounds, ours, peers)


def requests() -> Iterator[Wanted]:
    """What residents want, for ever: every leaf at every place, plain or with a need of theirs."""
    needs = (frozenset[Accommodation](), frozenset({Accommodation.WHEELCHAIR}))
    leaves = [leaf for leaves in LEAVES_OF.values() for leaf in leaves]
    for leaf, place, theirs in cycle(product(leaves, gazetteer(), needs)):
        point = (place.latitude, place.longitude)
        yield Wanted(frozenset({leaf}), theirs, "zh-Hans", point)


def able_of(plan: Plan) -> Able:
    """A group of the plan, as the rules read it."""
    return Able(
        id=str(plan.number),
        point=(plan.latitude, plan.longitude),
        radius_m=plan.radius_m,
        in_person=frozenset(s.leaf for s in plan.services if s.mode is Mode.IN_PERSON),
        remote=frozenset(s.leaf for s in plan.services if s.mode is Mode.REMOTE),
        languages=frozenset(map(primary, plan.languages)),
        able=frozenset(plan.able),
        talks_by=frozenset({"voice"} if plan.phone_only else {"voice", "text"}),
        capacity=plan.capacity,
        hours=plan.hours,
        time_zone="Asia/Shanghai",
    )


MEASURE = Measure("match_hop_ratio", "ratio", "one aiosqlite round trip", take, size=400, goal=5)

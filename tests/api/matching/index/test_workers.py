"""Three workers on one PostgreSQL, each with an index of its own that is cut off now and then."""

import asyncio
import random

import asyncpg
import pytest
import sqlalchemy as sa

from api.database.engine import open_store
from api.database.tables.requests import offer_needs, offers, tasks
from api.dispatch import service as dispatch
from api.dispatch.service import UnknownOffer
from api.groups import service as groups
from api.groups import store as kept
from api.groups.schemas import GroupChange
from api.requests import service as requests
from api.vocabulary import Leaf, OfferStatus, TaskStatus
from tests.api.district import MINUTE, NOW, SETTINGS, group, person, request, volunteer
from tests.api.matching.index.following import best, brute, up_to_date
from tests.api.matching.sides import wanted

pytestmark = [pytest.mark.full, pytest.mark.parametrize("engine_name", ["postgresql"])]

WORKERS, GROUPS, REQUESTS, ROUNDS = 3, 6, 9, 6
LISTENERS = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE datname = current_database() AND query LIKE 'LISTEN%'
"""


@pytest.fixture
async def workers(store_url, keys):
    """Three stores on one database, as three processes have."""
    stores = [open_store(store_url, keys=keys) for _ in range(WORKERS)]
    for one in stores:
        await one.open()
    yield stores
    for one in stores:
        await one.close()


def town(conn):
    """Groups with room for one or two tasks, a volunteer in each, and more requests than that."""
    ids = [group(conn, str(n), east_m=n * 200, capacity=1 + n % 2) for n in range(GROUPS)]
    people = [volunteer(conn, one, f"v{n}") for n, one in enumerate(ids)]
    residents = [person(conn, f"r{n}") for n in range(REQUESTS)]
    return ids, people, [request(conn, one) for one in residents]


def a_change(chance, ids):
    """A group is closed or opened, or does something else from now on."""
    group_id = chance.choice(ids)
    closed, radius_m = chance.random() < 0.3, chance.choice([100, 900, 5000])
    wanted_now = GroupChange(closed=closed, radius_m=radius_m)
    return lambda conn: groups.change(conn, group_id, wanted_now, now=NOW)


def an_answer(chance, people):
    """Somebody accepts whatever they are offered, or hands back what they have."""
    someone = chance.choice(people)

    def unit(conn):
        for offer in dispatch.offers_of(conn, someone.id):
            try:
                dispatch.accept(conn, offer.id, someone.id, settings=SETTINGS, now=NOW)
            except UnknownOffer:
                continue
        if chance.random() < 0.3 and dispatch.tasks_of(conn, someone.id):
            dispatch.hand_back(conn, None, someone.id, settings=SETTINGS, now=NOW)

    return unit


async def busy(store, seed, ids, people):
    """One worker: looks for help, while its people answer and its coordinators change things."""
    chance = random.Random(seed)  # noqa: S311 - the same each time
    for turn in range(ROUNDS):
        now = NOW + turn * MINUTE
        await store.write(lambda conn, now=now: dispatch.due(conn, now, SETTINGS))
        await store.write(an_answer(chance, people))
        await store.write(a_change(chance, ids))
        await store.read(best)


async def cut_off(url, times):
    """Ends every connection that listens, again and again."""
    connection = await asyncpg.connect(url)
    for _ in range(times):
        await connection.execute(LISTENERS)
        await asyncio.sleep(0.3)
    await connection.close()


def held(conn, ids):
    """Each group's tasks under way, its load and its capacity."""
    running = sa.select(tasks.c.group_id, sa.func.count()).group_by(tasks.c.group_id)
    counted = dict(
        tuple(row) for row in conn.execute(running.where(tasks.c.status == TaskStatus.UNDER_WAY))
    )
    return [(counted.get(one.id, 0), one.load, one.capacity) for one in kept.some(conn, ids)]


def taken_twice(conn):
    """Needs for which two offers are accepted and under way."""
    query = (
        sa.select(offer_needs.c.request_need_id)
        .join(offers, offers.c.id == offer_needs.c.offer_id)
        .join(tasks, tasks.c.offer_id == offers.c.id)
        .where(offers.c.status == OfferStatus.ACCEPTED, tasks.c.status == TaskStatus.UNDER_WAY)
        .group_by(offer_needs.c.request_need_id)
        .having(sa.func.count() > 1)
    )
    return conn.execute(query).all()


async def test_no_acceptance_is_wrong_however_stale_an_index_is(workers, store_url):
    """No group takes more than it can, no need is taken twice; and every index is right again."""
    ids, people, asked = await workers[0].write(town)
    for store in workers:
        await store.read(best)
    built = [await up_to_date(store) for store in workers]
    await asyncio.gather(
        *(busy(store, seed, ids, people) for seed, store in enumerate(workers)),
        cut_off(store_url, 5),
    )
    for under_way, load, capacity in await workers[0].read(lambda conn: held(conn, ids)):
        assert under_way == load <= capacity
    assert await workers[0].read(taken_twice) == []
    assert await workers[0].read(lambda conn: any(requests.get(conn, one).wave for one in asked))
    await asyncio.sleep(1.5)  # the listener tries again after a second
    await workers[0].write(
        lambda conn: groups.change(conn, ids[0], GroupChange(closed=False), now=NOW)
    )
    for store, before in zip(workers, built, strict=True):
        assert await up_to_date(store) > before, "nobody saw that it was cut off"
        for leaf in (Leaf.GROCERIES, Leaf.WATER):
            seen = await store.read(
                lambda conn, leaf=leaf: (best(conn, wanted(leaf)), brute(conn, wanted(leaf)))
            )
            assert seen[0] == seen[1]


async def test_what_another_worker_committed_late_is_not_missed(workers):
    """Transactions end in another order than they began: the earlier one is seen when it ends."""
    first, second, third = workers
    ids = await first.write(lambda conn: [group(conn, str(n), east_m=n * 300) for n in range(3)])
    await third.read(best)
    await up_to_date(third)
    begun, may_end = asyncio.Event(), asyncio.Event()

    async def slow():
        engine = first._engine  # noqa: SLF001 - a transaction that stays open while others commit
        async with engine.begin() as conn:
            await conn.run_sync(_comes_nowhere, ids[2])
            begun.set()
            await may_end.wait()

    task = asyncio.create_task(slow())
    await begun.wait()
    await second.write(lambda conn: groups.take_place(conn, ids[1]))
    await up_to_date(third)
    between = await third.read(lambda conn: (best(conn), brute(conn)))
    may_end.set()
    await task
    after = await third.read(lambda conn: (best(conn), brute(conn)))
    await up_to_date(third)
    assert between[0] == between[1]
    assert after[0] == after[1] != between[0]


def _comes_nowhere(conn, group_id):
    """The group comes nowhere any more."""
    conn.execute(sa.text("UPDATE groups SET radius_m = 0 WHERE id = :id"), {"id": group_id})

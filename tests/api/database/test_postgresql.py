"""The store on PostgreSQL: several servers on one database."""

import asyncio

import pytest
import sqlalchemy as sa
from sqlalchemy.util import await_only

from api.database import listener
from api.database import postgresql as engine
from api.database.engine import after_commit_wake, open_store, order_lock, skip_locked
from tests.api.database.conftest import jars, names, put, soon

pytestmark = pytest.mark.full

COLLIDE = "DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '40001'; END $$"
HELD = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND granted"
WAITING = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"


@pytest.fixture
def engine_name():
    """These are rules of PostgreSQL only."""
    return "postgresql"


@pytest.fixture
async def other(store, store_url, keys):
    """A second server on the same database."""
    opened = open_store(store_url, keys=keys)
    await opened.open()
    yield opened
    await opened.close()


@pytest.fixture(autouse=True)
def _no_pauses(monkeypatch):
    """Nothing here is about how long a pause is."""
    monkeypatch.setattr(engine, "FIRST_PAUSE", 0.0001)
    monkeypatch.setattr(listener, "RECONNECT_PAUSE", 0)


def colliding(times, runs):
    """A unit that collides so often before it succeeds; `runs` counts."""

    def unit(conn):
        runs.append(None)
        put(f"jar {len(runs)}")(conn)
        if len(runs) <= times:
            conn.exec_driver_sql(COLLIDE)
        return "done"

    return unit


async def test_a_unit_that_collided_is_run_again_from_its_start(shelf):
    """Nothing of the failed attempts is kept."""
    runs = []
    assert await shelf.write(colliding(3, runs)) == "done"
    assert await shelf.read(names) == ["jar 4"]


async def test_a_unit_that_always_collides_fails_in_the_end(shelf):
    """The attempts are bounded, and the caller is told."""
    runs = []
    with pytest.raises(sa.exc.DBAPIError):
        await shelf.write(colliding(1000, runs))
    assert len(runs) == engine.ATTEMPTS
    assert await shelf.read(names) == []


async def test_any_other_error_is_raised_at_once(shelf):
    """A second run would fail as well."""
    runs = []

    def wrong(conn):
        runs.append(None)
        put("x", shelf_id="nowhere")(conn)

    with pytest.raises(sa.exc.IntegrityError):
        await shelf.write(wrong)
    assert len(runs) == 1


async def test_two_units_that_lock_each_other_out_both_succeed(shelf):
    """PostgreSQL ends one of a real deadlock; the store runs it again."""
    runs = []

    def lock_in_turn(first, second):
        def unit(conn):
            runs.append(first)
            order_lock(conn, first)
            while len(runs) < 3 and conn.exec_driver_sql(HELD).scalar() < 2:
                await_only(asyncio.sleep(0))
            order_lock(conn, second)
            put(first)(conn)

        return unit

    await asyncio.gather(*map(shelf.write, (lock_in_turn("a", "b"), lock_in_turn("b", "a"))))
    assert await shelf.read(names) == ["a", "b"]
    assert len(runs) > 2


async def test_transactions_serialise_under_one_key_only(shelf):
    """The second of one key waits for the first to commit; another key does not wait."""
    order, tasks = [], []

    def second(conn):
        order_lock(conn, "lane")
        order.append(names(conn))

    def other_lane(conn):
        order_lock(conn, "other lane")
        order.append("other lane")

    def first(conn):
        order_lock(conn, "lane")
        tasks.append(asyncio.create_task(shelf.write(second)))
        while not conn.exec_driver_sql(WAITING).scalar():
            await_only(asyncio.sleep(0))
        await_only(shelf.write(other_lane))
        put("first")(conn)

    await shelf.write(first)
    await tasks[0]
    assert order == ["other lane", ["first"]]


async def test_a_worker_passes_over_what_another_holds(shelf, other):
    """Two workers never take the same row, and neither waits."""
    await shelf.write(put("1"))
    await shelf.write(put("2"))
    take = sa.select(jars.c.id).order_by(jars.c.id).limit(1)

    def take_one(conn):
        return conn.scalar(skip_locked(conn, take))

    def both(conn):
        return take_one(conn), await_only(other.write(take_one))

    assert await shelf.write(both) == ("1", "2")


async def test_a_commit_wakes_the_other_servers_too(store, other):
    """The listener of each hears it; a rolled back one before it was not heard."""

    def undone(conn):
        after_commit_wake(conn, "inbound")
        conn.exec_driver_sql("SELECT 1 / 0")

    inbound = asyncio.create_task(other.wake.wait("inbound", None))
    notices = asyncio.create_task(other.wake.wait("notices", None))
    await asyncio.sleep(0)
    with pytest.raises(sa.exc.DBAPIError):
        await store.write(undone)
    await store.write(lambda conn: after_commit_wake(conn, "notices"))
    await soon(notices)
    assert not inbound.done()
    inbound.cancel()


async def test_a_server_cut_off_listens_again_and_looks_for_what_it_missed(store, other):
    """Every topic is woken once the connection is back, and later wakes arrive."""
    waiting = [
        asyncio.create_task(other.wake.wait(topic, None)) for topic in ("inbound", "dispatch")
    ]
    await asyncio.sleep(0)
    await store.write(
        lambda conn: conn.exec_driver_sql(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND query LIKE 'LISTEN%%'"
        )
    )
    await soon(asyncio.gather(*waiting))
    notices = asyncio.create_task(other.wake.wait("notices", None))
    await store.write(lambda conn: after_commit_wake(conn, "notices"))
    await soon(notices)


async def test_an_unreachable_server_is_an_error_at_the_start(postgresql, keys):
    """Not at the first message somebody sends."""
    store = open_store(postgresql.url("nowhere"), keys=keys)
    with pytest.raises(Exception, match="does not exist"):
        await store.open()
    with pytest.raises(RuntimeError, match="not open"):
        await store.read(names)


async def test_a_cancelled_unit_ends_as_cancelled(shelf):
    """Whoever stops a worker in the middle of a unit is not kept waiting by another error."""
    begun = asyncio.Event()

    def unit(conn):
        put("half a jar")(conn)
        begun.set()
        conn.exec_driver_sql("SELECT pg_sleep(60)")

    writing = asyncio.create_task(shelf.write(unit))
    await begun.wait()
    writing.cancel()
    with pytest.raises(asyncio.CancelledError):
        await writing
    assert await shelf.read(names) == []

"""What every store promises, on each engine."""

import asyncio

import pytest
import sqlalchemy as sa
from sqlalchemy.util import await_only

from api.database.engine import after_commit_wake, insert_ignore, open_store
from tests.api.database.conftest import jars, names, put, shelves, soon, specimens


class OurError(Exception):
    """What a unit of work may raise."""


def put_and_fail(name):
    """A unit that writes a jar and then refuses."""

    def unit(conn):
        put(name)(conn)
        raise OurError(name)

    return unit


async def test_a_unit_of_work_gives_its_result_back(shelf):
    """Whatever it is."""
    assert await shelf.write(lambda conn: {"one": 1}) == {"one": 1}
    assert await shelf.read(lambda conn: [2]) == [2]


async def test_what_was_written_is_read_at_once(shelf):
    """An acknowledged write is seen by every later read."""
    for number in range(20):
        await shelf.write(put(f"{number:02}"))
        assert len(await shelf.read(names)) == number + 1


async def test_a_unit_that_raises_leaves_nothing_and_raises_to_its_caller(shelf):
    """One unit of work is one transaction."""
    with pytest.raises(OurError, match="spoilt"):
        await shelf.write(put_and_fail("spoilt"))
    assert await shelf.read(names) == []


async def test_a_unit_that_raises_is_undone_alone(shelf):
    """Its neighbours, written at the same time, are kept."""
    units = [put("a"), put_and_fail("b"), put("c"), put_and_fail("d"), put("e")]
    outcomes = await asyncio.gather(*map(shelf.write, units), return_exceptions=True)
    assert [isinstance(outcome, OurError) for outcome in outcomes] == [False, True] * 2 + [False]
    assert await shelf.read(names) == ["a", "c", "e"]


async def test_even_an_odd_exception_reaches_its_caller(shelf):
    """A future cannot carry StopIteration; nobody waits for ever because of it."""
    for run in (shelf.write, shelf.read):
        with pytest.raises(RuntimeError):
            await run(lambda conn: next(iter(())))


async def test_a_reader_cannot_write(shelf):
    """Neither a row nor a table."""
    for change in (put("x"), lambda conn: conn.exec_driver_sql("DROP TABLE jars")):
        with pytest.raises(sa.exc.DBAPIError):
            await shelf.read(change)
    assert await shelf.read(names) == []


async def test_a_reader_sees_one_state_however_long_it_reads(shelf):
    """What is committed meanwhile is for the next read."""

    def look_twice(conn):
        before = names(conn)
        await_only(shelf.write(put("new")))
        return before, names(conn)

    assert await shelf.read(look_twice) == ([], [])
    assert await shelf.read(names) == ["new"]


async def test_a_row_that_points_nowhere_is_refused(shelf):
    """Foreign keys are on."""
    with pytest.raises(sa.exc.IntegrityError):
        await shelf.write(put("lost", shelf_id="nowhere"))


async def test_two_hundred_writers_lose_no_step(shelf):
    """Read, add one, write: conditional in one statement, at the same time."""
    await shelf.write(put("sum", count=0))
    add = jars.update().values(count=jars.c["count"] + 1)
    await asyncio.gather(*(shelf.write(lambda conn: conn.execute(add)) for _ in range(200)))
    total = sa.select(jars.c["count"])
    assert await shelf.read(lambda conn: conn.scalar(total)) == 200


async def test_the_first_of_equal_rows_is_kept(shelf):
    """insert_ignore says whether it was the first, and changes nothing if not."""

    def keep(label):
        return lambda conn: insert_ignore(conn, jars, {"id": "1", "label": label}, ["id"])

    assert await shelf.write(keep("first")) is True
    assert await shelf.write(keep("second")) is False
    label = sa.select(jars.c.label)
    assert await shelf.read(lambda conn: conn.scalar(label)) == "first"


async def test_of_many_equal_rows_at_once_one_is_inserted(shelf):
    """Nothing happens twice."""

    def keep(conn):
        return insert_ignore(conn, jars, {"id": "1"}, [jars.c.id])

    inserted = await asyncio.gather(*(shelf.write(keep) for _ in range(30)))
    assert inserted.count(True) == 1


async def test_a_commit_wakes_those_who_wait_for_its_topic(shelf):
    """And those only."""

    def work(conn):
        after_commit_wake(conn, "notices")

    notices = asyncio.create_task(shelf.wake.wait("notices", None))
    inbound = asyncio.create_task(shelf.wake.wait("inbound", None))
    await asyncio.sleep(0)
    await shelf.write(work)
    await soon(notices)
    assert not inbound.done()
    inbound.cancel()


async def test_nobody_is_woken_for_what_was_undone(shelf):
    """The second unit's wake arrives; the first, which failed, sent none."""

    def undone(conn):
        after_commit_wake(conn, "notices")
        raise OurError

    waiting = asyncio.create_task(shelf.wake.wait("notices", None))
    await asyncio.sleep(0)
    with pytest.raises(OurError):
        await shelf.write(undone)
    await shelf.write(lambda conn: after_commit_wake(conn, "dispatch"))
    await soon(shelf.wake.wait("dispatch", None))
    assert not waiting.done()
    waiting.cancel()


async def test_a_reader_can_wake_nobody(shelf):
    """Nothing was committed; also on a connection that wrote before."""
    await shelf.write(lambda conn: after_commit_wake(conn, "notices"))
    with pytest.raises(RuntimeError, match="write"):
        await shelf.read(lambda conn: after_commit_wake(conn, "notices"))


async def test_a_closed_store_says_so(store_url, keys):
    """Before it is opened, and after it is closed; closing again is no error."""
    store = open_store(store_url, keys=keys)
    for _ in range(2):
        with pytest.raises(RuntimeError, match="not open"):
            await store.write(names)
        with pytest.raises(RuntimeError, match="not open"):
            await store.read(names)
        await store.open()
        await store.close()
        await store.close()


async def test_what_was_kept_is_there_after_a_restart(store_url, keys):
    """In the same database, through another store."""
    first = open_store(store_url, keys=keys)
    await first.open()
    await first.write(specimens.create_all)
    await first.write(lambda conn: conn.execute(shelves.insert().values(id="top")))
    await first.close()
    second = open_store(store_url, keys=keys)
    await second.open()
    assert await second.read(lambda conn: conn.scalar(sa.select(shelves.c.id))) == "top"
    await second.close()


@pytest.mark.parametrize(
    "url", ["mysql://x/y", "sqlite+aiosqlite:///x", "sqlite://", "sqlite:///"]
)
def test_a_url_of_no_engine_of_ours_is_refused(url, keys):
    """A database in memory is none either: its readers would see another one."""
    with pytest.raises(ValueError, match="sqlite:///path"):
        open_store(url, keys=keys)

"""The store on SQLite: one writer, many units a commit, one server a file."""

import asyncio
import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest
import sqlalchemy as sa

from api.database.engine import DatabaseInUse, after_commit_wake, open_store
from tests.api.database.conftest import names, put
from tests.tree import ROOT

HOLD = """
import asyncio, sys
from api.database.engine import open_store
from api.database.private import load_keys

async def hold(url, keys):
    store = open_store(url, keys=load_keys(keys))
    await store.open()
    print("open", flush=True)
    sys.stdin.read()

asyncio.run(hold(*sys.argv[1:]))
"""


@pytest.fixture
def engine_name():
    """These are rules of SQLite only."""
    return "sqlite"


@pytest.fixture
def path(store_url):
    """The database file."""
    return Path(store_url.removeprefix("sqlite:///"))


class Held:
    """Keeps the writer busy, so that what is written meanwhile forms one batch."""

    def __init__(self, store):
        self._store = store
        self._busy, self._go_on = threading.Event(), threading.Event()
        self.statements = []

    async def __aenter__(self):
        self._holding = asyncio.create_task(self._store.write(self._hold))
        await asyncio.to_thread(self._busy.wait)
        return self

    async def __aexit__(self, *_):
        self._go_on.set()
        await self._holding

    def _hold(self, conn):
        conn.connection.dbapi_connection.set_trace_callback(self.statements.append)
        self._busy.set()
        self._go_on.wait()


def queue(store, *units):
    """The units, waiting for the writer in this order."""
    return [asyncio.create_task(store.write(unit)) for unit in units]


def dangle(conn):
    """A unit whose fault only the COMMIT finds."""
    conn.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
    put("dangling", shelf_id="nowhere")(conn)


async def test_units_that_wait_are_committed_together(shelf):
    """Fifty units, one COMMIT, so one fsync: what makes a slow disk bearable."""
    async with Held(shelf) as held:
        tasks = queue(shelf, *(put(f"{n:02}") for n in range(50)))
        await asyncio.sleep(0)
    await asyncio.gather(*tasks)
    assert held.statements.count("COMMIT") == 2  # that of the held unit, and one for all
    assert len(await shelf.read(names)) == 50


async def test_nobody_is_told_before_the_commit(shelf):
    """A unit that ran, in a batch that still runs, is not acknowledged."""
    ran, go_on = threading.Event(), threading.Event()

    def slow(conn):
        ran.set()
        go_on.wait()

    async with Held(shelf):
        first, second = queue(shelf, put("first"), slow)
        await asyncio.sleep(0)
    await asyncio.to_thread(ran.wait)
    assert not first.done()
    assert await shelf.read(names) == []
    go_on.set()
    await asyncio.gather(first, second)


async def test_a_commit_that_fails_acknowledges_nobody(shelf):
    """All its units failed, none is kept, nobody is woken; the next batch is unharmed."""

    def wake(conn):
        put("woken")(conn)
        after_commit_wake(conn, "notices")

    waiting = asyncio.create_task(shelf.wake.wait("notices", None))
    async with Held(shelf):
        tasks = queue(shelf, put("good"), wake, dangle, put("late"))
        await asyncio.sleep(0)
    outcomes = await asyncio.gather(*tasks, return_exceptions=True)
    assert [type(outcome) for outcome in outcomes] == [sa.exc.IntegrityError] * 4
    await shelf.write(put("after"))
    assert await shelf.read(names) == ["after"]
    assert not waiting.done()
    waiting.cancel()


async def test_a_unit_that_commits_by_itself_is_an_error(shelf):
    """One unit of work is one transaction, and the store alone ends it."""
    with pytest.raises(sa.exc.InvalidRequestError):
        await shelf.write(lambda conn: (conn.commit(), put("x")(conn)))
    await shelf.write(put("after"))
    assert "after" in await shelf.read(names)


async def test_a_caller_who_gives_up_harms_nobody(shelf):
    """What it asked for may be kept; its neighbours are told as ever."""
    async with Held(shelf):
        impatient, patient = queue(shelf, put("impatient"), put("patient"))
        await asyncio.sleep(0)
        impatient.cancel()
        await asyncio.sleep(0)
    await patient
    assert impatient.cancelled()
    assert "patient" in await shelf.read(names)


async def test_closing_finishes_what_is_queued(shelf, store_url, keys):
    """Every caller is told, and what they were told is there after a restart."""
    async with Held(shelf):
        tasks = queue(shelf, *(put(f"{n:03}") for n in range(300)))  # more than one batch
        await asyncio.sleep(0)
        closing = asyncio.create_task(shelf.close())
        await asyncio.sleep(0)
    await asyncio.gather(closing, *tasks)
    again = open_store(store_url, keys=keys)
    await again.open()
    assert len(await again.read(names)) == 300
    await again.close()


@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("secure_delete", 1)],
)
async def test_the_writer_works_with_the_settings_that_survived_power_cuts(shelf, pragma, value):
    """Where synchronous is 2, FULL is meant; see the SQLite documentation of PRAGMA."""
    found = await shelf.write(lambda conn: conn.exec_driver_sql(f"PRAGMA {pragma}").scalar())
    assert found == value


async def test_a_unit_sees_a_write_lock_from_its_start(shelf):
    """BEGIN IMMEDIATE: no unit finds at its end that it may not write."""
    async with Held(shelf) as held:
        (task,) = queue(shelf, names)
        await asyncio.sleep(0)
    await task
    assert "BEGIN IMMEDIATE" in held.statements
    assert not {"BEGIN", "BEGIN DEFERRED"} & set(held.statements)


async def test_what_was_deleted_is_gone_from_the_disk(shelf, path):
    """Overwritten in the file, and the log is folded into it when the store closes."""
    label = "to be forgotten 5550123"
    await shelf.write(put("x", label=label))
    await shelf.write(lambda conn: conn.exec_driver_sql("DELETE FROM jars"))
    await shelf.close()
    left = {file.name: file.read_bytes() for file in path.parent.glob(path.name + "*")}
    assert path.name in left
    assert not [name for name, content in left.items() if label.encode() in content]


async def test_only_the_owner_can_read_the_files(tmp_path, keys):
    """The database, its log, its index and its lock, in a folder made on the first run."""
    store = open_store(f"sqlite:///{tmp_path}/new/linli.sqlite3", keys=keys)
    await store.open()
    await store.write(lambda conn: conn.exec_driver_sql("CREATE TABLE x (y)"))
    modes = {f.name: stat.S_IMODE(f.stat().st_mode) for f in (tmp_path / "new").iterdir()}
    await store.close()
    assert len(modes) == 4
    assert set(modes.values()) == {0o600}


async def test_a_second_server_is_told_who_has_the_database_and_the_way_out(
    store, store_url, keys
):
    """Two writers would undo each other's leases."""
    second = open_store(store_url, keys=keys)
    with pytest.raises(DatabaseInUse, match=f"process {os.getpid()}.*kill {os.getpid()}"):
        await second.open()
    await store.close()
    await second.open()
    await second.close()


async def test_a_killed_server_leaves_no_lock_behind(sqlite_url, tmp_path, keys):
    """The next one starts at once, without anybody deleting a file."""
    command = [sys.executable, "-c", HOLD, sqlite_url, str(tmp_path / "keys.json")]
    with subprocess.Popen(  # noqa: ASYNC220, S603 - our own code, waited for below
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout.readline() == b"open\n"
        store = open_store(sqlite_url, keys=keys)
        with pytest.raises(DatabaseInUse, match=f"process {other.pid}"):
            await store.open()
        other.kill()
    await store.open()
    await store.close()

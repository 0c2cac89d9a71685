"""A unit of work is answered as by brute force over what it sees; what it undoes is nowhere."""

import asyncio

import pytest
import sqlalchemy as sa

from api.database.engine import open_store
from api.database.migrate import upgrade
from api.database.tables.groups import group_services, groups
from api.groups import service
from api.groups import store as kept
from api.groups.schemas import GroupChange
from api.groups.store import State
from tests.api.district import NOW, group
from tests.api.matching.index.following import best, brute, feed_of, up_to_date

ON_SQLITE = pytest.mark.parametrize("engine_name", ["sqlite"])


class UndoneError(Exception):
    """What a unit of work raises that thinks better of it."""


@pytest.fixture
async def town(store):
    """The ids of three groups that the store's index knows."""
    ids = await store.write(lambda conn: [group(conn, str(n), east_m=n * 300) for n in range(3)])
    await store.read(best)
    await up_to_date(store)
    return ids


@pytest.fixture
def no_rows(monkeypatch):
    """Whoever reads every group fails."""

    def read(conn):
        raise AssertionError("the index was not asked")

    monkeypatch.setattr(service, "open_groups", read)


async def test_a_look_asks_the_index_and_not_every_row(store, town, no_rows):
    """The nearest first."""
    assert [one[0] for one in await store.read(best)] == town
    assert [one[0] for one in await store.write(best)] == town


async def test_a_unit_sees_at_once_what_it_changed_itself(store, town, no_rows):
    """A place taken, an offer marked, a group closed, a new one: before anything is committed."""

    def unit(conn):
        service.take_place(conn, town[0])
        service.mark_asked(conn, town[1], None, NOW)
        service.change(conn, town[2], GroupChange(closed=True), now=NOW)
        new = group(conn, "new", east_m=100)
        return best(conn), brute(conn), new

    found, expected, new = await store.write(unit)
    assert found == expected
    assert {one[0] for one in found} == {town[0], town[1], new}
    await up_to_date(store)
    assert await store.read(best) == expected


async def test_what_is_undone_was_never_in_the_index(store, town, no_rows):
    """Neither a whole unit nor a part of one, though it was looked at in between."""

    def unit(conn):
        service.change(conn, town[0], GroupChange(closed=True), now=NOW)
        assert best(conn) == brute(conn)
        raise UndoneError

    def part(conn):
        inner = conn.begin_nested()
        service.take_place(conn, town[1])
        during = best(conn), brute(conn)
        inner.rollback()
        return during, (best(conn), brute(conn))

    before = await store.read(best)
    with pytest.raises(UndoneError):
        await store.write(unit)
    during, after = await store.write(part)
    await up_to_date(store)
    assert during[0] == during[1] != before
    assert after[0] == after[1] == before == await store.read(best)


@ON_SQLITE
async def test_a_commit_that_fails_takes_all_of_it_from_everybody(store, town, no_rows):
    """Units of one transaction see one another, and all are gone with it."""

    def sound(conn):
        service.take_place(conn, town[0])
        return best(conn)

    def broken(conn):
        conn.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        conn.exec_driver_sql("INSERT INTO group_services VALUES ('nobody', 'meal', 'remote')")
        assert best(conn) == brute(conn)

    before = await store.read(best)
    both = await asyncio.gather(
        store.write(broken), store.write(broken), store.write(sound), return_exceptions=True
    )
    assert isinstance(both[0], sa.exc.IntegrityError)
    await up_to_date(store)
    after = await store.read(lambda conn: (best(conn), brute(conn)))
    assert after[0] == after[1]
    assert isinstance(both[2], Exception) == (after[0] == before)


async def test_no_way_of_writing_is_missed(store, town, no_rows):
    """Not even one past the functions of groups: triggers mark what changed."""

    def unit(conn):
        conn.execute(groups.update().where(groups.c.id == town[0]).values(radius_m=0))
        services = group_services.c.group_id
        conn.execute(group_services.delete().where(services == town[1]))
        conn.execute(group_services.delete().where(services == town[2]))
        conn.execute(groups.delete().where(groups.c.id == town[2]))

    await store.write(unit)
    found, expected = await store.read(lambda conn: (best(conn), brute(conn)))
    assert found == expected
    assert len(found) == 1


async def test_an_index_ahead_of_what_a_reader_sees_is_not_asked(store, town):
    """It answers from the rows that it sees."""
    ahead = State(10**15)
    assert await store.read(lambda conn: kept.changes_since(conn, ahead)) is None


async def test_more_changes_than_are_taken_in_one_by_one_are_read_anew(store, town, monkeypatch):
    """As after an import; until then looks read the rows."""
    monkeypatch.setattr("api.matching.index.feed.MANY", 2)
    await store.write(lambda conn: [group(conn, f"more {n}") for n in range(5)])
    found, expected = await store.read(lambda conn: (best(conn), brute(conn)))
    assert found == expected
    assert await up_to_date(store) > 1
    assert await store.read(best) == expected


async def test_each_store_has_an_index_of_its_own(store, town, tmp_path, keys):
    """Two in one process, one of them empty."""
    url = f"sqlite:///{tmp_path / 'other.sqlite3'}"
    await asyncio.to_thread(upgrade, url)
    other = open_store(url, keys=keys)
    await other.open()
    try:
        assert await other.read(best) == []
        await up_to_date(other)
        assert await other.read(best) == []
    finally:
        await other.close()
    assert len(await store.read(best)) == 3


async def test_a_store_that_was_closed_begins_anew(store, town):
    """What was put in its place meanwhile may be another database."""
    before = await store.read(feed_of)
    await store.close()
    await store.open()
    assert await store.read(feed_of) is not before
    assert [one[0] for one in await store.read(best)] == town


def test_snapshots_know_which_of_them_saw_more():
    """What was running then was not seen, whatever its number."""
    earlier, later = State(10, frozenset({7})), State(12, frozenset({11}))
    assert later.saw_all_of(earlier)
    assert not earlier.saw_all_of(later)
    assert not State(12, frozenset({8})).saw_all_of(earlier)
    assert State(10, frozenset({7})).saw_all_of(earlier)


@ON_SQLITE
async def test_a_migrated_database_has_the_triggers_of_a_new_one(store, tmp_path):
    """Also after later revisions altered their tables."""
    path = tmp_path / "migrated.sqlite3"
    await asyncio.to_thread(upgrade, f"sqlite:///{path}")
    query = sa.text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name")
    engine = sa.create_engine(f"sqlite:///{path}")
    with engine.connect() as conn:
        migrated = [tuple(row) for row in conn.execute(query)]
    engine.dispose()
    made = await store.read(lambda conn: [tuple(row) for row in conn.execute(query)])
    assert migrated == made
    assert len(made) == 6

"""Migrations: wholly or not at all, on both engines."""

import asyncio
import sys

import pytest
import sqlalchemy as sa

from api.database.engine import DatabaseInUse, open_store
from api.database.migrate import DanglingReferenceError, upgrade
from tests.api.database.sight import revision, see, tables

REVISION = '''"""{number}."""

import sqlalchemy as sa
from alembic import op

revision = "{number}"
down_revision = {before!r}
branch_labels = None
depends_on = None


def upgrade() -> None:
{body}
'''
MAKE = "    op.execute('CREATE TABLE shelves (id TEXT PRIMARY KEY)')"
KEEP = "    op.execute(\"INSERT INTO shelves VALUES ('top')\")"
FAIL = "    raise RuntimeError('planted')"
REFER = """    op.execute("CREATE TABLE jars (id TEXT, shelf_id TEXT REFERENCES shelves (id))")
    op.execute("INSERT INTO jars VALUES ('jam', 'top')")"""
ALTER = """    with op.batch_alter_table("shelves") as table:
        table.add_column(sa.Column("height", sa.Integer))
        table.alter_column("id", type_=sa.String(40), existing_type=sa.Text)"""
DANGLE = "    op.execute(\"INSERT INTO jars VALUES ('lost', 'nowhere')\")"


def plant(versions, *bodies):
    """One revision for each body, after those that are there."""
    for body in bodies:
        number = len(list(versions.glob("*.py"))) + 1
        before = f"{number - 1:04}" if number > 1 else None
        text = REVISION.format(number=f"{number:04}", before=before, body=body)
        (versions / f"r{number:04}_x.py").write_text(text, encoding="utf-8")


def test_a_failed_first_migration_leaves_nothing(empty_url, versions):
    """Not a table of the revisions before it, not Alembic's own."""
    plant(versions, MAKE, f"{KEEP}\n{FAIL}")
    with pytest.raises(RuntimeError, match="planted"):
        upgrade(empty_url, versions)
    assert see(empty_url, tables) == []


def test_a_failed_migration_leaves_the_database_as_it_was(empty_url, versions):
    """Also what the revisions before the failing one did in the same run."""
    plant(versions, MAKE, KEEP)
    upgrade(empty_url, versions)
    plant(versions, KEEP.replace("top", "second"), f"{REFER}\n{FAIL}")
    with pytest.raises(RuntimeError, match="planted"):
        upgrade(empty_url, versions)
    assert see(empty_url, tables) == ["alembic_version", "shelves"]
    assert see(empty_url, revision) == "0002"
    rows = see(empty_url, lambda conn: conn.exec_driver_sql("SELECT id FROM shelves").all())
    assert rows == [("top",)]


def test_a_repaired_migration_runs_afterwards(empty_url, versions):
    """The failure left nothing in its way."""
    plant(versions, MAKE, f"{KEEP}\n{FAIL}")
    with pytest.raises(RuntimeError, match="planted"):
        upgrade(empty_url, versions)
    (versions / "r0002_x.py").unlink()
    plant(versions, KEEP)
    upgrade(empty_url, versions)
    assert see(empty_url, revision) == "0002"


def test_a_second_run_changes_nothing(empty_url, versions):
    """Every start of a server runs it."""
    plant(versions, MAKE, KEEP)
    upgrade(empty_url, versions)
    upgrade(empty_url, versions)
    count = see(
        empty_url, lambda conn: conn.exec_driver_sql("SELECT count(*) FROM shelves").scalar()
    )
    assert count == 1


@pytest.mark.full
def test_servers_that_start_at_once_migrate_once(empty_postgresql, versions):
    """The later ones wait and find nothing left to do."""
    plant(versions, MAKE, KEEP)

    async def start_four():
        starts = (asyncio.to_thread(upgrade, empty_postgresql, versions) for _ in range(4))
        await asyncio.gather(*starts)

    asyncio.run(start_four())
    assert see(empty_postgresql, revision) == "0002"


def test_altering_a_table_keeps_the_rows_that_point_to_it(empty_url, versions):
    """SQLite copies the table for it, which must not count as deleting."""
    plant(versions, MAKE, KEEP, REFER, ALTER)
    upgrade(empty_url, versions)
    jars = see(empty_url, lambda conn: conn.exec_driver_sql("SELECT * FROM jars").all())
    assert jars == [("jam", "top")]


def test_a_migration_that_leaves_rows_pointing_nowhere_is_undone(empty_url, versions):
    """PostgreSQL refuses the row itself; on SQLite the check before the commit does."""
    plant(versions, MAKE, KEEP, REFER)
    upgrade(empty_url, versions)
    plant(versions, DANGLE)
    with pytest.raises((DanglingReferenceError, sa.exc.IntegrityError)):
        upgrade(empty_url, versions)
    assert see(empty_url, revision) == "0003"


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_no_migration_under_a_running_server(store_url, keys):
    """It would change the tables beneath the one writer."""

    async def try_it():
        store = open_store(store_url, keys=keys)
        await store.open()
        try:
            await asyncio.to_thread(upgrade, store_url)
        finally:
            await store.close()

    with pytest.raises(DatabaseInUse):
        asyncio.run(try_it())


def test_a_url_of_no_engine_of_ours_is_refused():
    """As by a store."""
    with pytest.raises(ValueError, match="no engine of ours"):
        upgrade("mysql://x/y")


def test_a_database_with_the_newest_schema_is_opened_without_alembic(
    empty_url, versions, monkeypatch
):
    """A small machine has better uses for its memory; it migrates once and starts often."""
    plant(versions, MAKE)
    upgrade(empty_url, versions)
    monkeypatch.setitem(sys.modules, "alembic", None)
    upgrade(empty_url, versions)
    assert "shelves" in see(empty_url, tables)

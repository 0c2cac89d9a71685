"""The shape of a table: only types and settings that both engines keep alike."""

import pytest
import sqlalchemy as sa

import api.database.tables  # noqa: F401 - declares every table
from api.database import types
from api.database.metadata import NAMING, TableError, guard, metadata
from api.database.personal import PERSONAL


@pytest.fixture
def guarded():
    """A MetaData of this test's own under the same guard."""
    own = sa.MetaData(naming_convention=NAMING)
    guard(own)
    return own


def test_a_table_that_is_not_strict_is_refused(guarded):
    """SQLite would keep any text in its number columns."""
    with pytest.raises(TableError, match="sqlite_strict"):
        sa.Table("lax", guarded, sa.Column("id", types.Id, primary_key=True))


@pytest.mark.parametrize("foreign", [sa.DateTime, sa.String(10), sa.Boolean, sa.Integer, sa.JSON])
def test_a_column_of_a_foreign_type_is_refused(guarded, foreign):
    """Its values would differ between the engines."""
    with pytest.raises(TableError, match=r"api\.database\.types"):
        sa.Table("odd", guarded, sa.Column("x", foreign), sqlite_strict=True)


def test_sqlite_keeps_nothing_but_0_and_1_in_a_flag(guarded):
    """Even from somebody who writes SQL by hand."""
    sa.Table("lamps", guarded, sa.Column("lit", types.Flag), sqlite_strict=True)
    engine = sa.create_engine("sqlite://")
    with engine.connect() as conn:
        guarded.create_all(conn)
        conn.exec_driver_sql("INSERT INTO lamps VALUES (0), (1), (NULL)")
        with pytest.raises(sa.exc.IntegrityError, match="ck_lamps_lit_flag"):
            conn.exec_driver_sql("INSERT INTO lamps VALUES (7)")
    engine.dispose()


def test_every_table_of_ours_is_guarded():
    """Ours is the MetaData that the guard looks at."""
    with pytest.raises(TableError):
        sa.Table("lax", metadata, sa.Column("id", types.Id, primary_key=True))
    assert "lax" not in metadata.tables


def test_every_sealed_column_is_listed_with_a_purpose_and_a_retention():
    """Blob is for sealed values only, and each is personal data that somebody answers for."""
    blobs = {
        (table.name, column.name)
        for table in metadata.tables.values()
        for column in table.columns
        if isinstance(column.type, types.Blob)
    }
    assert {(one.table, one.column) for one in PERSONAL} == blobs
    assert all(one.purpose and one.retention_days > 0 for one in PERSONAL)

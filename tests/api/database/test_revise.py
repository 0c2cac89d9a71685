"""Revisions as developers write them: they lead from nothing to the tables in code."""

from api.database.metadata import metadata
from api.database.migrate import revise, upgrade
from tests.api.database.sight import revision, schema, see


def test_the_newest_revision_has_the_tables_in_code(empty_url, store_url):
    """Whoever changes a table writes the revision: see `revise`."""
    upgrade(empty_url)
    assert see(empty_url, schema) == see(store_url, schema)


def test_a_first_revision_is_written_from_the_tables_in_code(empty_url, store_url, versions):
    """And makes exactly those, on either engine."""
    revise("All tables", versions)
    upgrade(empty_url, versions)
    assert see(empty_url, schema) == see(store_url, schema)
    assert see(empty_url, revision) == "0001"


def test_a_later_revision_is_what_the_database_lacks(empty_url, store_url, versions):
    """A table taken out of the first one comes back in the second, with the same types."""
    revise("All but alerts", versions)
    for script in versions.glob("*.sql"):
        _leave_out(script, "alerts")
    revise("Alerts", versions)
    upgrade(empty_url, versions)
    assert see(empty_url, revision) == "0002"
    lacked, kept = see(empty_url, schema)["alerts"], see(store_url, schema)["alerts"]
    assert lacked == kept


def test_a_revision_without_a_change_is_empty(versions):
    """The tables in the database and in code compare as equal, type by type."""
    revise("All tables", versions)
    revise("Nothing", versions)
    text = (versions / "r0002_nothing.py").read_text(encoding="utf-8")
    assert "pass" in text.split("def upgrade")[1]


def test_strict_is_in_the_frozen_sql_of_sqlite_only(versions):
    """Each engine has its own file, and every table is in both."""
    revise("All tables", versions)
    for engine, strict in (("sqlite", True), ("postgresql", False)):
        (script,) = versions.glob(f"*.{engine}.sql")
        text = script.read_text(encoding="utf-8")
        assert text.count("CREATE TABLE") == len(metadata.tables)
        assert (text.count("STRICT") == len(metadata.tables)) is strict


def _leave_out(script, table):
    """Takes what makes a table out of frozen SQL; nothing else may refer to it."""
    statements = script.read_text(encoding="utf-8").split(";\n\n")
    kept = [
        statement
        for statement in statements
        if f"TABLE {table} " not in statement and f"ON {table} " not in statement
    ]
    assert len(kept) < len(statements)
    script.write_text(";\n\n".join(kept), encoding="utf-8")

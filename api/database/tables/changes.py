"""Which groups changed, so that every process's copy of them in memory can follow.

Triggers fill it, so no way of writing is forgotten; a unit of work that is undone undoes its
marks. One row a group: when it last changed, or was deleted.
"""

import sqlalchemy as sa

from api.database.metadata import metadata
from api.database.tables.groups import group_services, groups
from api.database.types import Big, Id

group_changes = sa.Table(
    "group_changes",
    metadata,
    sa.Column("group_id", Id, primary_key=True),
    sa.Column("version", Big, nullable=False, index=True),
    sqlite_strict=True,
)
"""`version`: on SQLite one more than the newest; on PostgreSQL the id of the transaction."""

WATCHED = ((groups, "id"), (group_services, "group_id"))

ON_SQLITE = """
CREATE TRIGGER {table}_{event} AFTER {event} ON {table} BEGIN
INSERT INTO group_changes (group_id, version)
VALUES ({row}.{column}, (SELECT coalesce(max(version), 0) + 1 FROM group_changes))
ON CONFLICT (group_id) DO UPDATE SET version = excluded.version; END
"""
NOTE = """
CREATE OR REPLACE FUNCTION note_group_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE changed text;
BEGIN
IF TG_TABLE_NAME = 'groups' THEN
IF TG_OP = 'DELETE' THEN changed := OLD.id; ELSE changed := NEW.id; END IF;
ELSE
IF TG_OP = 'DELETE' THEN changed := OLD.group_id; ELSE changed := NEW.group_id; END IF;
END IF;
INSERT INTO group_changes (group_id, version)
VALUES (changed, CAST(CAST(pg_current_xact_id() AS text) AS bigint))
ON CONFLICT (group_id) DO UPDATE SET version = excluded.version;
RETURN NULL;
END $$
"""
ON_POSTGRESQL = """
CREATE TRIGGER {table}_changed AFTER INSERT OR UPDATE OR DELETE ON {table}
FOR EACH ROW EXECUTE FUNCTION note_group_change()
"""


def statements(dialect: str) -> list[str]:
    """What makes the triggers on an engine, in order."""
    if dialect == "sqlite":
        return [
            ON_SQLITE.format(
                table=table.name,
                column=column,
                event=event,
                row="OLD" if event == "DELETE" else "NEW",
            )
            for table, column in WATCHED
            for event in ("INSERT", "UPDATE", "DELETE")
        ]
    return [NOTE, *(ON_POSTGRESQL.format(table=table.name) for table, _ in WATCHED)]


@sa.event.listens_for(metadata, "after_create")
def _watch(_metadata: sa.MetaData, conn: sa.Connection, tables: object, **_more: object) -> None:
    """With the tables come their triggers."""
    if isinstance(tables, list) and group_changes in tables:
        for statement in statements(conn.dialect.name):
            conn.execute(sa.text(statement))

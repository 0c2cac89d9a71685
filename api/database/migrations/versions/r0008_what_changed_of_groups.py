"""What changed of groups, so that every worker's index follows."""

import sqlalchemy as sa
from alembic import op

from api.database import types

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

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
WATCHED = (("groups", "id"), ("group_services", "group_id"))


def upgrade() -> None:
    """The change, on an engine of either kind."""
    op.create_table(
        "group_changes",
        sa.Column("group_id", types.Id(), nullable=False),
        sa.Column("version", types.Big(), nullable=False),
        sa.PrimaryKeyConstraint("group_id", name=op.f("pk_group_changes")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("group_changes", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_group_changes_version"), ["version"], unique=False)
    conn = op.get_bind()
    if conn.dialect.name == "sqlite":
        _on_sqlite(conn)
    else:
        _on_postgresql(conn)


def _on_sqlite(conn: sa.Connection) -> None:
    for table, column in WATCHED:
        for event in ("INSERT", "UPDATE", "DELETE"):
            row = "OLD" if event == "DELETE" else "NEW"
            made = ON_SQLITE.format(table=table, column=column, event=event, row=row)
            conn.exec_driver_sql(made)


def _on_postgresql(conn: sa.Connection) -> None:
    conn.exec_driver_sql(NOTE)
    for table, _ in WATCHED:
        conn.exec_driver_sql(ON_POSTGRESQL.format(table=table))

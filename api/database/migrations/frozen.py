"""The first schema, frozen as SQL: what the tables were when they were first released.

A table of Python would be two hundred lines of `op.create_table`, and one that imports today's
tables would change under the databases that already ran it.
"""

from pathlib import Path

import sqlalchemy as sa
from sqlalchemy import Connection

from api.database.metadata import metadata

ENGINES = {"sqlite": "sqlite://", "postgresql": "postgresql+asyncpg://"}
END = ";\n\n"
REVISION = '''"""{message}."""

from pathlib import Path

from alembic import op

from api.database.migrations.frozen import apply

revision = "{revision}"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Every table as it was first released, from the SQL beside this file."""
    apply(op.get_bind(), Path(__file__))
'''


def apply(conn: Connection, revision: Path) -> None:
    """Runs the SQL that stands beside a revision for this engine."""
    script = _beside(revision, conn.dialect.name).read_text(encoding="utf-8")
    for statement in script.split(END):
        if statement.strip():
            conn.exec_driver_sql(statement)


def write(revision: Path, number: str, message: str) -> None:
    """For developers: a revision that makes today's tables in an empty database."""
    revision.write_text(REVISION.format(message=message, revision=number), encoding="utf-8")
    for engine, url in ENGINES.items():
        statements = "".join(statement + END for statement in _schema(url))
        _beside(revision, engine).write_text(statements.rstrip() + "\n", encoding="utf-8")


def _schema(url: str) -> list[str]:
    """What `create_all` would send to an empty database of this engine."""
    statements: list[str] = []

    def note(statement: sa.schema.ExecutableDDLElement, *_: object, **__: object) -> None:
        compiled = str(statement.compile(dialect=engine.dialect))
        lines = (line.rstrip() for line in compiled.strip().splitlines())
        statements.append("\n".join(line for line in lines if line))

    engine = sa.create_mock_engine(url, note)
    metadata.create_all(engine, checkfirst=False)
    return statements


def _beside(revision: Path, engine: str) -> Path:
    return revision.with_suffix(f".{engine}.sql")

"""What Alembic runs: the revisions, on the connection and in the transaction of `migrate`."""

from typing import Any, Literal

import sqlalchemy as sa
from alembic import context

import api.database.tables  # noqa: F401 - declares every table
from api.database.metadata import metadata
from api.database.types import Code, Kept

IMPORT = "from api.database import types"


def spelled(kind: str, item: Any, autogenerate: Any) -> str | Literal[False]:  # noqa: ANN401 - Alembic's hook
    """How a revision writes our types: by name, and a code as text, for its enum may change."""
    if kind != "type" or not isinstance(item, Kept):
        return False
    autogenerate.imports.add(IMPORT)
    return "types.Text()" if isinstance(item, Code) else f"types.{type(item).__name__}()"


def differs(
    _context: Any,  # noqa: ANN401 - Alembic's hook
    _inspected: sa.Column[Any],
    column: sa.Column[Any],
    inspected_type: Any,  # noqa: ANN401 - as above
    _type: Any,  # noqa: ANN401 - as above
) -> bool:
    """Whether a column has another type in the database than in code, as this engine spells it."""
    dialect = context.get_bind().dialect
    return str(inspected_type.compile(dialect)) != str(column.type.compile(dialect))


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transaction_per_migration=False,
    render_as_batch=True,  # SQLite cannot alter a column otherwise
    render_item=spelled,
    compare_type=differs,
)
with context.begin_transaction():
    context.run_migrations()

"""Days unlike the week, what a look for help was for, help that was missed, and interpreters."""

import sqlalchemy as sa
from alembic import op

from api.database import types

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The change, on an engine of either kind."""
    with op.batch_alter_table("groups", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("exceptions", types.Json(), server_default="[]", nullable=False)
        )
    with op.batch_alter_table("matches", schema=None) as batch_op:
        batch_op.add_column(sa.Column("asked", types.Json(), server_default="{}", nullable=False))
        batch_op.add_column(
            sa.Column("lacking", types.Json(), server_default="{}", nullable=False)
        )
    with op.batch_alter_table("tasks", schema=None) as batch_op:
        batch_op.add_column(sa.Column("missed_at", types.Moment(), nullable=True))
    with op.batch_alter_table("offers", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("interpreter", types.Text(), server_default="", nullable=False)
        )

"""What the queue of calls keeps besides."""

import sqlalchemy as sa
from alembic import op

from api.database import types

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The change, on an engine of either kind."""
    with op.batch_alter_table("call_attempts", schema=None) as batch_op:
        batch_op.add_column(sa.Column("again_at", types.Moment(), nullable=True))

    with op.batch_alter_table("calls", schema=None) as batch_op:
        batch_op.add_column(sa.Column("delays", types.Big(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("warned_for", types.Moment(), nullable=True))
        batch_op.add_column(sa.Column("asked_at", types.Moment(), nullable=True))
        batch_op.add_column(sa.Column("handed_on_at", types.Moment(), nullable=True))

    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.add_column(sa.Column("contact", types.Blob(), nullable=True))

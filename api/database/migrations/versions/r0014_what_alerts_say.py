"""What raised an alert, what was answered, who has it, and their note."""

import sqlalchemy as sa
from alembic import op

from api.database import types

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The change, on an engine of either kind."""
    op.add_column("alerts", sa.Column("why", types.Blob(), nullable=True))
    op.add_column("alerts", sa.Column("answer", types.Text(), server_default="", nullable=False))
    op.add_column("alerts", sa.Column("acknowledged_at", types.Moment(), nullable=True))
    op.add_column("alerts", sa.Column("acknowledged_by", types.Id(), nullable=True))
    op.add_column("alerts", sa.Column("note", types.Blob(), nullable=True))

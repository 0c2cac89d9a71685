"""How to talk with somebody, kept with their consent."""

import sqlalchemy as sa
from alembic import op

from api.database import types

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The change, on an engine of either kind."""
    with op.batch_alter_table("people", schema=None) as batch_op:
        batch_op.add_column(sa.Column("profile", types.Blob(), nullable=True))

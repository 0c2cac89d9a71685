"""How somebody is spoken to at an address: with a voice or in writing, slowly, loudly."""

import sqlalchemy as sa
from alembic import op

from api.database import types

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The change, on an engine of either kind."""
    with op.batch_alter_table("addresses", schema=None) as batch_op:
        batch_op.add_column(sa.Column("manner", types.Json(), nullable=True))

"""How often each rule for free words found something, by day."""

import sqlalchemy as sa
from alembic import op

from api.database import types

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The change, on an engine of either kind."""
    op.create_table(
        "rule_counts",
        sa.Column("rule", types.Text(), nullable=False),
        sa.Column("day", types.Text(), nullable=False),
        sa.Column("hits", types.Big(), nullable=False),
        sa.Column("confirmed", types.Big(), nullable=False),
        sa.Column("corrected", types.Big(), nullable=False),
        sa.PrimaryKeyConstraint("rule", "day", name=op.f("pk_rule_counts")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_rule_counts_day"), "rule_counts", ["day"], unique=False)

"""Relays of two, and whether the start and the end of a restriction were acted on."""

import sqlalchemy as sa
from alembic import op

from api.database import types

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

STRICT = {"sqlite_strict": True}


def upgrade() -> None:
    """The change, on an engine of either kind."""
    with op.batch_alter_table("requests", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("access", types.Text(), server_default="door", nullable=False)
        )
        batch_op.add_column(sa.Column("heed_at", types.Moment(), nullable=True))
        batch_op.create_index("ix_requests_heed_at", ["heed_at"], unique=False)

    with op.batch_alter_table("offers", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("access", types.Text(), server_default="door", nullable=False)
        )

    with op.batch_alter_table("request_needs", schema=None, table_kwargs=STRICT) as batch_op:
        batch_op.add_column(
            sa.Column("part", types.Text(), server_default="whole", nullable=False)
        )
        batch_op.drop_constraint("uq_request_needs_request_id_leaf", type_="unique")
        batch_op.create_unique_constraint(
            "uq_request_needs_request_id_leaf_part", ["request_id", "leaf", "part"]
        )

    with op.batch_alter_table("restrictions", schema=None, table_kwargs=STRICT) as batch_op:
        batch_op.add_column(
            sa.Column("relay", types.Flag(), server_default=sa.false(), nullable=False)
        )
        batch_op.add_column(sa.Column("begun_at", types.Moment(), nullable=True))
        batch_op.add_column(sa.Column("over_at", types.Moment(), nullable=True))
        batch_op.add_column(
            sa.Column("looked_to", types.Text(), server_default="", nullable=False)
        )
        batch_op.create_check_constraint(
            op.f("ck_restrictions_relay_flag"), 'CAST("relay" AS INTEGER) IN (0, 1)'
        )

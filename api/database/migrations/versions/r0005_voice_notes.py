"""Voice notes."""

import sqlalchemy as sa
from alembic import op

from api.database import types

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The change, on an engine of either kind."""
    op.create_table(
        "recordings",
        sa.Column("id", types.Id(), nullable=False),
        sa.Column("address_id", types.Id(), nullable=False),
        sa.Column("call_id", types.Id(), nullable=True),
        sa.Column("mime", types.Text(), nullable=False),
        sa.Column("size", types.Big(), nullable=False),
        sa.Column("said_at", types.Moment(), nullable=False),
        sa.Column("audio", types.Blob(), nullable=False),
        sa.ForeignKeyConstraint(
            ["address_id"], ["addresses.id"], name=op.f("fk_recordings_address_id")
        ),
        sa.ForeignKeyConstraint(["call_id"], ["calls.id"], name=op.f("fk_recordings_call_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recordings")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("recordings", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_recordings_address_id"), ["address_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_recordings_call_id"), ["call_id"], unique=False)

"""Who is invited by a call."""

import sqlalchemy as sa
from alembic import op

from api.database import types

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The change, on an engine of either kind."""
    op.create_table(
        "phone_invites",
        sa.Column("id", types.Id(), nullable=False),
        sa.Column("group_id", types.Id(), nullable=False),
        sa.Column("person_id", types.Id(), nullable=False),
        sa.Column("call_id", types.Id(), nullable=False),
        sa.Column("invited_as", types.Text(), nullable=False),
        sa.Column("status", types.Text(), nullable=False),
        sa.Column("created_by", types.Id(), nullable=False),
        sa.Column("created_at", types.Moment(), nullable=False),
        sa.Column("expires_at", types.Moment(), nullable=False),
        sa.Column("ended_at", types.Moment(), nullable=True),
        sa.ForeignKeyConstraint(["call_id"], ["calls.id"], name=op.f("fk_phone_invites_call_id")),
        sa.ForeignKeyConstraint(
            ["group_id"], ["groups.id"], name=op.f("fk_phone_invites_group_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_phone_invites_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_phone_invites")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("phone_invites", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_phone_invites_call_id"), ["call_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_phone_invites_person_id"), ["person_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_phone_invites_status"), ["status"], unique=False)

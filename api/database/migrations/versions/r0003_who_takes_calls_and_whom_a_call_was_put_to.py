"""Who takes calls, and whom a call was put to."""

import sqlalchemy as sa
from alembic import op

from api.database import types

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The change, on an engine of either kind."""
    op.create_table(
        "call_cards",
        sa.Column("id", types.Id(), nullable=False),
        sa.Column("call_id", types.Id(), nullable=False),
        sa.Column("person_id", types.Id(), nullable=False),
        sa.Column("address_id", types.Id(), nullable=False),
        sa.Column("status", types.Text(), nullable=False),
        sa.Column("sent_at", types.Moment(), nullable=False),
        sa.Column("ended_at", types.Moment(), nullable=True),
        sa.ForeignKeyConstraint(
            ["address_id"], ["addresses.id"], name=op.f("fk_call_cards_address_id")
        ),
        sa.ForeignKeyConstraint(["call_id"], ["calls.id"], name=op.f("fk_call_cards_call_id")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_call_cards_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_call_cards")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("call_cards", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_call_cards_call_id"), ["call_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_call_cards_person_id"), ["person_id"], unique=False)
        batch_op.create_index("ix_call_cards_ended_at", ["ended_at"], unique=False)

    with op.batch_alter_table("calls", schema=None) as batch_op:
        batch_op.add_column(sa.Column("waits_since", types.Moment(), nullable=True))
        batch_op.add_column(sa.Column("look_at", types.Moment(), nullable=True))
        batch_op.create_index("ix_calls_look_at", ["look_at"], unique=False)

    with op.batch_alter_table("invites", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("role", types.Text(), server_default="volunteer", nullable=False)
        )

    with op.batch_alter_table("volunteers", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("takes_calls", types.Json(), server_default="[]", nullable=False)
        )

"""Plans for a backlog, and areas whose intake is paused."""

import sqlalchemy as sa
from alembic import op

from api.database import types

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The change, on an engine of either kind."""
    _pauses()
    _waits()
    _plans()


def _pauses() -> None:
    op.create_table(
        "intake_pauses",
        sa.Column("id", types.Id(), nullable=False),
        sa.Column("area", types.Json(), nullable=True),
        sa.Column("reason", types.Text(), nullable=False),
        sa.Column("author_id", types.Id(), nullable=False),
        sa.Column("created_at", types.Moment(), nullable=False),
        sa.Column("until_at", types.Moment(), nullable=False),
        sa.Column("ended_at", types.Moment(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_intake_pauses")),
        sqlite_strict=True,
    )


def _waits() -> None:
    op.create_table(
        "freed_groups",
        sa.Column("group_id", types.Id(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id"], ["groups.id"], name=op.f("fk_freed_groups_group_id")
        ),
        sa.PrimaryKeyConstraint("group_id", name=op.f("pk_freed_groups")),
        sqlite_strict=True,
    )
    op.create_table(
        "waits",
        sa.Column("request_id", types.Id(), nullable=False),
        sa.Column("looks", types.Big(), server_default="0", nullable=False),
        sa.Column("rarity", types.Big(), nullable=True),
        sa.Column("told_at", types.Moment(), nullable=True),
        sa.Column("held_by", types.Id(), nullable=True),
        sa.ForeignKeyConstraint(["held_by"], ["intake_pauses.id"], name=op.f("fk_waits_held_by")),
        sa.ForeignKeyConstraint(["request_id"], ["requests.id"], name=op.f("fk_waits_request_id")),
        sa.PrimaryKeyConstraint("request_id", name=op.f("pk_waits")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("waits", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_waits_held_by"), ["held_by"], unique=False)
        batch_op.create_index(batch_op.f("ix_waits_looks"), ["looks"], unique=False)


def _plans() -> None:
    op.create_table(
        "plans",
        sa.Column("id", types.Id(), nullable=False),
        sa.Column("author_id", types.Id(), nullable=False),
        sa.Column("created_at", types.Moment(), nullable=False),
        sa.Column("expires_at", types.Moment(), nullable=False),
        sa.Column("applied_at", types.Moment(), nullable=True),
        sa.Column("unserved", types.Json(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plans")),
        sqlite_strict=True,
    )
    op.create_table(
        "plan_items",
        sa.Column("plan_id", types.Id(), nullable=False),
        sa.Column("position", types.Big(), nullable=False),
        sa.Column("request_id", types.Id(), nullable=False),
        sa.Column("group_id", types.Id(), nullable=False),
        sa.Column("leaves", types.Json(), nullable=False),
        sa.Column("mode", types.Text(), nullable=False),
        sa.Column("distance_m", types.Big(), nullable=True),
        sa.Column("level", types.Big(), nullable=False),
        sa.Column("rarity", types.Big(), nullable=False),
        sa.Column("outcome", types.Text(), nullable=True),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name=op.f("fk_plan_items_group_id")),
        sa.ForeignKeyConstraint(["plan_id"], ["plans.id"], name=op.f("fk_plan_items_plan_id")),
        sa.ForeignKeyConstraint(
            ["request_id"], ["requests.id"], name=op.f("fk_plan_items_request_id")
        ),
        sa.PrimaryKeyConstraint("plan_id", "position", name=op.f("pk_plan_items")),
        sqlite_strict=True,
    )
    with op.batch_alter_table("plan_items", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_plan_items_request_id"), ["request_id"], unique=False)

"""What the watch over routing keeps."""

import sqlalchemy as sa
from alembic import op

from api.database import types

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The change, on an engine of either kind."""
    _make_watch_nights()
    _make_watch_areas()
    _make_watch_coverage()
    _make_canaries()
    _make_watch_alarms()


def _make_watch_nights() -> None:
    op.create_table(
        "watch_nights",
        sa.Column("id", types.Id(), nullable=False),
        sa.Column("night", types.Text(), nullable=False),
        sa.Column("began_at", types.Moment(), nullable=False),
        sa.Column("languages", types.Json(), nullable=False),
        sa.Column("told_at", types.Moment(), nullable=True),
        sa.Column("renewed_at", types.Moment(), nullable=True),
        sa.Column("ended_at", types.Moment(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_watch_nights")),
        sa.UniqueConstraint("night", name=op.f("uq_watch_nights_night")),
        sqlite_strict=True,
    )


def _make_watch_areas() -> None:
    op.create_table(
        "watch_areas",
        sa.Column("name", types.Text(), nullable=False),
        sa.Column("latitude", types.Real(), nullable=False),
        sa.Column("longitude", types.Real(), nullable=False),
        sa.Column("asked", types.Json(), nullable=False),
        sa.Column("next_leaf", types.Big(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_watch_areas")),
        sqlite_strict=True,
    )


def _make_watch_coverage() -> None:
    op.create_table(
        "watch_coverage",
        sa.Column("id", types.Id(), nullable=False),
        sa.Column("area", types.Text(), nullable=False),
        sa.Column("leaf", types.Text(), nullable=False),
        sa.Column("accommodation", types.Text(), nullable=False),
        sa.Column("language", types.Text(), nullable=False),
        sa.Column("parts", types.Big(), nullable=False),
        sa.Column("able", types.Big(), nullable=False),
        sa.Column("in_person", types.Big(), nullable=False),
        sa.Column("sharing", types.Big(), nullable=False),
        sa.Column("nearest_m", types.Big(), nullable=True),
        sa.Column("third_m", types.Big(), nullable=True),
        sa.Column("asked", types.Big(), nullable=False),
        sa.Column("cover", types.Text(), nullable=False),
        sa.Column("standing", types.Text(), nullable=False),
        sa.Column("looked_at", types.Moment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_watch_coverage")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_watch_coverage_area_leaf"), "watch_coverage", ["area", "leaf"], unique=False
    )
    op.create_index(
        op.f("ix_watch_coverage_standing"), "watch_coverage", ["standing"], unique=False
    )


def _make_canaries() -> None:
    op.create_table(
        "canaries",
        sa.Column("id", types.Id(), nullable=False),
        sa.Column("area", types.Text(), nullable=False),
        sa.Column("latitude", types.Real(), nullable=False),
        sa.Column("longitude", types.Real(), nullable=False),
        sa.Column("leaf", types.Text(), nullable=False),
        sa.Column("accommodations", types.Json(), nullable=False),
        sa.Column("language", types.Text(), nullable=False),
        sa.Column("urgency", types.Text(), nullable=False),
        sa.Column("pinned", types.Flag(), nullable=False),
        sa.Column("created_by", types.Id(), nullable=True),
        sa.Column("created_at", types.Moment(), nullable=False),
        sa.Column("checked_at", types.Moment(), nullable=True),
        sa.Column("matched_at", types.Moment(), nullable=True),
        sa.Column("lost_at", types.Moment(), nullable=True),
        sa.Column("group_ids", types.Json(), nullable=False),
        sa.Column("losses", types.Json(), nullable=False),
        sa.Column("ended_at", types.Moment(), nullable=True),
        sa.CheckConstraint(
            'CAST("pinned" AS INTEGER) IN (0, 1)', name=op.f("ck_canaries_pinned_flag")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_canaries")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_canaries_checked_at"), "canaries", ["checked_at"], unique=False)


def _make_watch_alarms() -> None:
    op.create_table(
        "watch_alarms",
        sa.Column("id", types.Id(), nullable=False),
        sa.Column("kind", types.Text(), nullable=False),
        sa.Column("area", types.Text(), nullable=False),
        sa.Column("leaf", types.Text(), nullable=True),
        sa.Column("canary_id", types.Id(), nullable=True),
        sa.Column("losses", types.Json(), nullable=False),
        sa.Column("began_at", types.Moment(), nullable=False),
        sa.Column("told_at", types.Moment(), nullable=True),
        sa.Column("acknowledged_at", types.Moment(), nullable=True),
        sa.Column("acknowledged_by", types.Id(), nullable=True),
        sa.Column("ended_at", types.Moment(), nullable=True),
        sa.Column("told_back_at", types.Moment(), nullable=True),
        sa.ForeignKeyConstraint(
            ["canary_id"], ["canaries.id"], name=op.f("fk_watch_alarms_canary_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_watch_alarms")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_watch_alarms_canary_id"), "watch_alarms", ["canary_id"], unique=False)
    op.create_index(op.f("ix_watch_alarms_ended_at"), "watch_alarms", ["ended_at"], unique=False)

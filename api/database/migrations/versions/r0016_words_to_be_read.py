"""Free words that wait to be read by a person."""

import sqlalchemy as sa
from alembic import op

from api.database import types

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The change, on an engine of either kind."""
    op.create_table(
        "texts",
        sa.Column("id", types.Id(), nullable=False),
        sa.Column("person_id", types.Id(), nullable=False),
        sa.Column("address_id", types.Id(), nullable=False),
        sa.Column("question", types.Text(), nullable=False),
        sa.Column("words", types.Blob(), nullable=False),
        sa.Column("said_at", types.Moment(), nullable=False),
        sa.Column("read_by_at", types.Moment(), nullable=False),
        sa.Column("read_at", types.Moment(), nullable=True),
        sa.Column("read_by", types.Id(), nullable=True),
        sa.ForeignKeyConstraint(
            ["address_id"], ["addresses.id"], name=op.f("fk_texts_address_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_texts_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_texts")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_texts_person_id"), "texts", ["person_id"], unique=False)
    op.create_index(op.f("ix_texts_read_at"), "texts", ["read_at"], unique=False)

"""What a geocoder said, so that it is asked once; what files call the groups they bring."""

import sqlalchemy as sa
from alembic import op

from api.database import types

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The change, on an engine of either kind; `groups` stays the table it is, with what is on it.

    No batch: it would make the table anew on SQLite, without its triggers.
    """
    op.create_table(
        "geocoded",
        sa.Column("id", types.Id(), nullable=False),
        sa.Column("words_index", types.Text(), nullable=False),
        sa.Column("asked_at", types.Moment(), nullable=False),
        sa.Column("good_until", types.Moment(), nullable=False),
        sa.Column("answer", types.Blob(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_geocoded")),
        sa.UniqueConstraint("words_index", name=op.f("uq_geocoded_words_index")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_geocoded_asked_at"), "geocoded", ["asked_at"], unique=False)
    op.add_column("groups", sa.Column("ref", types.Text(), nullable=True))
    op.create_index(op.f("ix_groups_ref"), "groups", ["ref"], unique=True)
    op.create_index(op.f("ix_groups_name"), "groups", ["name"], unique=False)

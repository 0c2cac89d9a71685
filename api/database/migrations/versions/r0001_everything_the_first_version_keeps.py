"""Everything the first version keeps."""

from pathlib import Path

from alembic import op

from api.database.migrations.frozen import apply

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Every table as it was first released, from the SQL beside this file."""
    apply(op.get_bind(), Path(__file__))

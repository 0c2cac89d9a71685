"""What the watch over routing keeps."""

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The change, on an engine of either kind."""

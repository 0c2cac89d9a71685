"""What changed of groups, so that every worker's index follows."""

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The change, on an engine of either kind."""

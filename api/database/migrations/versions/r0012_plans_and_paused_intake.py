"""Plans for a backlog, and areas whose intake is paused."""

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The change, on an engine of either kind."""

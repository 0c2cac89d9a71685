"""Days on which a group's hours are not those of the week."""

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The change, on an engine of either kind."""

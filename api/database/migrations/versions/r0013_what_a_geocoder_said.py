"""What a geocoder said, so that it is asked once."""

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The change, on an engine of either kind."""

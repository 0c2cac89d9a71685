"""Relays of two, and whether the start and the end of a restriction were acted on."""

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The change, on an engine of either kind."""

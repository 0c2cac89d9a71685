"""What came in, stored before the wire is acknowledged, and the lanes that keep its order."""

import sqlalchemy as sa

from api.database.metadata import metadata
from api.database.types import Big, Blob, Code, Id, Moment, Text
from api.vocabulary import Channel, InboundKind

inbound = sa.Table(
    "inbound",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("channel", Code(Channel), nullable=False),
    sa.Column("message_id", Text, nullable=False),
    sa.Column("address_id", Id, sa.ForeignKey("addresses.id"), nullable=False),
    sa.Column("position", Big, nullable=False),
    sa.Column("kind", Code(InboundKind), nullable=False),
    sa.Column("body", Blob, nullable=False),
    sa.Column("call_id", Id, sa.ForeignKey("calls.id")),
    sa.Column("received_at", Moment, nullable=False),
    sa.Column("attempts", Big, nullable=False, server_default="0"),
    sa.Column("settled_at", Moment),
    sa.UniqueConstraint("channel", "message_id"),
    sa.Index("ix_inbound_address_id_settled_at_position", "address_id", "settled_at", "position"),
    sqlite_strict=True,
)
"""`call_id`: typed by a caller on the resident's behalf."""

lanes = sa.Table(
    "lanes",
    metadata,
    sa.Column("address_id", Id, sa.ForeignKey("addresses.id"), primary_key=True),
    sa.Column("direction", Text, primary_key=True),
    sa.Column("last_position", Big, nullable=False, server_default="0"),
    sa.Column("due_at", Moment),
    sa.Column("lease", Text, nullable=False, server_default=""),
    sa.Column("leased_until", Moment),
    sa.Index("ix_lanes_direction_due_at", "direction", "due_at"),
    sqlite_strict=True,
)
"""A lane an address and direction ("in", "out"): `due_at` is when its head may be taken.

`last_position` numbers what enters the lane; taking the next number locks the row, so numbers
are committed in order on both engines.
"""

idempotency_keys = sa.Table(
    "idempotency_keys",
    metadata,
    sa.Column("key_index", Text, primary_key=True),
    sa.Column("body_index", Text, nullable=False),
    sa.Column("subject_id", Id, nullable=False),
    sa.Column("created_at", Moment, nullable=False),
    sqlite_strict=True,
)

"""Voice notes, each with the message it came with, and then with the call that needs it."""

import sqlalchemy as sa

from api.database.metadata import metadata
from api.database.types import Big, Blob, Id, Moment, Text

recordings = sa.Table(
    "recordings",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("address_id", Id, sa.ForeignKey("addresses.id"), nullable=False, index=True),
    sa.Column("call_id", Id, sa.ForeignKey("calls.id"), index=True),
    sa.Column("mime", Text, nullable=False),
    sa.Column("size", Big, nullable=False),
    sa.Column("said_at", Moment, nullable=False),
    sa.Column("audio", Blob, nullable=False),
    sqlite_strict=True,
)
"""`id` is that of the message it came with, which is forgotten by itself.

`call_id`: None while the message is not answered; who answers it gives it to a call, or drops it.
"""

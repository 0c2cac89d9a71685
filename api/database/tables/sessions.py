"""What a conversation remembers, one session an address; the bot itself keeps nothing."""

import sqlalchemy as sa

from api.database.metadata import metadata
from api.database.types import Big, Blob, Flag, Id, Moment, Text

sessions = sa.Table(
    "sessions",
    metadata,
    sa.Column("address_id", Id, sa.ForeignKey("addresses.id"), primary_key=True),
    sa.Column("version", Big, nullable=False),
    sa.Column("state", Blob, nullable=False),
    sa.Column("asks", Flag, nullable=False),
    sa.Column("asked_at", Moment),
    sa.Column("unfinished_question", Text, nullable=False, server_default=""),
    sa.Column("unfinished_urgency", Text, nullable=False, server_default=""),
    sa.Column("silent_since", Moment),
    sa.Column("reminded_at", Moment),
    sa.Column("next_at", Moment),
    sa.Index("ix_sessions_next_at", "next_at"),
    sqlite_strict=True,
)
"""`asks`: a question is open since `asked_at`. At `next_at` silence brings a reminder or call."""

resume_codes = sa.Table(
    "resume_codes",
    metadata,
    sa.Column("code_index", Text, primary_key=True),
    sa.Column("address_id", Id, sa.ForeignKey("addresses.id"), nullable=False, index=True),
    sa.Column("expires_at", Moment, nullable=False),
    sa.Column("used_at", Moment),
    sqlite_strict=True,
)

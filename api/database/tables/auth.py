"""Tokens and the audit."""

import sqlalchemy as sa

from api.database.metadata import metadata
from api.database.types import Code, Flag, Id, Json, Moment, Text
from api.vocabulary import Role

tokens = sa.Table(
    "tokens",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("secret_index", Text, nullable=False, unique=True),
    sa.Column("role", Code(Role), nullable=False),
    sa.Column("label", Text, nullable=False),
    sa.Column("person_id", Id, sa.ForeignKey("people.id")),
    sa.Column("one_use", Flag, nullable=False),
    sa.Column("created_at", Moment, nullable=False),
    sa.Column("expires_at", Moment, nullable=False),
    sa.Column("used_at", Moment),
    sa.Column("revoked_at", Moment),
    sqlite_strict=True,
)
"""`one_use`: a sign-in link, exchanged once for a token of its own."""

audit = sa.Table(
    "audit",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("at", Moment, nullable=False),
    sa.Column("role", Code(Role), nullable=False),
    sa.Column("actor_id", Id, nullable=False),
    sa.Column("action", Text, nullable=False),
    sa.Column("subject", Text, nullable=False),
    sa.Column("subject_id", Id, nullable=False),
    sa.Column("facts", Json, nullable=False),
    sa.Index("ix_audit_subject_id_at", "subject_id", "at"),
    sqlite_strict=True,
)
"""Every write and every reveal of personal data; codes and ids only."""

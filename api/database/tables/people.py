"""People and the addresses they can be reached at: a person is not an address."""

import sqlalchemy as sa

from api.database.metadata import metadata
from api.database.types import Blob, Code, Flag, Id, Json, Moment, Text
from api.vocabulary import Channel

people = sa.Table(
    "people",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("language", Text, nullable=False, server_default=""),
    sa.Column("name", Blob),
    sa.Column("phone", Blob),
    sa.Column("contact", Blob),
    sa.Column("profile", Blob),
    sa.Column("accommodations", Json, nullable=False),
    sa.Column("created_at", Moment, nullable=False),
    sa.Column("erased_at", Moment),
    sqlite_strict=True,
)

addresses = sa.Table(
    "addresses",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("channel", Code(Channel), nullable=False),
    sa.Column("address_index", Text, nullable=False),
    sa.Column("address", Blob, nullable=False),
    sa.Column("person_id", Id, sa.ForeignKey("people.id"), index=True),
    sa.Column("group_id", Id, sa.ForeignKey("groups.id"), index=True),
    sa.Column("safe_contact", Json, nullable=False),
    sa.Column("manner", Json),
    sa.Column("created_at", Moment, nullable=False),
    sa.Column("heard_at", Moment),
    sa.Column("dead_at", Moment),
    sa.UniqueConstraint("channel", "address_index"),
    sqlite_strict=True,
)
"""`person_id` for a person's address, `group_id` for a group chat; `heard_at`: last inbound.
`manner`: how they want to be spoken to there, as `api.addresses.schemas.SpokenTo`."""

consents = sa.Table(
    "consents",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("person_id", Id, sa.ForeignKey("people.id"), nullable=False, index=True),
    sa.Column("purpose", Text, nullable=False),
    sa.Column("given_at", Moment, nullable=False),
    sa.Column("withdrawn_at", Moment),
    sqlite_strict=True,
)

blocked_pairs = sa.Table(
    "blocked_pairs",
    metadata,
    sa.Column("resident_id", Id, sa.ForeignKey("people.id"), primary_key=True),
    sa.Column("volunteer_id", Id, sa.ForeignKey("people.id"), primary_key=True),
    sa.Column("created_at", Moment, nullable=False),
    sqlite_strict=True,
)

alerts = sa.Table(
    "alerts",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("kind", Text, nullable=False),
    sa.Column("person_id", Id, sa.ForeignKey("people.id"), nullable=False, index=True),
    sa.Column("address_id", Id, sa.ForeignKey("addresses.id")),
    sa.Column("words", Blob),
    sa.Column("created_at", Moment, nullable=False),
    sa.Column("heard_at", Moment),
    sa.Column("told_unheard_at", Moment),
    sa.Column("closed_at", Moment),
    sa.Column("closed_by", Id),
    sa.Column("shown", Flag, nullable=False),
    sa.Column("why", Blob),
    sa.Column("answer", Text, nullable=False, server_default=""),
    sa.Column("acknowledged_at", Moment),
    sa.Column("acknowledged_by", Id),
    sa.Column("note", Blob),
    sqlite_strict=True,
)
"""`heard_at`: the alert reached a safeguarding lead; `shown`: may the resident's side show it.
`why`: of which danger, by which rules; `answer`: to the question whether they are in danger;
`acknowledged_by`: the person who has it."""

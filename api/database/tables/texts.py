"""Free words that wait to be read by a person."""

import sqlalchemy as sa

from api.database.metadata import metadata
from api.database.types import Blob, Id, Moment, Text

texts = sa.Table(
    "texts",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("person_id", Id, sa.ForeignKey("people.id"), nullable=False, index=True),
    sa.Column("address_id", Id, sa.ForeignKey("addresses.id"), nullable=False),
    sa.Column("question", Text, nullable=False),
    sa.Column("words", Blob, nullable=False),
    sa.Column("said_at", Moment, nullable=False),
    sa.Column("read_by_at", Moment, nullable=False),
    sa.Column("read_at", Moment, index=True),
    sa.Column("read_by", Id),
    sqlite_strict=True,
)
"""`question`: what was asked, "" if nothing; `read_by_at`: until when somebody should read it;
`read_by`: the token of who did."""

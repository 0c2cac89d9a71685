"""Named spots of the local gazetteer."""

import sqlalchemy as sa

from api.database.metadata import metadata
from api.database.types import Code, Id, Json, Real, Text
from api.vocabulary import Datum

places = sa.Table(
    "places",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("name", Text, nullable=False),
    sa.Column("aliases", Json, nullable=False),
    sa.Column("latitude", Real, nullable=False),
    sa.Column("longitude", Real, nullable=False),
    sa.Column("datum", Code(Datum), nullable=False),
    sqlite_strict=True,
)
"""`latitude` and `longitude` are WGS-84 degrees; `datum` is what the source was tagged with."""

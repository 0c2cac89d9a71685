"""Named spots of the local gazetteer."""

import sqlalchemy as sa

from api.database.metadata import metadata
from api.database.types import Blob, Code, Id, Json, Moment, Real, Text
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

geocoded = sa.Table(
    "geocoded",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("words_index", Text, nullable=False, unique=True),
    sa.Column("asked_at", Moment, nullable=False, index=True),
    sa.Column("good_until", Moment, nullable=False),
    sa.Column("answer", Blob),
    sqlite_strict=True,
)
"""What a geocoder was asked; `words_index` is a keyed digest of the words, which are not kept.

`answer`: the places it named, sealed; NULL while it is being asked.
"""

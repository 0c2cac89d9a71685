"""Rules in an area that limit help in person, and the groups that hold a permit."""

import sqlalchemy as sa

from api.database.metadata import metadata
from api.database.types import Code, Flag, Id, Json, Moment, Text
from api.vocabulary import RestrictionKind

restrictions = sa.Table(
    "restrictions",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("kind", Code(RestrictionKind), nullable=False),
    sa.Column("area", Json, nullable=False),
    sa.Column("reason", Text, nullable=False),
    sa.Column("author_id", Id, nullable=False),
    sa.Column("from_at", Moment, nullable=False),
    sa.Column("until_at", Moment),
    sa.Column("created_at", Moment, nullable=False),
    sa.Column("ended_at", Moment),
    sa.Column("relay", Flag, nullable=False, server_default=sa.false()),
    sa.Column("begun_at", Moment),
    sa.Column("over_at", Moment),
    sa.Column("looked_to", Text, nullable=False, server_default=""),
    sqlite_strict=True,
)
"""`area` is a GeoJSON Polygon (RFC 7946) in WGS-84.

`begun_at` and `over_at`: when its begin and its end were acted on; `looked_to`, the request up to
which that was done by now. `relay`: one from outside brings, one from inside carries.
"""

permits = sa.Table(
    "permits",
    metadata,
    sa.Column("restriction_id", Id, sa.ForeignKey("restrictions.id"), primary_key=True),
    sa.Column("group_id", Id, sa.ForeignKey("groups.id"), primary_key=True),
    sqlite_strict=True,
)

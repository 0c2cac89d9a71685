"""What the watch over routing keeps: nights, areas, coverage, canaries and alarms; no person."""

import sqlalchemy as sa

from api.database.metadata import metadata
from api.database.types import Big, Code, Flag, Id, Json, Moment, Real, Text
from api.vocabulary import AlarmKind, Cover, Leaf, Urgency

watch_nights = sa.Table(
    "watch_nights",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("night", Text, nullable=False, unique=True),
    sa.Column("began_at", Moment, nullable=False),
    sa.Column("languages", Json, nullable=False),
    sa.Column("told_at", Moment),
    sa.Column("renewed_at", Moment),
    sa.Column("ended_at", Moment),
    sqlite_strict=True,
)
"""`night`: the moment it was due, so that no two workers begin one. `told_at`: alarms were told,
`renewed_at`: the automatic canaries were made from the coverage of this night."""

watch_areas = sa.Table(
    "watch_areas",
    metadata,
    sa.Column("name", Text, primary_key=True),
    sa.Column("latitude", Real, nullable=False),
    sa.Column("longitude", Real, nullable=False),
    sa.Column("asked", Json, nullable=False),
    sa.Column("next_leaf", Big, nullable=False),
    sqlite_strict=True,
)
"""The areas of the last night. `latitude` and `longitude` are the middle of a cell of about 500 m.

`asked`: how many recent requests there were for each leaf. `next_leaf`: how many are looked at."""

watch_coverage = sa.Table(
    "watch_coverage",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("area", Text, nullable=False),
    sa.Column("leaf", Code(Leaf), nullable=False),
    sa.Column("accommodation", Text, nullable=False),
    sa.Column("language", Text, nullable=False),
    sa.Column("parts", Big, nullable=False),
    sa.Column("able", Big, nullable=False),
    sa.Column("in_person", Big, nullable=False),
    sa.Column("sharing", Big, nullable=False),
    sa.Column("nearest_m", Big),
    sa.Column("third_m", Big),
    sa.Column("asked", Big, nullable=False),
    sa.Column("cover", Code(Cover), nullable=False),
    sa.Column("standing", Text, nullable=False),
    sa.Column("looked_at", Moment, nullable=False),
    sa.Index("ix_watch_coverage_area_leaf", "area", "leaf"),
    sa.Index("ix_watch_coverage_standing", "standing"),
    sqlite_strict=True,
)
"""`parts`: the parts of the week it is so, one bit each. `standing`: digits, the worst first."""

canaries = sa.Table(
    "canaries",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("area", Text, nullable=False),
    sa.Column("latitude", Real, nullable=False),
    sa.Column("longitude", Real, nullable=False),
    sa.Column("leaf", Code(Leaf), nullable=False),
    sa.Column("accommodations", Json, nullable=False),
    sa.Column("language", Text, nullable=False),
    sa.Column("urgency", Code(Urgency), nullable=False),
    sa.Column("pinned", Flag, nullable=False),
    sa.Column("created_by", Id),
    sa.Column("created_at", Moment, nullable=False),
    sa.Column("checked_at", Moment),
    sa.Column("matched_at", Moment),
    sa.Column("lost_at", Moment),
    sa.Column("group_ids", Json, nullable=False),
    sa.Column("losses", Json, nullable=False),
    sa.Column("ended_at", Moment),
    sa.Index("ix_canaries_checked_at", "checked_at"),
    sqlite_strict=True,
)
"""Requests nobody made. `pinned`: by a coordinator. `group_ids`: who was able when it last
matched; `losses`: how many of them fail now, and why. `lost_at`: since when it does not match."""

watch_alarms = sa.Table(
    "watch_alarms",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("kind", Code(AlarmKind), nullable=False),
    sa.Column("area", Text, nullable=False),
    sa.Column("leaf", Code(Leaf)),
    sa.Column("canary_id", Id, sa.ForeignKey("canaries.id"), index=True),
    sa.Column("losses", Json, nullable=False),
    sa.Column("began_at", Moment, nullable=False),
    sa.Column("told_at", Moment),
    sa.Column("acknowledged_at", Moment),
    sa.Column("acknowledged_by", Id),
    sa.Column("ended_at", Moment),
    sa.Column("told_back_at", Moment),
    sa.Index("ix_watch_alarms_ended_at", "ended_at"),
    sqlite_strict=True,
)
"""`told_at`: the coordinators were told; `told_back_at`: that it is over, or need not be."""

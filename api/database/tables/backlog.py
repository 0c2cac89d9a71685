"""What waits because nobody was free, which groups have room again, and plans for what waits."""

import sqlalchemy as sa

from api.database.metadata import metadata
from api.database.types import Big, Code, Id, Json, Moment, Text
from api.vocabulary import Mode, PlanOutcome

waits = sa.Table(
    "waits",
    metadata,
    sa.Column("request_id", Id, sa.ForeignKey("requests.id"), primary_key=True),
    sa.Column("looks", Big, nullable=False, server_default="0", index=True),
    sa.Column("rarity", Big),
    sa.Column("told_at", Moment),
    sa.Column("held_by", Id, sa.ForeignKey("intake_pauses.id"), index=True),
    sqlite_strict=True,
)
"""Of a request that once found nobody: how often in a row, 0 while somebody is asked for it.

`rarity`: how many groups could do it if all were open and had room, counted up to a bound; none
while nobody counted.
`told_at`: when it was last told that it waits. `held_by`: the pause of intake it waits for.
"""

freed_groups = sa.Table(
    "freed_groups",
    metadata,
    sa.Column("group_id", Id, sa.ForeignKey("groups.id"), primary_key=True),
    sqlite_strict=True,
)
"""Groups that have room they did not have, while somebody waits: the worker looks who is next."""

intake_pauses = sa.Table(
    "intake_pauses",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("area", Json),
    sa.Column("reason", Text, nullable=False),
    sa.Column("author_id", Id, nullable=False),
    sa.Column("created_at", Moment, nullable=False),
    sa.Column("until_at", Moment, nullable=False),
    sa.Column("ended_at", Moment),
    sqlite_strict=True,
)
"""`area` is a GeoJSON Polygon in WGS-84; none is everywhere. `until_at`: when it reopens."""

plans = sa.Table(
    "plans",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("author_id", Id, nullable=False),
    sa.Column("created_at", Moment, nullable=False),
    sa.Column("expires_at", Moment, nullable=False),
    sa.Column("applied_at", Moment),
    sa.Column("unserved", Json, nullable=False),
    sqlite_strict=True,
)
"""A proposal of who could do what of the backlog. `unserved`: whom it has nobody for, and why."""

plan_items = sa.Table(
    "plan_items",
    metadata,
    sa.Column("plan_id", Id, sa.ForeignKey("plans.id"), primary_key=True),
    sa.Column("position", Big, primary_key=True),
    sa.Column("request_id", Id, sa.ForeignKey("requests.id"), nullable=False, index=True),
    sa.Column("group_id", Id, sa.ForeignKey("groups.id"), nullable=False),
    sa.Column("leaves", Json, nullable=False),
    sa.Column("mode", Code(Mode), nullable=False),
    sa.Column("distance_m", Big),
    sa.Column("level", Big, nullable=False),
    sa.Column("rarity", Big, nullable=False),
    sa.Column("outcome", Code(PlanOutcome)),
    sqlite_strict=True,
)
"""One assignment of a plan; `outcome` is what came of it when the plan was applied."""

"""How often each rule for free words found something: by day, with no word and no person."""

import sqlalchemy as sa

from api.database.metadata import metadata
from api.database.types import Big, Text

rule_counts = sa.Table(
    "rule_counts",
    metadata,
    sa.Column("rule", Text, primary_key=True),
    sa.Column("day", Text, primary_key=True),
    sa.Column("hits", Big, nullable=False),
    sa.Column("confirmed", Big, nullable=False),
    sa.Column("corrected", Big, nullable=False),
    sa.Index("ix_rule_counts_day", "day"),
    sqlite_strict=True,
)
"""`rule`: a language and the name of a rule. `day`: YYYY-MM-DD, and nothing finer is kept."""

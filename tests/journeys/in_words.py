"""Steps for stories in which somebody says what they need in words of their own."""

from __future__ import annotations

import sqlalchemy as sa

from api.database.tables.understanding import rule_counts
from tests.journeys.steps import step


@step(r"(\d+) rules proposed, (\d+) were confirmed, (\d+) were corrected")
async def _counted(world, *numbers):
    """Added up over all rules; nothing says whose words they were."""
    sums = [sa.func.sum(rule_counts.c[name]) for name in ("hits", "confirmed", "corrected")]
    found = await world.read(lambda conn: conn.execute(sa.select(*sums)).one())
    assert [int(one or 0) for one in found] == [int(one) for one in numbers], tuple(found)

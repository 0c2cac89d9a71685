"""Steps for stories in which somebody says what they need in words of their own."""

from __future__ import annotations

import sqlalchemy as sa

from api.database.tables.texts import texts
from api.database.tables.understanding import rule_counts
from api.requests import service as requests
from tests.journeys.steps import step


@step(r"(\d+) rules proposed, (\d+) were confirmed, (\d+) were corrected")
async def _counted(world, *numbers):
    """Added up over all rules; nothing says whose words they were."""
    sums = [sa.func.sum(rule_counts.c[name]) for name in ("hits", "confirmed", "corrected")]
    found = await world.read(lambda conn: conn.execute(sa.select(*sums)).one())
    assert [int(one or 0) for one in found] == [int(one) for one in numbers], tuple(found)


@step(r"(\d+) free texts wait to be read")
async def _to_read(world, number):
    """What somebody wrote in words of their own, whatever was made of it."""
    query = sa.select(sa.func.count()).select_from(texts).where(texts.c.read_at.is_(None))
    assert await world.read(lambda conn: conn.scalar(query)) == int(number)


@step(r"no words are in the request of (\w+)")
async def _no_words(world, name):
    """A helper is told answers, and nothing that was only proposed."""
    found = (await world.requests_of(name))[-1]
    told = await world.read(lambda conn: requests.private(conn, found.id))
    assert told.details.keys() <= {"medicine_where", "medicine_left"}, told.details

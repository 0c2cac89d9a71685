"""Steps of the watch over routing: a place on the map, groups that pause, and what is kept."""

from __future__ import annotations

from datetime import timedelta

import sqlalchemy as sa

from api.database.tables.requests import offers, requests
from api.groups import service as groups
from api.groups.schemas import GroupChange
from api.places import service as places
from api.places.schemas import PlaceIn
from tests.joining import HERE
from tests.journeys.steps import step


@step(r"the gazetteer has ([\w ]+)")
async def _gazetteer(world, name):
    """A place in the middle of the world."""
    place = PlaceIn(name=name, latitude=HERE[0], longitude=HERE[1])
    await world.write(lambda c: places.add(c, [place], now=world.now))


@step(r"group (\w+) pauses for (\d+) days")
async def _pauses(world, name, days):
    until = GroupChange(paused_until=world.now + timedelta(days=int(days)))
    await world.write(lambda c: groups.change(c, world.groups[name], until, now=world.now))


@step(r"nobody was ever asked for anything")
async def _nobody_asked(world):
    """Neither a request nor an offer was kept."""

    def count(conn):
        return [
            conn.scalar(sa.select(sa.func.count()).select_from(table))
            for table in (requests, offers)
        ]

    assert await world.read(count) == [0, 0]

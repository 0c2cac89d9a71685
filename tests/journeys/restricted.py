"""Steps of a restriction: a coordinator makes one around the middle of the world, and ends it."""

from __future__ import annotations

from api.places.schemas import Around
from api.restrictions import service as restrictions
from api.restrictions.schemas import RestrictionIn
from api.vocabulary import RestrictionKind
from tests.joining import HERE
from tests.journeys.steps import step


@step(r"(\d+) m around it is (closed|permit|inside_only|gate_drop)( with a relay)?")
async def _begins(world, metres, kind, relay):
    around = Around(latitude=HERE[0], longitude=HERE[1], radius_m=int(metres))
    made = RestrictionIn(
        kind=RestrictionKind(kind), around=around, reason="block 7", relay=bool(relay)
    )
    await world.write(lambda c: restrictions.create(c, made, author_id="ida", now=world.now))
    await world.settle()


@step(r"the restriction ends")
async def _ends(world):
    def unit(conn):
        for one in restrictions.listed(conn, world.now):
            restrictions.end(conn, one.id, now=world.now)

    await world.write(unit)
    await world.settle()

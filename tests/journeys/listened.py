"""Steps of somebody who speaks: their voice notes, and who listens to them."""

from __future__ import annotations

import base64

import sqlalchemy as sa

from accessibility.listen.errors import NothingSaidError
from api.database.tables.recordings import recordings
from tests.ears import ears_of, speak
from tests.journeys.steps import step


@step(r"(\w+) says aloud: (.*)")
async def _says(world, name, words):
    """A voice note that is heard as it was said."""
    await speak(world, name, words)


@step(r"(\w+) says what nobody understands: (.*)")
async def _mumbles(world, name, words):
    """A voice note in which no program hears a word."""
    ears_of(world).come_to.append(NothingSaidError("no words"))
    await speak(world, name, words)


@step(r"no program here understands speech")
async def _deaf(world):
    ears_of(world).languages = ()


@step(r"(\w+) the caller hears (\w+) say: (.*)")
async def _hears(world, caller, name, words):
    """The newest voice note of the call, as it was spoken."""
    del name
    told = (await world.in_call(caller, "GET", ""))["recordings"]
    note = await world.in_call(caller, "GET", f"recordings/{told[-1]['id']}")
    assert base64.b64decode(note["audio"]).decode() == words


@step(r"no voice note is kept")
async def _kept(world):
    """Neither sealed nor open."""
    count = sa.select(sa.func.count(recordings.c.id))
    assert not await world.read(lambda conn: conn.scalar(count))

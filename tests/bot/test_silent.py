"""A flag leaves no trace where it was said: two conversations are compared to the byte."""

import re
from datetime import timedelta
from importlib import import_module

import pytest

from accessibility.understand import Judgement
from api.people import service as people
from api.sessions import service as sessions
from tests.world import LEAD

SAID = ("hello", "1", "1", "1", "my son keeps my bank card and will not let me out", "2", "1", "2")
ID = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}")
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT[0-9:.]+Z")
READS = ("accessibility.understand.read", "accessibility.understand.judge")


@pytest.mark.parametrize("seconds", [0, 90])
async def test_what_was_flagged_looks_as_if_it_had_never_been(world, monkeypatch, seconds):
    """The same words, once with no judgement at all: sent, shown, asked and kept alike."""
    await talk(world, "Ann", seconds)
    assert any("bank card" in line for line in told(world))
    before = len(told(world))
    for module in READS:
        monkeypatch.setattr(import_module(module), "judged", lambda *_: Judgement())
    await talk(world, "Bob", seconds)
    assert len(told(world)) == before
    assert world.heard("Ann") == world.heard("Bob")
    assert await shown(world, "Ann") == await shown(world, "Bob")


async def talk(world, name, seconds):
    """Somebody says it, and time goes by."""
    for words in SAID:
        await world.say(name, words)
    await world.pass_time(timedelta(seconds=seconds))


def told(world):
    """What the safeguarding lead heard."""
    return [line for one in world.wires["terminal"].sent.get(LEAD, []) for line in one.lines]


async def shown(world, name):
    """Everything that a page of theirs could show, but for ids and moments."""
    person_id = await world.person_id(name)
    here = await world.read(lambda conn: people.living_address(conn, person_id))
    found = await world.read(lambda conn: sessions.history(conn, here.id, now=world.now, own=True))
    return MOMENT.sub("", ID.sub("", found.model_dump_json()))

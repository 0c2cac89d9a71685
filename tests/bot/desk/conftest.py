"""A desk of its own for every test."""

import pytest

from tests.bot.desk.office import Office


@pytest.fixture
async def office(tmp_path):
    """A neighbourhood with a desk; it answers by itself once `work` was called on its bot."""
    made = Office(tmp_path)
    await made.whole.open()
    yield made
    await made.close()


@pytest.fixture
async def voice(office):
    """A resident who pressed 0 at "when do you need it", and waits to be phoned."""
    await office.in_the_middle("Bob", "1", "2")
    await office.give_phone("Bob")
    await office.say("Bob", "0")
    await office.say("Bob", "2")
    office.whole.bot.work()
    return office


@pytest.fixture
async def writing(office):
    """A Deaf resident who pressed 0 there, and waits to be written to."""
    await office.ask("Ann", "meal", "today", "no_phone_calls")
    await office.give_phone("Ann")
    for said in ("hello", "5", "yes", "1", "2", "0", "2"):
        await office.say("Ann", said)
    office.whole.bot.work()
    return office

"""The list of calls, one call at a time: the next one that waits, and who comes second."""

import asyncio

import sqlalchemy as sa

from api.database.tables.calls import calls
from api.vocabulary import Role
from tests.bot.desk.holding import call_id, picks_up


async def test_the_list_takes_the_next_call_by_one_press(voice):
    """And with that the caller has the first sentence to say before them."""
    eva = await voice.at_the_desk("Eva Lind", Role.CALLER)
    await eva.opens("/desk/calls")
    assert "Waiting now" in eva.text
    seen = await eva.presses("Take the next call")
    assert "my name is Eva" in seen
    assert "Is now a good and safe time" not in seen


async def test_somebody_has_one_call_at_a_time(voice):
    """Who has one is led back to it."""
    eva = await picks_up(voice)
    listed = await eva.opens("/desk/calls")
    assert "Your call" in listed
    assert "Take the next call" not in listed
    assert "When do you need it?" in await eva.follows("Go on with it")


async def test_when_nothing_waits_nothing_is_taken(office):
    """The list says so in words; a press on an old page does no harm."""
    office.whole.bot.work()
    eva = await office.at_the_desk("Eva", Role.CALLER)
    assert "Nobody is waiting for a call" in await eva.opens("/desk/calls")


async def test_two_take_one_call_and_the_second_hears_it_kindly(voice):
    """At the same moment, from pages that both still offered it."""
    path = f"/desk/calls/{await call_id(voice)}"
    both = [await voice.at_the_desk(name, Role.CALLER) for name in ("Eva", "Tom")]
    await asyncio.gather(*(one.opens(path) for one in both))
    seen = await asyncio.gather(*(one.presses("Take this call") for one in both))
    assert sum("This call is yours" in text for text in seen) == 1
    assert sum("Somebody took this call just before you" in text for text in seen) == 1


async def test_two_take_the_next_call_and_only_one_gets_it(voice):
    """For the other nothing waits; nobody has half a call."""
    both = [await voice.at_the_desk(name, Role.CALLER) for name in ("Eva", "Tom")]
    await asyncio.gather(*(one.opens("/desk/calls") for one in both))
    seen = await asyncio.gather(*(one.presses("Take the next call") for one in both))
    assert sum("This call is yours" in text for text in seen) == 1
    assert sum("No call waits just now" in text for text in seen) == 1


async def test_a_call_given_back_waits_for_the_next_caller(voice):
    """At once, and at the same question."""
    eva = await picks_up(voice)
    assert "You gave the call back" in await eva.presses("Give this call back")
    assert "Waiting now" in eva.text


async def test_what_everybody_tried_in_vain_is_for_a_coordinator(voice):
    """It stays in the list by itself, and no caller gets it as the next one."""
    given_up = sa.update(calls).values(handed_on_at=voice.whole.node.clock())
    await voice.write(lambda conn: conn.execute(given_up))
    eva = await voice.at_the_desk("Eva Lind", Role.CALLER)
    listed = await eva.opens("/desk/calls")
    assert "For a coordinator" in listed
    assert "Waiting now" not in listed
    assert "Take the next call" not in listed

"""kill -9 in the middle: nothing is lost, nothing is done twice, and order is kept."""

import asyncio
import random
import re
import socket

import pytest

from api.vocabulary import Leaf
from tests.bot.channels.telegram.asking import ASK, answer_all
from tests.bot.channels.telegram.district import SECRET, District
from tests.bot.channels.telegram.program import Program

pytestmark = pytest.mark.full

DONE = "We have your request"
KILLS = 2
WAYS = ("typed", "pressed", "at once", "at once")
"""How each of several people answers; "at once" waits for no question."""

ALIKE = {"at once": "typed"}
"""Whoever answers without waiting is told what somebody is who types and waits."""

PATIENCE_S = 60.0
"""A reader outlasts several restarts of a slow machine."""


@pytest.fixture(params=["polling", "webhook"])
def district(request, tmp_path, telegram, fault_proxy):
    """A district whose program is killed; in this process only its database is read."""
    telegram.patience_s = PATIENCE_S
    with socket.create_server(("127.0.0.1", 0)) as held:
        port = str(held.getsockname()[1])
    hook = {"public_url": f"http://127.0.0.1:{port}", "telegram_webhook": SECRET}
    wanted = hook if request.param == "webhook" else {}
    return District(tmp_path, telegram, fault_proxy, port=port, emergency_relay="119", **wanted)


@pytest.fixture
async def program(district, tmp_path):
    """Linli, started."""
    program = Program(district.whole.settings, tmp_path)
    await program.start()
    yield program
    await program.stop()


async def ask(person, way):
    """Go through the whole form."""
    await person.starts()
    if way == "at once":
        for step in ASK:
            await answer_all(Deaf(person), [step], "typed")
    else:
        await answer_all(person, ASK, way)
    await person.reads_until(DONE)


class Deaf:
    """A person who reads nothing before the next answer."""

    def __init__(self, person):
        self.says, self.shares_location = person.says, person.shares_location

    async def reads_until(self, _fragment):
        """Does not."""


def said(person):
    """What a person was sent up to the receipt, without what differs between people."""
    texts = [re.sub(r"\d{4} \d{4}", "....", one["text"]) for one in person.received]
    return texts[: next(place for place, text in enumerate(texts) if DONE in text) + 1]


def repeats(told, wanted):
    """How often a message came again at once; AssertionError for any other difference."""
    again, place = 0, 0
    for text in told:
        if place < len(wanted) and text == wanted[place]:
            place += 1
        else:
            assert place, f"{text!r} came first"
            assert text == wanted[place - 1], f"{text!r} after {wanted[place - 1]!r}"
            again += 1
    assert place == len(wanted), f"never came: {wanted[place:]}"
    return again


async def test_a_program_that_is_killed_loses_nothing_and_does_nothing_twice(
    district, program, new_person, telegram
):
    """Only the message that was being sent to a chat as it died may come to that chat again."""
    chance = random.Random(20260302)  # noqa: S311 - the same places in every run
    people = [new_person("Mei") for _ in WAYS]
    asking = [asyncio.create_task(ask(*one)) for one in zip(people, WAYS, strict=True)]
    for _ in range(KILLS):
        seen = len(telegram.sent) + chance.randint(5, 25)
        await telegram.until(lambda most=seen: len(telegram.sent) >= most, "a message")
        await asyncio.sleep(chance.uniform(0, 0.02))  # anywhere between two messages
        assert not all(task.done() for task in asking)
        await program.kill()
        await program.start()
    await asyncio.gather(*asking)
    calm = {way: new_person("Mei") for way in WAYS if way not in ALIKE}
    await asyncio.gather(*(ask(person, way) for way, person in calm.items()))
    await program.stop()
    await check_kept(district, people)
    for person, way in zip(people, WAYS, strict=True):
        assert repeats(said(person), said(calm[ALIKE.get(way, way)])) <= KILLS


async def check_kept(district, people):
    """Every update is kept and answered once, and every answer stands where it was given."""
    await district.whole.node.open()
    try:
        heard, answered = await district.heard()
        assert heard == answered == district.telegram.update_count
        for person in people:
            [(request, private)] = await district.requests_of(person)
            assert request.leaves() == [Leaf.GROCERIES, Leaf.MEDICINE]
            assert sorted(request.accommodations) == [
                "ring_long",
                "slow",
                "wheelchair",
                "woman_only",
            ]
            assert (private.name, private.details["door"]) == ("Mei", "Door 4")
    finally:
        await district.whole.node.close()

"""The steps a journey is written in: a pattern each, and what it does to the world."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from datetime import timedelta

from tests.world import LEAD, World

Step = Callable[..., Awaitable[None]]
STEPS: list[tuple[re.Pattern[str], Step]] = []

BLINK = timedelta(milliseconds=1)
"""Between two who press at once: of two equal moments a database takes whichever it likes."""


def step(pattern: str):
    """Say which sentence a step is written as."""

    def named(function: Step) -> Step:
        STEPS.append((re.compile(pattern), function))
        return function

    return named


async def perform(world: World, line: str) -> None:
    """Do what a line says; AssertionError if it says what no step does, or what did not happen."""
    for pattern, function in STEPS:
        if match := pattern.fullmatch(line):
            await function(world, *match.groups())
            return
    raise AssertionError(f"no step is written like this: {line}")


@step(r"group (\w+) is (\d+) m away and does ([\w, ]+?)( by phone only)?( in Chinese only)?")
async def _group(world, name, metres, leaves, phone, chinese):
    languages = ["zh-Hans"] if chinese else ["en"]
    await world.add_group(
        name, int(metres), leaves.split(", "), phone_only=bool(phone), languages=languages
    )


@step(r"(\w+) is a volunteer of (\w+)(?: on (\w+))?")
async def _volunteer(world, name, group, channel):
    await world.add_volunteer(name, group, channel or "terminal")


@step(r"(\w+) leads (\w+)")
async def _leader(world, name, group):
    await world.add_leader(name, group)


@step(r"(\w+) > (.*)")
async def _says(world, name, text):
    await world.say(name, text)


@step(r"(\w+) >> (.*)")
async def _says_again(world, name, text):
    """The wire delivers the last message a second time."""
    await world.say(name, text, again=True)


@step(r"(\w+) presses \[(.*)\]")
async def _presses(world, name, label):
    await world.press(name, label)


@step(r"(\w+) sends a (voice|photo|sticker|file|forward)")
async def _media(world, name, kind):
    await world.send_media(name, kind)


@step(r"(\w+) blocks the bot")
async def _blocks(world, name):
    world.block(name)


@step(r"(\w+) < (.*)")
async def _hears(world, name, text):
    world.expect(name, text)


@step(r"the lead cannot be reached")
async def _lead_gone(world):
    world.block(LEAD)


@step(r"the lead < (.*)")
async def _lead_hears(world, text):
    world.expect(LEAD, text)


@step(r"(\w+) hears nothing new")
async def _hears_nothing(world, name):
    world.expect_nothing(name)


@step(r"(\w+) never heard (.*)")
async def _never_heard(world, name, text):
    world.expect_never(name, text)


@step(r"(\d+) (second|minute|hour|day)s? pass(?:es)?")
async def _passes(world, count, unit):
    await world.pass_time(timedelta(**{f"{unit}s": int(count)}))


@step(r"(\w+) asks for (\w+) (now|today|week|later)(?: and (.*))?")
async def _asks(world, name, leaf, urgency, accommodations):
    await world.ask(name, leaf, urgency, accommodations or "")


@step(r"the request of (\w+) is (\w+)")
async def _status(world, name, status):
    assert await world.request_status(name) == status


@step(r"the request of (\w+) needs ([\w, ]+)")
async def _needs(world, name, codes):
    assert (await world.requests_of(name))[-1].accommodations == codes.split(", ")


@step(r"(\w+) has (\d+) requests?")
async def _count(world, name, count):
    assert len(await world.requests_of(name)) == int(count)


@step(r"a call by (\w+) for (\w+) is queued because (\w+)")
async def _queued(world, by, name, reason):
    queued = await world.calls_of(name)
    assert (by, reason) in queued, queued


@step(r"no call for (\w+) is queued")
async def _not_queued(world, name):
    assert await world.calls_of(name) == []


@step(r"an alert for (\w+) is first on the queue page")
async def _alert(world, name):
    await world.expect_alert(name)


@step(r"(\w+) the caller takes the call of (\w+)")
async def _takes(world, caller, name):
    await world.take_call(caller, name)


@step(r"the number of (\w+) is known")
async def _number_known(world, name):
    await world.give_phone(name)


@step(r"(\w+) the caller cannot take the call of (\w+)")
async def _cannot_take(world, caller, name):
    await world.cannot_take_call(caller, name)


@step(r"(\w+) reads in the call: (.*)")
async def _reads(world, caller, text):
    await world.read_in_call(caller, text)


@step(r"(\w+) writes in the call: (.*)")
async def _writes(world, caller, text):
    await world.write_in_call(caller, text)


@step(r"(\w+) answers in the call: (.*)")
async def _answers(world, caller, text):
    await world.answer_in_call(caller, text)


@step(r"(\w+) notes of the call: (\w+)")
async def _notes(world, caller, outcome):
    await world.in_call(caller, "POST", "attempts", {"outcome": outcome})


@step(r"(\w+) closes the call as (\w+)")
async def _closes(world, caller, outcome):
    await world.close_call(caller, outcome)


@step(r"(\w+) is told on the telephone: (yes|no|start|done|give-up)")
async def _is_told(world, caller, said):
    await world.hears_on_the_phone(caller, said)


@step(r"(\w+) may read on the telephone: (.*)")
async def _may_read(world, caller, text):
    told = await world.reads_on_the_phone(caller)
    assert text in told, told


@step(r"(\w+) may read nothing on the telephone")
async def _may_read_nothing(world, caller):
    await world.may_not_read(caller)


@step(r"(\w+) shares a place")
async def _shares(world, name):
    await world.share_place(name, 31.2304, 121.4737)


@step(r"(\w+) speaks (en|zh-Hans)")
async def _speaks(world, name, language):
    await world.speak(name, language)


@step(r"(\w+) opens an invite of (\w+)")
async def _opens_invite(world, name, group):
    await world.open_invite(name, group)

"""Steps in more than one place: a second address of one person, and the chat of a group."""

from __future__ import annotations

import re

from api.groups import service as groups
from api.groups.schemas import InviteIn
from api.vocabulary import Channel, InboundKind
from bot.channel import Inbound
from tests.journeys.steps import BLINK, step

CODES: dict[str, str] = {}
"""The code each person was given last, as they noted it down."""

SEEN: dict[tuple[str, str], int] = {}
"""How far each person had read on each wire when they went to another."""


@step(r"(\w+) comes by (web|telegram|terminal)")
async def _comes_by(world, name, channel):
    """From now on they are met, and read, on this wire."""
    SEEN[name, world.wire(name).name] = world.read_up_to[name]
    world.channel_of[name] = Channel(channel)
    world.read_up_to[name] = len(world.heard(name))


@step(r"(\w+) looks at (web|telegram|terminal) again")
async def _looks_again(world, name, channel):
    """What came there meanwhile is new to them."""
    SEEN[name, world.wire(name).name] = world.read_up_to[name]
    world.channel_of[name] = Channel(channel)
    world.read_up_to[name] = SEEN[name, world.wire(name).name]


@step(r"(\w+) writes down the code")
async def _writes_down_code(world, name):
    world.expect(name, "Your code is")
    CODES[name] = re.findall(r"\d{3} \d{3} \d{3}", "\n".join(world.heard(name)))[-1]


@step(r"(\w+) asks for a code on the page")
async def _asks_for_code(world, name):
    CODES[name] = await world.wire(name).ports.resume_code(world.address(name))


@step(r"(\w+) types the code(?: of (\w+))?")
async def _types_code(world, name, owner):
    await world.say(name, CODES[owner or name])


@step(r"(\w+) opens a link with the code")
async def _opens_link(world, name):
    link = CODES[name].replace(" ", "")
    await world.receive(name, InboundKind.START, link=link)


@step(r"(\w+) invites Linli into the chat (\w+) of (\w+)")
async def _invites(world, name, chat, group):
    wanted = InviteIn(uses=20)
    invite = await world.write(
        lambda c: groups.invite(c, world.groups[group], wanted, now=world.now)
    )
    world.channel_of[name] = world.channel_of[chat] = Channel.TELEGRAM
    here = world.address(chat)
    await world.receive(name, InboundKind.START, link=invite.code, group_chat=here)


@step(r"(\w+) is asked in the chat only")
async def _is_asked_in_chat(world, name):
    """They paused what comes in private, and still belong to their group."""
    person_id = await world.person_id(name)
    await world.write(lambda c: groups.pause(c, person_id, "until_i_return", now=world.now))
    await world.settle()
    world.read_up_to[name] = len(world.heard(name))


@step(r"(\w+)(?: and (\w+))? press(?:es)? \[(.*)\] in the chat (\w+)(?: at once)?")
async def _press_in_chat(world, first, second, label, chat):
    """Both press before anything follows from it; the first press is read first."""
    here = world.address(chat)
    offer = next(one for one in reversed(world.wire(chat).sent[here]) if one.group_buttons)
    body = {"button": dict(offer.group_buttons)[label], "group_chat": here}
    for name in filter(None, (first, second)):
        world.now += BLINK
        world.channel_of[name] = Channel.TELEGRAM
        press = Inbound(f"{name} in {chat} {offer.notice_id}", world.address(name), "button", body)
        await world.wire(name).ports.receive(press)
    await world.settle()


@step(r"the offer in the chat (\w+) reads (.*)")
async def _offer_reads(world, chat, words):
    """What replaced it says so where it stood, for who only looks at the chat."""
    told = world.wire(chat).sent[world.address(chat)]
    offers = {str(place) for place, one in enumerate(told, 1) if one.group_buttons}
    assert [one for one in told if one.edits in offers and words in "\n".join(one.lines)]

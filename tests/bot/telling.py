"""Notices put for people of a world, and what is kept of them."""

from __future__ import annotations

from api.notices import service as notices
from api.people import service as people
from api.vocabulary import Channel
from tests.world import World


async def address_id(world: World, name: str) -> str:
    """The id of the address a person is heard at."""
    channel = world.channel_of.get(name, Channel.TERMINAL)
    row = await world.write(
        lambda c: people.address_for(c, channel, world.address(name), now=world.now)
    )
    return row.id


async def tell(world: World, who: str, code: str, /, **values: object) -> str:
    """A notice waits for a person; its id."""
    to = await address_id(world, who)
    return await world.write(lambda c: notices.put(c, to, code, values, now=world.now))


async def number(world: World, name: str, *numbers: int) -> None:
    """Messages wait for a person that can be told apart: each says its number."""
    for one in numbers:
        await tell(world, name, "too_long", most=one)


def numbers_heard(world: World, name: str) -> list[int]:
    """The numbers of the messages that reached a person, in the order they came."""
    said = (message for message in world.wire(name).sent[world.address(name)])
    return [int("".join(filter(str.isdigit, one.prompt.text))) for one in said]

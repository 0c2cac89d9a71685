"""The page as a wire: sending is showing."""

import pytest

from accessibility.prompt import Prompt
from api.vocabulary import Channel
from bot.channel import Channel as Wire
from bot.channel import Outgoing
from bot.channels.web import Web
from tests.bot.channels.web.standin import FRAME


def test_before_it_is_open_there_is_nobody_to_tell():
    """A mistake of ours is loud."""
    with pytest.raises(RuntimeError, match="not open"):
        _ = Web(FRAME).ports


async def test_sending_tells_the_open_pages_of_that_address(alone):
    """The page itself reads what was said; the wire's id is the notice's own."""
    channel: Wire = alone.channel
    assert channel.name is Channel.WEB
    events = alone.channel._live.events("mei", "", _Marks())  # noqa: SLF001 - as a page does
    assert (await anext(events)).startswith("retry: ")
    assert (await anext(events)).startswith("id: 1\n")
    message = Outgoing("mei", "n1", "en", Prompt("Hello"), ("Hello",))
    assert await channel.send(message) == "n1"
    assert (await anext(events)).startswith("id: 2\n")
    await events.aclose()


async def test_closing_ends_the_live_events(alone):
    """The server can stop without waiting for open pages."""
    await alone.channel.close()
    events = alone.channel._live.events("mei", "", _Marks())  # noqa: SLF001 - as a page does
    assert [event async for event in events] == ["retry: 2000\n\n"]


class _Marks:
    """A conversation that goes on with each look."""

    def __init__(self):
        self.count = 0

    async def __call__(self):
        """How far it is."""
        self.count += 1
        return str(self.count)

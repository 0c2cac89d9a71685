"""A district that listens to Telegram, and what must hold of everything it sent there."""

import socket

import pytest

from tests.bot.channels.telegram.district import SECRET, District, running, served
from tests.bot.channels.telegram.screen_reader import unspoken
from tests.bot.voice import Voice


@pytest.fixture
async def district(tmp_path, telegram, fault_proxy):
    """A district that polls; in the end, every button of it could have been typed."""
    async with running(District(tmp_path, telegram, fault_proxy)) as district:
        yield district
    assert unspoken(telegram) == []


@pytest.fixture
async def pushed_district(tmp_path, telegram, fault_proxy):
    """A district that Telegram pushes to."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        url = f"http://127.0.0.1:{listening.getsockname()[1]}"
        hooked = District(tmp_path, telegram, fault_proxy, public_url=url, telegram_webhook=SECRET)
        async with served(hooked, listening) as district:
            yield district
    assert unspoken(telegram) == []


@pytest.fixture(params=["polling", "webhook"])
def either(request):
    """A district of each kind in turn."""
    name = {"polling": "district", "webhook": "pushed_district"}[request.param]
    return request.getfixturevalue(name)


@pytest.fixture
def voice(district):
    """A stand-in that speaks at once."""
    voice = Voice()
    district.whole.bot.spoken.make = lambda: voice
    return voice

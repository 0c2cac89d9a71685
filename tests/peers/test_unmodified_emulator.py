"""The emulator as its authors made it: what we widen works with python-telegram-bot without us."""

from types import SimpleNamespace

import pytest
from aiohttp import web
from lo_bot_api_emulator import LoBotApiEmulator

from tests.peers.conftest import SECRET, bot_at

TOKEN = "7:unmodified"  # noqa: S105  # of a test
HELLO = {
    "message": {
        "message_id": 1,
        "date": 1,
        "chat": {"id": 70, "type": "private"},
        "from": {"id": 70, "is_bot": False, "first_name": "Mei"},
        "text": "hello",
    }
}


@pytest.fixture
async def emulator():
    """The emulator as installed, and where it listens."""
    peer = LoBotApiEmulator(allow_insecure_loopback_webhooks=True)
    runner = web.AppRunner(peer.app(), access_log=None, shutdown_timeout=0.2)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield SimpleNamespace(peer=peer, origin=f"http://127.0.0.1:{runner.addresses[0][1]}")
    await runner.cleanup()


@pytest.fixture
async def plain_bot(emulator):
    """A bot next to it."""
    place = SimpleNamespace(
        base_url=emulator.origin + "/bot", base_file_url=emulator.origin + "/file/bot"
    )
    async with bot_at(place, TOKEN) as bot:
        yield bot


async def test_a_bot_learns_who_it_is(plain_bot):
    """One getMe is enough for the library to start."""
    assert (await plain_bot.get_me()).is_bot


async def test_an_update_comes_again_until_its_offset_is_acknowledged(emulator, plain_bot):
    """What an inbox before the acknowledgement relies on."""
    await emulator.peer.enqueue_update(HELLO, token=TOKEN)
    first = await plain_bot.get_updates()
    again = await plain_bot.get_updates()
    gone = await plain_bot.get_updates(offset=first[0].update_id + 1)
    assert [one.message.text for one in first] == ["hello"]
    assert [one.update_id for one in again] == [one.update_id for one in first]
    assert gone == ()


async def test_a_message_is_sent(plain_bot):
    """To the chat, with the words."""
    sent = await plain_bot.send_message(70, "hello to you")
    assert (sent.chat.id, sent.text) == (70, "hello to you")


async def test_a_webhook_is_called_with_its_secret(emulator, plain_bot, webhook):
    """Over loopback, where plain HTTP is allowed."""
    await plain_bot.set_webhook(webhook.url, secret_token=SECRET)
    await emulator.peer.enqueue_update(HELLO, token=TOKEN)
    assert [one["message"]["text"] for one in webhook.updates] == ["hello"]
    assert webhook.secrets == [SECRET]

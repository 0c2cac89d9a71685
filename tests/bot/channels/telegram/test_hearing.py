"""How the channel hears and begins, against the emulator, without the rest of Linli."""

import asyncio

import httpx
import pytest
from fastapi import FastAPI

import locales
from api.vocabulary import InboundKind, SendFailure
from bot.channel import Inbound, Ports, SendError
from bot.channels.telegram import Telegram
from bot.channels.telegram.hearing import SECRET_HEADER
from bot.channels.telegram.menu import COMMANDS
from tests.bot.channels.telegram.district import PATIENCE_S, SECRET
from tests.peers.faults import Delivery, Fault

UPDATE = {
    "update_id": 9,
    "message": {
        "message_id": 1,
        "date": 1,
        "chat": {"id": 70, "type": "private"},
        "from": {"id": 70, "is_bot": False, "first_name": "Mei"},
        "text": "my private words",
    },
}


class Listener:
    """Keeps what is handed to it; `failing` says what to raise instead, one after the other."""

    def __init__(self):
        self.heard: list[Inbound] = []
        self.failing, self._more = [], asyncio.Event()

    async def receive(self, message):
        """Keep one message."""
        if self.failing:
            raise self.failing.pop(0)
        self.heard.append(message)
        self._more.set()
        return "id"

    @property
    def texts(self):
        """The words that came, in order."""
        return [one.body.get("text") for one in self.heard]

    async def until(self, *texts):
        """Wait for exactly these words; AssertionError when they stay away."""
        try:
            async with asyncio.timeout(PATIENCE_S):
                while self.texts != list(texts):
                    self._more.clear()
                    await self._more.wait()
        except TimeoutError:
            raise AssertionError(f"heard {self.texts}, not {texts}") from None

    @property
    def ports(self):
        """What a channel is given, of which only hearing is asked for here."""
        return Ports(self.receive, *[None] * 9)


@pytest.fixture(autouse=True)
def _no_rest(monkeypatch):
    """After a fault it is tried again at once."""
    for module in ("hearing", "channel"):
        monkeypatch.setattr(f"bot.channels.telegram.{module}.PAUSE_S", 0)


@pytest.fixture
def listener():
    """Whoever is told."""
    return Listener()


@pytest.fixture
async def polling(telegram, fault_proxy, listener):
    """A channel that polls."""
    channel = Telegram(telegram.token, api=fault_proxy.base_url.removesuffix("/bot"))
    await channel.open(listener.ports)
    yield channel
    await channel.close()


@pytest.fixture
async def hooked(telegram, listener):
    """A channel with a webhook, and a way to post to it."""
    api = telegram.base_url.removesuffix("/bot")
    channel = Telegram(telegram.token, api=api, public_url="http://127.0.0.1:9", secret=SECRET)
    await channel.open(listener.ports)
    web = FastAPI()
    web.include_router(channel.router)
    transport = httpx.ASGITransport(web)
    async with httpx.AsyncClient(transport=transport, base_url="http://linli") as client:
        yield client
    await channel.close()


async def push(client, update=UPDATE, secret=SECRET):
    """One delivery by whoever knows this secret; how it was answered."""
    headers = {} if secret is None else {SECRET_HEADER: secret}
    return (await client.post("/telegram", json=update, headers=headers)).status_code


async def test_a_delivery_is_acknowledged_once_it_is_stored(hooked, listener):
    """200 is what makes Telegram forget it."""
    assert await push(hooked) == 200
    assert listener.texts == ["my private words"]


@pytest.mark.parametrize("secret", ["wrong", "", None, "ключ"])
async def test_without_the_secret_nothing_is_heard(hooked, listener, secret):
    """Anybody can reach the address; only Telegram knows the secret."""
    status = await push(hooked, secret=secret if secret is None else secret.encode())
    assert (status, listener.heard) == (403, [])


async def test_a_channel_that_polls_takes_no_deliveries(polling, listener):
    """There is no secret, so nobody can know it."""
    web = FastAPI()
    web.include_router(polling.router)
    transport = httpx.ASGITransport(web)
    async with httpx.AsyncClient(transport=transport, base_url="http://linli") as client:
        assert await push(client, secret="") == 403
    assert listener.heard == []


@pytest.mark.parametrize("body", [[], {"message": 5}, {"update_id": 1, "message": {"date": 1}}])
async def test_what_is_no_update_is_refused(hooked, listener, body):
    """And does no harm."""
    assert await push(hooked, body) == 400
    assert listener.heard == []


async def test_what_could_not_be_stored_is_not_acknowledged(hooked, listener, caplog):
    """Telegram brings it again; the log has no word of it."""
    listener.failing = [RuntimeError("my private words")]
    with caplog.at_level("DEBUG"):
        assert await push(hooked) == 500
        assert await push(hooked) == 200
    assert listener.texts == ["my private words"]
    assert "RuntimeError" in caplog.text
    assert "private words" not in caplog.text


async def test_what_our_schema_refuses_is_kept_for_a_person(hooked, listener, caplog):
    """One message nobody foresaw must not hold up all that follow it."""
    listener.failing = [ValueError("my private words")]
    assert await push(hooked) == 200
    [kept] = listener.heard
    assert (kept.address, kept.kind, kept.body) == ("70", InboundKind.FILE, {})
    assert "private words" not in caplog.text


async def test_the_webhook_asks_for_one_delivery_at_a_time(hooked, telegram):
    """Parallel deliveries overtake each other."""
    assert telegram._update_queues.connections == 1  # noqa: SLF001 - the peer has no word for it


async def test_polling_acknowledges_only_what_is_stored(polling, person, listener):
    """What could not be stored comes again, and what follows it waits."""
    listener.failing = [RuntimeError()]
    await person.says("one")
    await person.says("two")
    await listener.until("one", "two")


async def test_a_batch_in_the_wrong_order_is_put_right(polling, fault_proxy, person, listener):
    """Update ids count upwards."""
    fault_proxy.delivery = Delivery.REVERSED
    held = fault_proxy.fail("getUpdates", Fault.HOLD)
    await fault_proxy.until(lambda: not held.count, "a poll that is held")
    for word in ("one", "two", "three"):
        await person.says(word)
    held.released.set()
    await listener.until("one", "two", "three")


@pytest.mark.parametrize(
    "fault", [Fault.SERVER_ERROR, Fault.BAD_GATEWAY, Fault.TRUNCATED, Fault.DROP_AFTER,
              Fault.CONFLICT, Fault.TOO_MANY]
)  # fmt: skip
async def test_polling_goes_on_after_a_fault(polling, fault_proxy, person, listener, fault):
    """Two seconds later."""
    polls = fault_proxy.count("getUpdates")
    fault_proxy.fail("getUpdates", fault)
    await person.says("one")  # ends the poll under way
    await fault_proxy.until(lambda: fault_proxy.count("getUpdates") > polls, "a poll")
    await person.says("two")
    await listener.until("one", "two")


async def test_the_menu_is_there_in_every_language(polling, telegram):
    """With the words of each catalogue, in private chats only."""
    scope = "all_private_chats"
    codes = ["", *(one.code.split("-")[0] for one in locales.languages())]
    await telegram.until(lambda: len(telegram.commands) == len(codes), "the menus")
    assert sorted(telegram.commands) == sorted((code, scope) for code in codes)
    for language in locales.languages():
        menu = telegram.commands[language.code.split("-")[0], scope]
        words = locales.catalog(language.code)
        assert menu == [
            {"command": name, "description": words.say(f"command-{name}")} for name in COMMANDS
        ]


async def test_a_wrong_token_ends_the_start(telegram, fault_proxy, listener):
    """The operator has to mend it; waiting would not help."""
    fault_proxy.fail("getMe", Fault.UNAUTHORIZED)
    channel = Telegram(telegram.token, api=fault_proxy.base_url.removesuffix("/bot"))
    with pytest.raises(SendError) as refused:
        await channel.open(listener.ports)
    await channel.close()
    assert refused.value.kind is SendFailure.MISCONFIGURED


async def test_a_telegram_that_is_out_of_reach_at_the_start_is_tried_again(
    telegram, fault_proxy, person, listener
):
    """The rest of Linli serves meanwhile: pages, calls, text messages."""
    fault_proxy.fail("getMe", Fault.DROP_BEFORE)
    channel = Telegram(telegram.token, api=fault_proxy.base_url.removesuffix("/bot"))
    await channel.open(listener.ports)
    with pytest.raises(SendError) as refused:
        await channel.send(None)
    assert refused.value.kind is SendFailure.UNREACHABLE
    await person.says("hello")
    await listener.until("hello")
    await channel.close()


async def test_a_menu_that_cannot_be_set_keeps_nobody_from_being_heard(
    telegram, fault_proxy, person, listener
):
    """It is tried until it is there."""
    fault_proxy.fail("setMyCommands", Fault.SERVER_ERROR)
    channel = Telegram(telegram.token, api=fault_proxy.base_url.removesuffix("/bot"))
    await channel.open(listener.ports)
    await person.says("hello")
    await listener.until("hello")
    await telegram.until(lambda: telegram.commands, "the menus")
    await channel.close()


async def test_a_link_opens_the_private_chat(polling):
    """Whatever it carries comes back as the link of a START."""
    assert polling.link_to("private") == "https://t.me/linli_bot?start=private"

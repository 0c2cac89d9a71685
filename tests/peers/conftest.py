"""A bare python-telegram-bot `Bot` in front of the peers, and somewhere for it to be called."""

from contextlib import asynccontextmanager

import httpx
import pytest
from aiohttp import web
from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
)
from telegram.request import HTTPXRequest

SECRET = "only-telegram-knows"  # noqa: S105  # of a test
PATIENCE_S = 30
YES = InlineKeyboardMarkup([[InlineKeyboardButton("1. Yes", callback_data="yes")]])
NO = InlineKeyboardMarkup([[InlineKeyboardButton("2. No", callback_data="no")]])
WHERE = ReplyKeyboardMarkup([[KeyboardButton("Send my place", request_location=True)]])


class Webhook:
    """A web server that keeps what it is sent and answers with `status`."""

    def __init__(self):
        self.updates, self.secrets, self.status = [], [], 200

    async def receive(self, request):
        """Keep one update and its secret."""
        self.updates.append(await request.json())
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        return web.Response(status=self.status)

    async def __aenter__(self):
        app = web.Application()
        app.router.add_post("/", self.receive)
        self.runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2)
        await self.runner.setup()
        await web.TCPSite(self.runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{self.runner.addresses[0][1]}/"
        return self

    async def __aexit__(self, *_error):
        await self.runner.cleanup()


@asynccontextmanager
async def bot_at(peer, token):
    """A bot whose Telegram is this peer."""
    async with Bot(
        token,
        base_url=peer.base_url,
        base_file_url=peer.base_file_url,
        request=HTTPXRequest(connect_timeout=PATIENCE_S, read_timeout=PATIENCE_S),
        get_updates_request=HTTPXRequest(
            connection_pool_size=2, connect_timeout=PATIENCE_S, read_timeout=PATIENCE_S
        ),
    ) as bot:
        yield bot


@pytest.fixture(autouse=True)
def _times_as_timedelta(monkeypatch):
    """The library warns of every 429 until it may answer with timedelta."""
    monkeypatch.setenv("PTB_TIMEDELTA", "true")


@pytest.fixture
async def bot(telegram):
    """A bot next to Telegram."""
    async with bot_at(telegram, telegram.token) as bot:
        yield bot


@pytest.fixture
async def far_bot(telegram, fault_proxy):
    """A bot that reaches Telegram through the fault proxy only."""
    async with bot_at(fault_proxy, telegram.token) as bot:
        yield bot


@pytest.fixture
async def call(telegram):
    """One call as JSON, without a library that would keep us from mistakes."""
    async with httpx.AsyncClient(base_url=f"{telegram.base_url}{telegram.token}/") as client:

        async def post(method, fields):
            return (await client.post(method, json=fields)).json()

        yield post


@pytest.fixture
async def webhook():
    """Where a bot would be called."""
    async with Webhook() as server:
        yield server

"""How Telegram is asked: what is answered, what is not, and what no error may tell."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from io import BytesIO

import pytest
from aiohttp import web
from telegram import Bot, InputFile
from telegram.error import NetworkError, TimedOut

from bot.channels.telegram import requesting
from bot.channels.telegram.requesting import Requests

TOKEN = "123:" + "nobody-has-it"
SENT = {
    "ok": True,
    "result": {"message_id": 5, "date": 1, "chat": {"id": 70, "type": "private"}},
}


@asynccontextmanager
async def telegram(answer):
    """A server that answers every call so; gives its address."""
    app = web.Application()
    app.router.add_route("*", "/{rest:.*}", answer)
    runner = web.AppRunner(app)
    await runner.setup()
    try:
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


@asynccontextmanager
async def bot_at(url, **settings):
    """A bot that asks there."""
    asks = Requests(2, **settings)
    await asks.initialize()
    bot = Bot(TOKEN, base_url=f"{url}/bot", request=asks, get_updates_request=Requests(1))
    try:
        yield bot
    finally:
        await asks.shutdown()


async def test_words_arrive_as_they_were_written():
    """In any script, and with signs that a form would take for its own."""
    heard = {}

    async def answer(request):
        heard.update(await request.json())
        return web.json_response(SENT)

    async with telegram(answer) as url, bot_at(url) as bot:
        sent = await bot.send_message(70, "水 & ماء = 1+1 %20")
    assert (heard["text"], sent.message_id) == ("水 & ماء = 1+1 %20", 5)


async def test_a_file_arrives_whole_beside_the_words():
    """As voice notes will be sent."""
    heard = {}

    async def answer(request):
        form = await request.post()
        heard.update(caption=form["caption"], voice=form["voice"].file.read())
        return web.json_response(SENT)

    async with telegram(answer) as url, bot_at(url) as bot:
        note = InputFile(BytesIO(b"\x00\xffOggS"), filename="note.ogg", attach=False)
        await bot.send_voice(70, note, caption="你好")
    assert heard == {"caption": "你好", "voice": b"\x00\xffOggS"}


async def test_no_answer_in_time_is_told_as_that():
    """It may have been done or not: whoever asked decides."""
    ends = asyncio.Event()

    async def answer(request):
        del request
        await ends.wait()
        return web.json_response(SENT)

    async with telegram(answer) as url, bot_at(url, read_timeout=0.05) as bot:
        with pytest.raises(TimedOut):
            await bot.send_message(70, "hello")
        ends.set()


async def test_a_server_that_is_away_is_an_error_that_does_not_tell_the_token():
    """The address of a call holds the token, and errors are logged."""
    async with bot_at("http://127.0.0.1:9") as bot:
        with pytest.raises(NetworkError) as caught:
            await bot.send_message(70, "hello")
    assert TOKEN not in repr(caught.value)
    assert caught.value.__cause__ is None


async def test_it_goes_nowhere_it_was_not_sent():
    """A server that points elsewhere gets no second call with the token in it."""
    calls = []

    async def answer(request):
        calls.append(request.path)
        raise web.HTTPTemporaryRedirect("/elsewhere")

    async with telegram(answer) as url, bot_at(url) as bot:
        with pytest.raises(NetworkError):
            await bot.send_message(70, "hello")
    assert calls == [f"/bot{TOKEN}/sendMessage"]


@pytest.mark.parametrize(
    ("host", "way"), [("api.example.org", "http://proxy.example:3128"), ("127.0.0.1", None)]
)
def test_the_proxy_of_the_machine_is_used_except_where_it_says_not(monkeypatch, host, way):
    """Where Telegram is blocked, a proxy is the only way to it."""
    monkeypatch.setenv("https_proxy", "http://proxy.example:3128")
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    requesting.proxy_for.cache_clear()
    assert requesting.proxy_for("https", host) == way
    requesting.proxy_for.cache_clear()


async def test_it_must_be_open():
    """Asking before or after is a mistake of ours."""
    with pytest.raises(RuntimeError, match="not open"):
        await Requests(1).do_request("http://127.0.0.1:9/", "POST")

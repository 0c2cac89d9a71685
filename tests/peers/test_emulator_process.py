"""The emulator as a process of its own, steered over HTTP."""

import asyncio
import sys

import httpx
import pytest

from tests.peers.telegram_emulator import TOKEN


@pytest.fixture
async def base_url():
    """The emulator in another process; its `base_url`, from its first line."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.peers.telegram_emulator", "0", stdout=asyncio.subprocess.PIPE
    )
    yield (await process.stdout.readline()).decode().strip()
    process.kill()
    await process.communicate()


async def test_updates_go_in_and_what_was_sent_comes_out(base_url):
    """Enough for a bench or a kill test to drive a bot in a third process."""
    person = {"id": 70, "is_bot": False, "first_name": "Mei"}
    message = {"chat": {"id": 70, "type": "private"}, "from": person, "text": "hello"}
    origin = base_url.removesuffix("/bot")
    async with httpx.AsyncClient() as client:
        update = {"token": TOKEN, "update": {"message": message}}
        injected = await client.post(f"{origin}/__fixture/updates", json=update)
        polled = await client.post(f"{base_url}{TOKEN}/getUpdates")
        for text in ("one", "two"):
            await client.post(f"{base_url}{TOKEN}/sendMessage", data={"chat_id": 70, "text": text})
        await client.post(f"{base_url}{TOKEN}/sendMessage", data={"chat_id": 70, "text": ""})
        sent = await client.get(f"{origin}/__fixture/sent", params={"after": 1})
        refused = await client.get(f"{origin}/__fixture/refusals")
    assert injected.json() == {"ok": True, "result": {"update_id": 1}}
    assert polled.json()["result"][0]["message"]["text"] == "hello"
    assert [one["message"]["text"] for one in sent.json()["result"]] == ["two"]
    assert [one["method"] for one in refused.json()["result"]] == ["sendMessage"]

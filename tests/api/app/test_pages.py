"""The machine's own pages: up, ready, counted, described."""

import asyncio
import base64
import hashlib
import re

import pytest

from api.app.application import create_app
from api.app.pages import is_ready
from api.auth.access import Environment
from api.database.engine import open_store
from api.database.migrate import upgrade
from tests.api.world import NOON, SETTINGS


async def test_the_process_is_up_whatever_the_database_does(http, store):
    """So that it is not restarted for somebody else's fault."""
    await store.close()
    assert (await http.get("/healthz")).json() == {"ok": True}
    assert (await http.get("/readyz")).status_code == 503


async def test_a_database_without_the_newest_schema_is_not_ready(http):
    """Here none was ever applied."""
    answer = await http.get("/readyz")
    assert (answer.status_code, answer.json()) == (503, {"ready": False})


def test_a_migrated_database_is_ready(tmp_path, keys):
    """With the newest revision there is; a migration runs an event loop of its own."""
    url = f"sqlite:///{tmp_path / 'linli.sqlite3'}"
    upgrade(url)

    async def ready():
        store = open_store(url, keys=keys)
        await store.open()
        try:
            return await is_ready(Environment(store, SETTINGS, lambda: NOON))
        finally:
            await store.close()

    assert asyncio.run(ready())


async def test_the_description_is_a_page_that_loads_nothing(http):
    """Every operation is a heading; no script, no picture, no style but the one it declares."""
    page = await http.get("/docs")
    policy = page.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'")
    assert "<h2><code>POST /v1/turns</code></h2>" in page.text
    assert not [word for word in ("<script", "src=", "http", "style=") if word in page.text]
    (style,) = re.findall(r"<style>(.*?)</style>", page.text)
    declared = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"style-src 'sha256-{declared}'" in policy


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_every_operation_is_described_in_words(store, engine_name):
    """By its docstring; its name says feature and verb, once."""
    paths = create_app(SETTINGS, store).openapi()["paths"]
    operations = [one for methods in paths.values() for one in methods.values()]
    assert all(one["description"] for one in operations)
    names = [one["operationId"] for one in operations]
    assert len(names) == len(set(names))

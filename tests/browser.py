"""The machine's own Chromium, for tests of pages; such tests are marked `full`.

Rule: a page that the browser complains of fails its test. `axe` and `scrolls_sideways` need
JavaScript. With LINLI_SCREENSHOTS=<folder> every `screenshot` is kept there to be looked at.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
import uvicorn
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, ConsoleMessage, Page, async_playwright, expect

from tests.parts import need

KEPT = os.environ.get("LINLI_SCREENSHOTS", "")  # read before tests lose sight of LINLI_*
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PHONE = {"width": 320, "height": 640}
DESK = {"width": 1280, "height": 900}
PATIENCE_MS = 30_000
"""How long a slow machine may take over one step, or to show what is expected of it."""
expect.set_options(timeout=PATIENCE_MS)

NewPage = Callable[..., Awaitable[Page]]
GONE: set[str] = set()
"""Addresses of servers that were stopped: a page left open may still ask one for a picture."""


@asynccontextmanager
async def chromium(*flags: str) -> AsyncIterator[Browser]:
    """Chromium with more flags than usual."""
    path = shutil.which("chromium") or ""
    need("Chromium", "apt-get install chromium", found=bool(path))
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=[*FLAGS, *flags])
        yield browser
        await browser.close()


def with_microphone(speech: Path) -> AbstractAsyncContextManager[Browser]:
    """Chromium with somebody who says what is in a WAV file, from its beginning at each recording.

    The browser never asks whether it may listen.
    """
    return chromium(
        "--use-fake-device-for-media-stream",
        "--use-fake-ui-for-media-stream",
        f"--use-file-for-fake-audio-capture={speech}%noloop",
    )


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    """Chromium, for one test."""
    async with chromium() as browser:
        yield browser


@pytest.fixture
async def new_page(browser: Browser) -> AsyncIterator[NewPage]:
    """Makes pages, each of a visitor of its own, with the options of Playwright's `new_context`.

    Nothing the browser complains of goes unseen.
    """
    complaints: list[str] = []

    def complain(message: ConsoleMessage) -> None:
        if message.type != "error" or "status of" in message.text:
            return
        if not any(message.location["url"].startswith(f"{url}/") for url in GONE):
            complaints.append(message.text)

    async def made(**options: object) -> Page:
        context = await browser.new_context(**{"viewport": DESK, **options})
        context.set_default_timeout(PATIENCE_MS)
        page = await context.new_page()
        page.on("console", complain)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        return page

    yield made
    assert complaints == [], "the browser complained"


@pytest.fixture
async def page(new_page: NewPage) -> Page:
    """One visitor's page, at the width of a desk."""
    return await new_page()


@asynccontextmanager
async def serving(app: object) -> AsyncIterator[str]:
    """An application on a free port of this machine; its address, without a slash at the end."""
    # The protocol is named so that asyncio sends small answers at once (TCP_NODELAY).
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.bind(("127.0.0.1", 0))
    listening.listen()  # a browser may come before the server does; it waits then
    config = uvicorn.Config(app, lifespan="off", log_level="warning", access_log=False)
    config.timeout_graceful_shutdown = 1
    server = uvicorn.Server(config)
    running = asyncio.create_task(server.serve(sockets=[listening]))
    url = f"http://127.0.0.1:{listening.getsockname()[1]}"
    GONE.discard(url)
    try:
        yield url
    finally:
        GONE.add(url)
        server.should_exit = True
        await running
        listening.close()


async def axe(page: Page) -> list[str]:
    """What stands in somebody's way on a page, by the rules of WCAG 2.2 and good practice."""
    found = await Axe().run(page, options={"resultTypes": ["violations"]})
    return [
        f"{one['id']}: {' '.join(map(str, node['target']))}: {node.get('failureSummary', '')}"
        for one in found.response["violations"]
        for node in one["nodes"]
    ]


async def scrolls_sideways(page: Page) -> bool:
    """Whether something on a page is wider than the screen."""
    root = "document.documentElement"
    return bool(await page.evaluate(f"{root}.scrollWidth > {root}.clientWidth"))


async def screenshot(page: Page, name: str) -> None:
    """Keep a picture of the whole page, where somebody wants to look at it."""
    if KEPT:
        await page.screenshot(path=Path(KEPT) / f"{name}.png", full_page=True)


async def in_nobodys_way(page: Page, name: str) -> None:
    """A page that is wholly within reach, and nothing of it runs off; its picture is kept."""
    await screenshot(page, name)
    assert (name, await axe(page)) == (name, [])
    assert not await scrolls_sideways(page), name


async def in_nobodys_way_either_way(page: Page, name: str) -> None:
    """The same from left to right and, as it will be in other languages, from right to left."""
    for direction in ("ltr", "rtl"):
        await page.evaluate(f"document.documentElement.dir = '{direction}'")
        await in_nobodys_way(page, f"{name}-{direction}")

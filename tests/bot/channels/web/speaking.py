"""Somebody in front of a microphone, and the sound of words made for a test."""

from __future__ import annotations

import pytest
from playwright.async_api import Page, expect

import locales
from accessibility.speech import spoken
from accessibility.voice.sound import Format, Manner
from accessibility.voice.speaker import Speaker
from tests.browser import with_microphone

SAYS = "Yes, I am safe."
WEBM = b"\x1aE\xdf\xa3"


async def sound_of(words: str, kind: Format, language: str = "en") -> bytes:
    """Words as a voice says them."""
    async with Speaker() as speaker:
        return await speaker.say(spoken(words, locales.catalog(language)), Manner(kind))


@pytest.fixture
async def browser(tmp_path):
    """Chromium with a microphone into which somebody says that they are safe."""
    path = tmp_path / "says.wav"
    path.write_bytes(await sound_of(SAYS, Format.WAV))
    async with with_microphone(path) as made:
        yield made


async def is_told(page: Page, words: str) -> None:
    """Wait until the recorder says something."""
    await expect(page.locator("#recorder-told")).to_contain_text(words)


async def runs(page: Page, seconds: int = 1) -> None:
    """Wait until the timer has come so far."""
    await expect(page.locator("#timer")).to_contain_text(f"0:0{seconds}")


async def records(page: Page, seconds: int = 1) -> None:
    """Record for some seconds and stop."""
    await page.locator("#record").click()
    await runs(page, seconds)
    await page.locator("#record").click()
    await is_told(page, "It is recorded.")

"""How listening and recording look: in each state nothing is in anybody's way, nor too small."""

from dataclasses import replace

import pytest

from tests.bot.channels.web.looking import clipped, small_targets
from tests.bot.channels.web.speaking import browser
from tests.bot.channels.web.standin import question, shown
from tests.bot.channels.web.test_chromium_looks import from_right_to_left
from tests.browser import DESK, axe, screenshot, scrolls_sideways

pytestmark = [pytest.mark.full, pytest.mark.timeout(300)]
__all__ = ["browser", "from_right_to_left"]

PHONE = {"width": 360, "height": 740}
STATES = ("idle", "recording", "recorded", "faulty")


async def comes_to(page, state):
    """The recorder in its next state, whatever its words are."""
    if state == "recording":
        await page.locator("#record").click()
        await page.locator("#voice[data-busy=recording]").wait_for()
    elif state == "recorded":
        await page.locator("#record").click()
        await page.locator("#voice[data-busy=recorded]").wait_for()
    elif state == "faulty":
        await page.locator("#discard-recorded").click()
        await page.locator("#upload summary").click()
        await page.locator("#send-recording").click()
        await page.locator("#voice-trouble").wait_for()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "zh-Hans", "ar"])
async def test_every_state_is_in_nobodys_way(
    stands, new_page, from_right_to_left, scheme, language
):
    """On a telephone and at a desk, light and dark, in both directions of writing."""
    alone, url = stands
    talk = shown("Hello", asks=question(), language=language)
    alone.talk = replace(talk, voice=True)
    page = await new_page(color_scheme=scheme, viewport=PHONE)
    await page.goto(f"{url}/chat")
    found = {}
    for state in STATES:
        await comes_to(page, state)
        for name, size in (("phone", PHONE), ("desk", DESK)):
            await page.set_viewport_size(size)
            case = f"web-voice-{scheme}-{language}-{state}-{name}"
            await screenshot(page, case)
            found[case] = (await axe(page), await scrolls_sideways(page))
    assert {case: faults for case, faults in found.items() if faults != ([], False)} == {}


async def test_nothing_of_it_is_clipped_or_too_small_to_hit(stands, new_page, from_right_to_left):
    """At 320 px, and with letters twice as large."""
    alone, url = stands
    page = await new_page(viewport={"width": 320, "height": 640})
    for language in ("en", "zh-Hans", from_right_to_left):
        talk = shown("Hello", asks=question(), language=language)
        alone.talk = replace(talk, voice=True)
        await page.goto(f"{url}/chat")
        for state in STATES:
            await comes_to(page, state)
            for size in ("100%", "200%"):
                await page.evaluate(f"document.documentElement.style.fontSize = '{size}'")
                case = (language, state, size)
                assert not await scrolls_sideways(page), case
                assert await clipped(page) == [], case
                assert await small_targets(page) == [], case
                await screenshot(page, f"web-voice-small-{language}-{state}-{size[:3]}")

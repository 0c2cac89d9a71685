"""Listening in a browser: one press plays one message; nothing plays that nobody asked for."""

import asyncio
from dataclasses import replace

import pytest
from playwright.async_api import expect

from accessibility.voice.sound import Format
from bot.channel import Said, Shown
from tests.bot.channels.web.looking import focused_id, tab_to
from tests.bot.channels.web.speaking import browser, runs, sound_of
from tests.bot.channels.web.standin import NOON, question, shown
from tests.browser import PATIENCE_MS, axe

pytestmark = pytest.mark.full
__all__ = ["browser"]

PLAYING = "[...document.querySelectorAll('audio')].filter(one => !one.paused).map(one => one.src)"
HEARD = "[...document.querySelectorAll('audio')].map(one => one.currentTime > 0)"


@pytest.fixture
async def heard(stands):
    """A page on which two messages can be heard, each of some seconds."""
    alone, url = stands
    mp3 = await sound_of("Please call one two zero at once. " * 3, Format.MP3)

    async def aloud(_shown, _prompt):
        return b"" if "aloud" in alone.failing else mp3

    alone.aloud = aloud
    await alone.open()
    alone.talk = talk(1)
    return alone, url


def talk(count, *, voice=False):
    """So many questions, one after the other."""
    asks = [question(f"Question {number}?") for number in range(count)]
    said = [
        Said("linli", one.text, NOON.replace(minute=number), one)
        for number, one in enumerate(asks)
    ]
    return Shown("en", tuple(said), asks[-1], waiting=False, voice=voice)


def arrives(alone, said):
    """Something is said to whoever has the page open."""
    alone.talk = said
    alone.channel._live.tell(alone.asked[-1])  # noqa: SLF001 - as sending does


async def is_so(page, script):
    """Wait until a script says yes; the page's own policy lets no script wait in it."""
    async with asyncio.timeout(PATIENCE_MS / 1000):
        while not await page.evaluate(script):  # noqa: ASYNC110 - the sound goes on in the browser
            await asyncio.sleep(0.05)


async def playing(page, count):
    """Wait until so many messages are heard."""
    await is_so(page, f"{PLAYING}.length === {count}")


async def test_a_message_is_played_by_one_press_and_ended_by_another(heard, page):
    """By keyboard; its words stand above it, and the player of the browser below."""
    _, url = heard
    await page.goto(f"{url}/chat")
    await tab_to(page, "Listen")
    await page.keyboard.press("Enter")
    await playing(page, 1)
    await expect(page.locator(".listen audio")).to_be_visible()
    assert await axe(page) == []
    await page.keyboard.press("Enter")
    await playing(page, 0)
    await expect(page.locator(".listen audio")).to_be_hidden()
    await page.keyboard.press("Space")
    await playing(page, 1)


async def test_one_message_is_heard_at_a_time(heard, page):
    """Two voices at once are none."""
    alone, url = heard
    alone.talk = talk(2)
    await page.goto(f"{url}/chat")
    for number in (0, 1):
        await page.locator(".listen summary").nth(number).click()
        await is_so(page, f"{HEARD}[{number}]")
    assert len(await page.evaluate(PLAYING)) == 1


async def test_a_voice_that_is_busy_is_said_at_the_message_and_asked_again(heard, page):
    """In plain words; a press later it is heard."""
    alone, url = heard
    alone.failing.add("aloud")
    await page.goto(f"{url}/chat")
    await page.locator(".listen summary").click()
    await expect(page.locator(".unheard")).to_contain_text("This cannot be said right now.")
    assert await axe(page) == []
    alone.failing.clear()
    await page.locator(".listen summary").click()
    await playing(page, 1)
    await expect(page.locator(".unheard")).to_be_hidden()


async def test_nothing_is_heard_that_nobody_asked_for(heard, page):
    """Though they want to be spoken to: the player of what is new waits for a press."""
    alone, url = heard
    alone.talk = talk(1, voice=True)
    await page.goto(f"{url}/chat")
    await expect(page.locator(".listen audio")).to_be_visible()
    await page.get_by_role("button", name="1 Yes").click()
    arrives(alone, talk(2, voice=True))
    await expect(page.locator(".listen audio")).to_have_count(2)
    await expect(page.locator(".listen audio").last).to_be_visible()
    assert await page.evaluate(HEARD) == [False, False]
    await page.locator(".listen summary").last.click()
    await playing(page, 1)
    await expect(page.locator(".listen audio").last).to_be_visible()


async def test_new_messages_play_for_who_asked_for_that_on_this_page(heard, page):
    """One after the other, while the page is open; the same button ends it at once."""
    alone, url = heard
    alone.talk = talk(1, voice=True)
    await page.goto(f"{url}/chat")
    button = page.get_by_role("button", name="Play new messages", exact=True)
    await button.click()
    await expect(button).to_have_attribute("aria-pressed", "true")
    assert await page.evaluate(HEARD) == [False]
    arrives(alone, talk(3, voice=True))
    await is_so(page, f"{HEARD}[1]")
    assert await focused_id(page) == "play-new"
    await page.locator("audio").nth(1).evaluate("one => { one.currentTime = one.duration }")
    await is_so(page, f"{HEARD}[2]")
    await button.click()
    await playing(page, 0)
    arrives(alone, talk(4, voice=True))
    await expect(page.locator(".listen audio")).to_have_count(4)
    assert not (await page.evaluate(HEARD))[3]


async def test_nothing_is_heard_into_a_recording(heard, page):
    """What plays stops, and what comes is silent."""
    alone, url = heard
    alone.talk = talk(1, voice=True)
    await page.goto(f"{url}/chat")
    await page.get_by_role("button", name="Play new messages").click()
    await page.locator(".listen audio").evaluate("one => one.play()")
    await playing(page, 1)
    await page.locator("#record").click()
    await runs(page)
    arrives(alone, talk(2, voice=True))
    await expect(page.locator(".listen audio")).to_have_count(2)
    await playing(page, 0)
    assert not (await page.evaluate(HEARD))[1]


async def test_what_somebody_said_themselves_can_be_heard_while_it_is_kept(heard, page):
    """Then its player goes by itself."""
    alone, url = heard
    line = Said("person", "a voice message", NOON.replace(hour=10), recording="r1")
    alone.talk = replace(talk(1), said=(line, *talk(1).said))
    await page.goto(f"{url}/chat")
    alone.recordings[alone.asked[-1], "r1"] = (await sound_of("Yes.", Format.OGG), "audio/ogg")
    await page.locator(".said.person summary").click()
    await is_so(page, f"{HEARD}[0]")
    alone.talk = replace(talk(2), said=(replace(line, recording=""), *talk(2).said))
    alone.channel._live.tell(alone.asked[-1])  # noqa: SLF001 - as sending does
    await expect(page.locator(".said.person summary")).to_have_count(0)


async def test_where_no_voice_speaks_nothing_pretends_to(heard, page):
    """It is said once, and no control leads nowhere."""
    alone, url = heard
    alone.voices.clear()
    alone.talk = shown("Hello", asks=question())
    await page.goto(f"{url}/chat")
    await expect(page.locator("#hearing")).to_contain_text("No voice here speaks this language")
    assert await page.locator(".listen, #play-new").count() == 0
    assert await axe(page) == []

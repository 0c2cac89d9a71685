"""A call in writing: the page hears that they wrote, and works without hearing it."""

import pytest

from accessibility.voice.sound import Format
from tests.bot.channels.web.speaking import sound_of
from tests.bot.desk.holding import call_id, takes_the_call
from tests.bot.desk.test_recordings import speaks
from tests.browser import PHONE, in_nobodys_way, serving

EVENTS = "text/event-stream"


async def seen(office, eva):
    """How many turns the page was made with, and where it hears of more."""
    page = eva.answer.text
    count = page.partition('data-seen="')[2].partition('"')[0]
    return f"/desk/calls/{await call_id(office)}/events?seen={count}"


async def test_an_event_comes_once_they_have_written_and_says_nothing_of_it(writing):
    """The page then fetches itself."""
    eva = await takes_the_call(writing)
    hears = await seen(writing, eva)
    await writing.say("Ann", "quillfeather")
    answer = await eva.client.get(hears)
    assert answer.headers["content-type"].startswith(EVENTS)
    assert "event: said" in answer.text
    assert "quillfeather" not in answer.text
    assert "quillfeather" in await eva.opens(f"/desk/calls/{await call_id(writing)}")


async def test_nobody_else_hears_anything(writing):
    """Neither another caller, nor who has not signed in."""
    eva = await takes_the_call(writing)
    hears = await seen(writing, eva)
    tom = await writing.at_the_desk("Tom")
    for answer in (await tom.client.get(hears), await writing.visitor().client.get(hears)):
        assert "event:" not in answer.text
        assert answer.status_code >= 400


async def test_listening_is_no_reading(writing):
    """The audit keeps who read what was said, and nobody did."""
    eva = await takes_the_call(writing)
    hears = await seen(writing, eva)
    before = await writing.actions(await call_id(writing))
    await writing.say("Ann", "hello")
    await eva.client.get(hears)
    assert await writing.actions(await call_id(writing)) == before


async def test_by_voice_there_is_nothing_to_hear(voice):
    """And no script that would."""
    eva = await takes_the_call(voice)
    assert "live.js" not in eva.answer.text
    assert "data-live" not in eva.answer.text


@pytest.mark.full
async def test_what_they_write_comes_by_itself_and_what_is_being_typed_stays(writing, page):
    """In a browser: the words appear, the focus and the half-written sentence are as they were."""
    async with serving(writing.whole.web) as url:
        await page.goto(url + await writing.link("Eva Lind"))
        await page.get_by_role("button", name="Sign in").click()
        await page.get_by_role("heading", name="Who needs a person").wait_for()
        await page.goto(f"{url}/desk/calls/{await call_id(writing)}")
        await page.get_by_role("button", name="Take this call").click()
        words = page.get_by_label("What you want to write")
        await words.press_sequentially("Good mor")
        await writing.say("Ann", "something for my baby")
        await page.locator(".log").get_by_text("something for my baby").wait_for()
        await page.get_by_role("status").get_by_text("There is something new").wait_for()
        assert await words.input_value() == "Good mor"
        assert await words.evaluate("it => it === document.activeElement")
        await in_nobodys_way(page, "desk-live")
        await writing.say("Ann", "and for me")
        await page.locator(".log").get_by_text("and for me").wait_for()
        await page.set_viewport_size(PHONE)
        await in_nobodys_way(page, "desk-live-phone")


@pytest.mark.full
async def test_a_voice_note_that_comes_meanwhile_is_there_to_be_heard(writing, page):
    """It is one press away the first time, for its place is new; what plays is not cut off."""
    async with serving(writing.whole.web) as url:
        await page.goto(url + await writing.link("Eva Lind"))
        await page.get_by_role("button", name="Sign in").click()
        await page.get_by_role("heading", name="Who needs a person").wait_for()
        await page.goto(f"{url}/desk/calls/{await call_id(writing)}")
        await page.get_by_role("button", name="Take this call").click()
        audio = await sound_of("I need my medicine today. " * 4, Format.OGG)
        await speaks(writing, "Ann", audio)
        more = page.locator("[data-live] a")
        await more.wait_for()
        await in_nobodys_way(page, "desk-live-spoken")
        await more.click()
        sounds = page.locator(".recordings audio")
        await sounds.first.evaluate("one => one.play()")
        await speaks(writing, "Ann", audio, number=2)
        await more.wait_for()
        assert not await sounds.first.evaluate("one => one.paused")
        await sounds.first.evaluate("one => one.pause()")
        await speaks(writing, "Ann", audio, number=3)
        await sounds.nth(2).wait_for()
        await in_nobodys_way(page, "desk-live-spoken-thrice")

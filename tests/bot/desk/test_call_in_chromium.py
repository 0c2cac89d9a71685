"""A call in a real browser: by keyboard, by number keys, without scripts, and cut off."""

import pytest

from api.vocabulary import Role
from tests.bot.desk.holding import call_id
from tests.bot.desk.office import PHONE as NUMBER
from tests.browser import PHONE, serving

pytestmark = pytest.mark.full


async def at_the_call(office, page, url, name="Eva Lind"):
    """A caller who signed in, with the page of the call there is before them."""
    await page.goto(url + await office.link(name, Role.CALLER))
    await page.get_by_role("button", name="Sign in").click()
    await page.get_by_role("heading", name="Who needs a person").wait_for()
    await page.goto(f"{url}/desk/calls/{await call_id(office)}")


async def sees(page, words):
    """The words are there to be said."""
    await page.locator(".say.theirs").get_by_text(words).wait_for()


async def tab_to(page, name):
    """Press Tab until what has that name has the focus; AssertionError when it never does."""
    named = """() => { const it = document.activeElement;
        return [it.innerText, ...[...(it.labels ?? [])].map(one => one.innerText)].join(' ') }"""
    for _ in range(80):
        await page.keyboard.press("Tab")
        if name in await page.evaluate(named):
            return
    raise AssertionError(f"Tab never reaches {name!r}")


async def tab_and_press(page, name):
    """As tab_to, and Enter."""
    await tab_to(page, name)
    await page.keyboard.press("Enter")


async def test_a_call_is_taken_spoken_and_closed_by_keyboard_alone(voice, page):
    """Tab and Enter reach everything, in an order that makes sense."""
    async with serving(voice.whole.web) as url:
        await at_the_call(voice, page, url)
        await tab_and_press(page, "Take this call")
        await page.get_by_text("This call is yours now").wait_for()
        await tab_and_press(page, "Show the whole number")
        await page.get_by_text(NUMBER).wait_for()
        await tab_and_press(page, "Yes, it is them")
        await sees(page, "good and safe time")
        await tab_and_press(page, "Yes, now is good")
        await sees(page, "When do you need it?")
        await tab_and_press(page, "Today")
        await sees(page, "Where is the help needed?")
        await tab_to(page, "What came of the call")
        await page.keyboard.press("a")
        await tab_and_press(page, "Close the call")
        await page.get_by_text("The call is closed.").wait_for()


async def test_number_keys_answer_and_can_be_switched_off(voice, page):
    """On the page, never in a field; 0 leads to the danger box and says nothing for anybody."""
    async with serving(voice.whole.web) as url:
        await at_the_call(voice, page, url)
        await page.get_by_role("button", name="Take this call").click()
        await sees(page, "Good day, my name is")
        await page.keyboard.press("1")
        await sees(page, "good and safe time")
        await page.keyboard.press("1")
        await sees(page, "When do you need it?")
        await page.keyboard.press("9")
        await sees(page, "How soon must it come?")
        await page.keyboard.press("0")
        focused = "document.activeElement.id"
        assert await page.evaluate(focused) == "danger"
        await page.get_by_label("Or their answer in words").press_sequentially("12")
        await sees(page, "How soon must it come?")
        await page.get_by_role("button", name="Answer by number keys").click()
        await page.keyboard.press("2")
        await page.reload()
        await page.keyboard.press("2")
        await sees(page, "How soon must it come?")
        assert await page.locator("[aria-keyshortcuts]").count() == 0
        await page.get_by_role("button", name="Answer by number keys").click()
        await page.keyboard.press("2")
        await sees(page, "Where is the help needed?")
    assert (await voice.actions(await call_id(voice))).count("answer") == 1


async def test_a_call_needs_no_script(voice, new_page):
    """From the first word to the next question, at the width of a telephone."""
    page = await new_page(java_script_enabled=False, viewport=PHONE)
    async with serving(voice.whole.web) as url:
        await at_the_call(voice, page, url)
        await page.get_by_role("button", name="Take this call").click()
        assert not await page.get_by_role("button", name="Answer by number keys").is_visible()
        await page.get_by_role("link", name="Yes, it is them").click()
        await page.get_by_role("link", name="Yes, now is good").click()
        await sees(page, "When do you need it?")
        await page.get_by_role("button", name="Today").click()
        await sees(page, "Where is the help needed?")
        await page.get_by_role("button", name="They are in danger").click()
        await page.get_by_text("Read this out now").wait_for()


async def test_a_browser_killed_in_the_middle_loses_nothing(voice, new_page):
    """Killed before it saw the next question: the next caller begins with that one."""
    async with serving(voice.whole.web) as url:
        page = await new_page()
        await at_the_call(voice, page, url)
        await page.get_by_role("button", name="Take this call").click()
        await page.goto(f"{url}/desk/calls/{await call_id(voice)}")
        await page.get_by_role("button", name="Today").click(no_wait_after=True)

        async def kept():
            return "answer" in await voice.actions(await call_id(voice))

        await voice.until(kept, "the answer")
        await page.context.close()
        boss = await voice.at_the_desk("Ida Berg")
        await boss.opens(f"/desk/calls/{await call_id(voice)}")
        await boss.presses("Put it back into the queue")
        await boss.presses("Take the next call")
        assert "Where is the help needed?" in await boss.opens(
            f"/desk/calls/{await call_id(voice)}"
        )

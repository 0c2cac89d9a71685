"""The page in a browser: by keyboard, without scripts, live, and when the network is away."""

import pytest
from playwright.async_api import expect

from tests.bot.channels.web.asking import FOOD
from tests.bot.channels.web.looking import asks, tab_to, tab_to_text
from tests.bot.channels.web.neighbourhood import Neighbourhood
from tests.browser import screenshot, serving

pytestmark = pytest.mark.full
EXIT = "https://weather.test/"
RECEIPT = "We have your request"


@pytest.fixture
async def served(tmp_path):
    """A neighbourhood at work, and the address of its page."""
    here = Neighbourhood(tmp_path, quick_exit=EXIT)
    await here.whole.open()
    here.whole.work()
    async with serving(here.whole.web) as url:
        yield here, url
        here.whole.let_go()
    await here.whole.close()


async def test_by_keyboard_alone_from_the_first_word_to_the_receipt(served, page):
    """Tab, Enter and Space; the focus is where the next answer is."""
    _, url = served
    await page.goto(f"{url}/chat")
    for number, answer in enumerate(FOOD):
        said = await page.locator(".said").count()
        if isinstance(answer, list):
            for label in answer:
                await tab_to(page, label)
                await page.keyboard.press("Space")
            await tab_to(page, "Send what I chose")
            await page.keyboard.press("Enter")
        elif await page.locator("#open button", has_text=answer).count():
            await tab_to(page, answer)
            await page.keyboard.press("Enter")
        else:
            await tab_to_text(page)
            await page.keyboard.type(answer)
            await page.keyboard.press("Enter")
        await expect(page.locator(".said.linli").last).not_to_contain_text("did not understand")
        await expect(page.locator(".said").nth(said + 1)).to_be_visible()
        if number == 4:
            await screenshot(page, "web-desk-urgency")
    await expect(page.locator("[role=log]")).to_contain_text(RECEIPT)
    await screenshot(page, "web-desk-receipt")


async def test_without_scripts_from_the_first_word_to_the_receipt(served, new_page):
    """Every answer is a plain form; the page opens at the question."""
    _, url = served
    page = await new_page(java_script_enabled=False, viewport={"width": 360, "height": 740})
    await page.goto(f"{url}/chat")
    for answer in FOOD:
        form = page.locator("#open")
        if isinstance(answer, list):
            for label in answer:
                await form.get_by_label(label).check()
            await form.get_by_role("button", name="Send what I chose").click()
        elif await form.get_by_role("button", name=answer).count():
            await form.get_by_role("button", name=answer).first.click()
        else:
            await form.locator("#text").fill(answer)
            await form.locator("#text").press("Enter")
        assert page.url.endswith("/chat#open")
    await expect(page.locator("[role=log]")).to_contain_text(RECEIPT)
    await screenshot(page, "web-phone-no-scripts")


async def test_what_a_neighbour_answers_arrives_without_a_reload(served, page, new_page):
    """Added to the log, so that a voice reads it out; on the volunteer's page just so."""
    here, url = served
    await here.add_group("Hongmei", 200, ["water"])
    await here.know_places()
    ann = await new_page(viewport={"width": 360, "height": 740})
    await ann.goto(f"{url}/me/{await here.volunteer('Ann', 'Hongmei')}")
    await expect(ann.locator(".quiet")).to_be_visible()
    await screenshot(ann, "web-volunteer-quiet")
    await page.goto(f"{url}/chat")
    await page.evaluate("window.stayed = true")
    await _ask_for_water(page)
    await asks(ann, "Can you help?")
    await screenshot(ann, "web-volunteer-offer")
    await ann.get_by_role("button", name="Yes, I will help").click()
    await expect(page.locator("[role=log]")).to_contain_text("Ann will help you")
    assert await page.evaluate("window.stayed") is True
    await expect(ann.locator("[role=log]")).to_contain_text("Door 4")
    await screenshot(ann, "web-volunteer-task")


async def _ask_for_water(page):
    for answer in FOOD:
        said = await page.locator(".said").count()
        if isinstance(answer, list):
            await page.get_by_label(answer[0]).check()
            await page.get_by_role("button", name="Send what I chose").click()
        elif await page.locator("#open button", has_text=answer).count():
            await page.locator("#open button", has_text=answer).first.click()
        else:
            await page.fill("#text", answer)
            await page.press("#text", "Enter")
        await expect(page.locator(".said").nth(said + 1)).to_be_visible()


async def test_the_focus_stays_where_the_next_answer_is_given(served, page):
    """Whoever types goes on typing; whoever pressed reads on at the new question."""
    _, url = served
    await page.goto(f"{url}/chat")
    await page.fill("#text", "1")
    await page.press("#text", "Enter")
    await asks(page, "Are you safe right now?")
    await expect(page.locator("#text")).to_be_focused()
    await expect(page.locator("#text")).to_have_value("")
    await page.fill("#text", "my words")
    await page.get_by_role("button", name="9 Say it again").click()
    await expect(page.locator(".said", has_text="Are you safe")).to_have_count(2)
    await expect(page.locator("#open")).to_be_focused()
    assert await page.input_value("#text") == "my words"


async def test_a_double_click_answers_one_question(served, page):
    """And the buttons at the top work again and again."""
    here, url = served
    await page.goto(f"{url}/chat")
    await page.get_by_role("button", name="1 English").dblclick()
    await asks(page, "Are you safe right now?")
    assert await here.kept() == 2
    for button, answer in (("#danger button", "How should a person"), (".languages", "中文：")):
        asked = page.locator(".said", has_text=answer)
        before = await asked.count()
        for count in (1, 2):
            await page.locator(button).click()
            await expect(asked).to_have_count(before + count)


async def test_the_whole_page_changes_with_the_language(served, page):
    """By the button at the top, at any question; the focus is at the question again."""
    _, url = served
    await page.goto(f"{url}/chat")
    await page.get_by_role("button", name="1 English").click()
    await asks(page, "Are you safe right now?")
    await page.get_by_role("button", name="Language 中文").click()
    await page.get_by_role("button", name="2 中文").click()
    await asks(page, "您现在安全吗")
    await expect(page.locator("html")).to_have_attribute("lang", "zh-Hans")
    await expect(page.locator("#open")).to_be_focused()

"""How the page looks: no rule of accessibility broken, light, dark, in both directions."""

import re

import pytest

import locales
from accessibility.prompt import Kind, Option
from locales.languages import directories
from tests.bot.channels.web.looking import clipped, small_targets
from tests.bot.channels.web.standin import question, shown
from tests.browser import axe, screenshot, scrolls_sideways

pytestmark = pytest.mark.full
ENTRY = """
[[language]]
code = "ar"
native_name = "العربية"
english_name = "Invented, from right to left"
direction = "rtl"
sms_alphabet = "ucs2"
voice = "ar"
review_state = "native"
reviewer = "nobody: this language is made by a test"
"""
LONG = "Washing, dressing or lifting, with Donaudampfschifffahrtsgesellschaftskapitänsmützen"
MANY = question(
    "What help do you need?",
    (Option("a", "Food", "1"), Option("b", LONG, "2"), Option("c", "A ride", "3")),
    Kind.MANY,
    also=(Option("d", "A repair"),),
    hint="Choose as many as you like.",
    optional=True,
)
TALK = (
    "Hello",
    "https://example.test/" + "a-very-long-address/" * 12,
    "You told us this:\nYou need: food\nWhere: Hongmei Road 12",
)


@pytest.fixture
def from_right_to_left(tmp_path):
    """A language that is written from right to left, made of English words."""
    source = directories()[0] / "en"
    (tmp_path / "ar").mkdir()
    for path in source.glob("*.ftl"):
        words = re.sub(r"(?m)^([\w.-]+ =)(?= \S)", r"\1 مرحبا", path.read_text("utf-8"))
        (tmp_path / "ar" / path.name).write_text(words, "utf-8")
    (tmp_path / "languages.toml").write_text(ENTRY, "utf-8")
    locales.add_directory(tmp_path)
    yield "ar"
    locales.forget_directory(tmp_path)


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_no_rule_of_accessibility_is_broken(stands, new_page, from_right_to_left, scheme):
    """A choice of many unfolded beside a code, a trouble, and a page that says one thing."""
    alone, url = stands
    page = await new_page(color_scheme=scheme, viewport={"width": 360, "height": 740})
    found = {}
    for language in ("en", from_right_to_left):
        alone.talk = shown(*TALK, asks=MANY, language=language)
        await page.goto(f"{url}/chat")
        await page.locator("[action^='/chat/code'] button").click()
        await page.locator(".code").wait_for()
        await page.locator("summary.option").click()
        found[language, "many"] = await axe(page)
        await screenshot(page, f"web-{scheme}-{language}-many")
        alone.talk = shown(*TALK, language=language)
        await page.locator("#open .line button").click()
        await page.locator(".trouble").wait_for()
        found[language, "trouble"] = await axe(page)
        await screenshot(page, f"web-{scheme}-{language}-trouble")
    await page.goto(f"{url}/me/unknown")
    found["notice"] = await axe(page)
    assert {name: faults for name, faults in found.items() if faults} == {}


async def test_nothing_is_wider_than_a_small_screen_or_too_small_to_hit(
    stands, new_page, from_right_to_left
):
    """At 320 px, and with letters twice as large; whatever was said, in whatever language."""
    alone, url = stands
    page = await new_page(viewport={"width": 320, "height": 640})
    for language in ("en", "zh-Hans", from_right_to_left):
        alone.talk = shown(*TALK, asks=MANY, language=language)
        for path in ("/chat", "/me/unknown"):
            await page.goto(f"{url}{path}")
            for size in ("100%", "200%"):
                await page.evaluate(f"document.documentElement.style.fontSize = '{size}'")
                case = (language, path, size)
                assert not await scrolls_sideways(page), case
                assert await clipped(page) == [], case
                assert await small_targets(page) == [], case
                await screenshot(page, f"web-{language}{path.replace('/', '-')}-{size[:3]}")


async def test_the_numbers_for_danger_stay_on_the_screen(stands, new_page):
    """However long the conversation is, at its end as at its beginning."""
    alone, url = stands
    alone.talk = shown(*TALK * 12, asks=question())
    page = await new_page(viewport={"width": 360, "height": 740})
    await page.goto(f"{url}/chat")
    for where in ("0", "document.body.scrollHeight"):
        await page.evaluate(f"scrollTo(0, {where})")
        assert await page.locator("#danger a").first.is_visible()
        box = await page.locator("#danger").bounding_box()
        assert 0 <= box["y"] < 300
        assert box["height"] < 200


async def test_what_is_chosen_shows_without_colours(stands, new_page):
    """In the colours a person forces on every page, borders and marks remain."""
    alone, url = stands
    alone.talk = shown(*TALK, asks=MANY)
    page = await new_page(forced_colors="active", viewport={"width": 360, "height": 740})
    await page.goto(f"{url}/chat")
    await page.locator(".option input").first.check()
    width = "e => getComputedStyle(e).borderTopWidth"
    widths = [await one.evaluate(width) for one in await page.locator("label.option").all()]
    assert widths[0] != widths[1] != "0px"
    await screenshot(page, "web-forced-colours")

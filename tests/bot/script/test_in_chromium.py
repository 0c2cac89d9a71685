"""The page of a script in a browser: nothing stands in anybody's way, at any width."""

import pytest

import locales
from accessibility.script import as_page
from tests.bot.desk.conftest import office
from tests.bot.script.composing import script_of
from tests.bot.script.test_pdf import HERE
from tests.browser import DESK, browser, in_nobodys_way, new_page, serving

__all__ = ["browser", "new_page", "office"]

NARROW = {"width": 360, "height": 740}
WIDTHS = {"narrow": NARROW, "wide": DESK}
KNOWN = {
    "name": "Mei",
    "phone": "+8613800138000",
    "may_leave": False,
    "answers": {"need": ("food",), "food_need": ("meal",), "where": ("12 Elm Road",)},
}
SCRIPTS = {
    "blank": ("ask", "zh-Hans", "en", "call_back", {}),
    "filled": ("ask", "zh-Hans", "en", "call_back", KNOWN),
    "arabic": ("ask", "ar", "zh-Hans", "incoming", {}),
    "follow_up": ("follow_up", "en", "en", "follow_up", {}),
}

pytestmark = pytest.mark.full


@pytest.fixture(autouse=True)
def arabic():
    """A language from right to left, as an operator adds one."""
    locales.add_directory(HERE / "arabic")
    yield
    locales.forget_directory(HERE / "arabic")


@pytest.mark.parametrize("name", SCRIPTS)
async def test_a_script_has_no_violation_and_never_scrolls_sideways(new_page, tmp_path, name):
    """As a file of its own, on a telephone and on a desk."""
    form, language, ours, kind, known = SCRIPTS[name]
    file = tmp_path / "script.html"
    file.write_text(as_page(script_of(form, language, ours, kind, **known)), "utf-8")
    for width, viewport in WIDTHS.items():
        page = await new_page(viewport=viewport)
        await page.goto(file.as_uri())
        await in_nobodys_way(page, f"script-{name}-{width}")


async def test_the_pages_of_the_desk_about_paper_have_no_violation(office, new_page):
    """Which script, the script itself with the style of the server, and the day sheet."""
    async with serving(office.whole.web) as address:
        for width, viewport in WIDTHS.items():
            page = await new_page(viewport=viewport)
            await page.goto(address + await office.link("Eva Lind"))
            await page.get_by_role("button", name="Sign in").click()
            await page.get_by_role("heading", name="Who needs a person").wait_for()
            for name in ("scripts", "day-sheet", "script?form=ask&language=zh-Hans&ours=en"):
                await page.goto(f"{address}/desk/{name}")
                await in_nobodys_way(page, f"desk-{name.partition('?')[0]}-{width}")

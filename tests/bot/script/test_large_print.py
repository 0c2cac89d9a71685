"""Large print is measured: every letter, every width, and no step in two pieces."""

import io
import re
from unicodedata import normalize

import pypdfium2
import pytest
from pypdfium2 import raw

import locales
from accessibility.script import NoPdf, as_page, as_pdf
from tests.bot.script.composing import script_of
from tests.bot.script.test_in_chromium import KNOWN, NARROW
from tests.bot.script.test_pdf import HERE, keep
from tests.browser import browser, in_nobodys_way, new_page
from tests.parts import need

__all__ = ["browser", "new_page"]

PT = 96 / 72
"""Pixels of a style sheet in a point."""
LETTERS, WORDS = 16 * PT, 20 * PT
"""Nothing is smaller than 16 pt, and what is read out is larger still."""
A_HAIR = 0.1
A4 = {"width": 688, "height": 1009}
"""Its page without margins, in pixels: 182 mm by 267 mm."""
PAIRS = {
    "blank_en": ("ask", "en", "en", "incoming", {}),
    "filled_zh_en": ("ask", "zh-Hans", "en", "call_back", KNOWN),
    "ar_en": ("ask", "ar", "en", "call_back", {}),
    "zh_for_an_arabic_caller": ("follow_up", "zh-Hans", "ar", "follow_up", {}),
}
SMALLEST = """() => {
  const small = {letters: 1e9, said: 1e9};
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const at = walk.currentNode.parentElement;
    if (!walk.currentNode.data.trim() || !at.getClientRects().length) continue;
    const size = parseFloat(getComputedStyle(at).fontSize);
    small.letters = Math.min(small.letters, size);
    if (at.closest('.words') && !at.closest('.hint')) small.said = Math.min(small.said, size);
  }
  return small;
}"""
CUT = """() => [...document.querySelectorAll('body *')]
  .filter(one => one.scrollWidth > one.clientWidth + 1)
  .filter(one => !getComputedStyle(one).display.startsWith('inline'))
  .map(one => `${one.tagName}.${one.className} ${one.scrollWidth} > ${one.clientWidth}`)"""
BROKEN = """() => [...document.querySelectorAll('.attempts td')]
  .filter(one => one.getBoundingClientRect().width < 140)
  .map(one => one.textContent)"""
"""Cells too narrow for a word: letters would stand below one another."""

pytestmark = pytest.mark.full


@pytest.fixture(scope="module", autouse=True)
def arabic():
    """A language from right to left, as an operator adds one."""
    locales.add_directory(HERE / "arabic")
    yield
    locales.forget_directory(HERE / "arabic")


def large(name):
    """A script in large print."""
    form, language, ours, kind, known = PAIRS[name]
    return script_of(form, language, ours, kind, large=True, **known)


@pytest.fixture(scope="module", params=PAIRS)
def paper(request, arabic):
    """The script and its PDF, kept where somebody wants to look at it."""
    script = large(request.param)
    try:
        content = as_pdf(script)
    except NoPdf as missing:
        need("What a PDF needs", str(missing), found=False)
        raise
    keep(content, f"large-{request.param}")
    document = pypdfium2.PdfDocument(io.BytesIO(content))
    yield script, document
    document.close()


def sizes(page):
    """The size of every letter that is printed on a page, in pixels, with the letter."""
    text = page.get_textpage()
    said = text.get_text_range()
    return [
        (raw.FPDFText_GetFontSize(text.raw, at), letter)
        for at, letter in zip(range(text.count_chars()), said, strict=False)
        if raw.FPDFText_GetFontSize(text.raw, at) > 1  # what is no letter has the size 1
    ]


def test_no_letter_on_paper_is_smaller_than_16_points(paper):
    """The foot of the page and every label, too."""
    _, document = paper
    small = [(size, letter) for page in document for size, letter in sizes(page)]
    assert min(size for size, _ in small) >= LETTERS - A_HAIR
    assert sum(size >= WORDS - A_HAIR for size, _ in small) > len(small) / 6


def test_nothing_on_paper_reaches_over_its_edge(paper):
    """Whatever is drawn lies within the page, and every page has something on it."""
    _, document = paper
    for number, page in enumerate(document):
        wide, high = page.get_size()
        text = page.get_textpage()
        boxes = [text.get_charbox(at) for at in range(text.count_chars())]
        assert boxes, number
        assert min(box[0] for box in boxes) >= 0
        assert max(box[2] for box in boxes) <= wide
        assert max(box[3] for box in boxes) <= high
        image = page.render(scale=0.5).to_pil().convert("L")
        margin = (
            image.crop((0, 0, 10, image.height)),
            image.crop((image.width - 10, 0, image.width, image.height)),
        )
        assert all(edge.getextrema() == (255, 255) for edge in margin), f"page {number} is cut"


def test_each_step_is_whole_on_one_page(paper):
    """From its heading over what is said to how it is answered and its last box."""
    script, document = paper
    if script.ours[1] == "rtl":
        _each_once_and_in_order(script, document)
        return
    pages = [squeezed(page.get_textpage().get_text_range()) for page in document]
    for row, following in zip(script.rows, [*script.rows[1:], None], strict=True):
        say = squeezed(row.heading + row.only_if + row.otherwise + script.words["say"])
        (rest,) = [text.partition(say)[2] for text in pages if say in text]
        if following:
            rest = rest.partition(squeezed(following.heading) + squeezed(following.only_if))[0]
        assert squeezed(row.how) in rest, row.heading
        assert all(squeezed(box.key) in rest for box in row.boxes), row.heading
        if row.boxes:
            assert squeezed(row.boxes[-1].words.ours or row.boxes[-1].words.theirs) in rest


def _each_once_and_in_order(script, document):
    """From right to left only headings can be read back: each is there once, in its order.

    Its lines stand as they are drawn, so that a step is on one page is seen in the browser only.
    """
    read = [normalize("NFKC", page.get_textpage().get_text_range()) for page in document]
    pages = [squeezed(text) for text in read]
    seen = [
        [number for number, text in enumerate(pages) if re.search(heading + r"(?!\d)", text)]
        for heading in (re.escape(squeezed(row.heading)) for row in script.rows)
    ]
    assert all(len(found) == 1 for found in seen)
    assert seen == sorted(seen)


def squeezed(words):
    """Words without the spaces between them: lines are broken anywhere."""
    return "".join(words.split())


@pytest.mark.parametrize("name", PAIRS)
async def test_the_page_is_large_at_every_width_and_nothing_is_cut(new_page, tmp_path, name):
    """On a telephone, on a desk, and as a browser would print it on A4."""
    file = tmp_path / "script.html"
    file.write_text(as_page(large(name)), "utf-8")
    for width, viewport in {"narrow": NARROW, "a4": A4, "desk": {**A4, "width": 1280}}.items():
        page = await new_page(viewport=viewport)
        await page.goto(file.as_uri())
        if width == "a4":
            await page.emulate_media(media="print")
        smallest = await page.evaluate(SMALLEST)
        assert smallest["letters"] >= LETTERS - A_HAIR
        assert smallest["said"] >= WORDS - A_HAIR
        assert await page.evaluate(CUT) == []
        assert await page.evaluate(BROKEN) == []
        if width != "a4":
            await in_nobodys_way(page, f"large-{name}-{width}")


@pytest.mark.parametrize("name", PAIRS)
async def test_a_browser_prints_it_without_parting_a_step(new_page, tmp_path, name):
    """Chromium's own PDF: no step is broken, as the style asks."""
    file = tmp_path / "script.html"
    file.write_text(as_page(large(name)), "utf-8")
    page = await new_page()
    await page.goto(file.as_uri())
    parted = await page.evaluate(
        "() => [...document.querySelectorAll('.step, .part, .stop, .say, .attempts, .check')]"
        ".filter(one => getComputedStyle(one).breakInside !== 'avoid').length"
    )
    assert parted == 0
    document = pypdfium2.PdfDocument(await page.pdf(format="A4", prefer_css_page_size=True))
    assert len(document) < 40
    document.close()

"""The script as a PDF: checked with two programs of others, and its letters are all there."""

import io
import os
from pathlib import Path

import outloud
import pdfua
import pikepdf
import pypdfium2
import pytest

import locales
from accessibility.script import NoPdf, as_pdf, pdf
from tests.bot.script.composing import script_of
from tests.parts import need

HERE = Path(__file__).parent
KEPT = os.environ.get("LINLI_SCREENSHOTS", "")  # read before tests lose sight of LINLI_*
RUNNING = "PAG-001"
"""outloud takes the page number at the foot of each page for a part of the text."""

PAIRS = {
    "en": ("follow_up", "en", "en"),
    "zh-Hans": ("ask", "zh-Hans", "en"),
    "ar": ("ask", "ar", "en"),
    "for_an_arabic_caller": ("person", "zh-Hans", "ar"),
}
SAID = {"en": "Did the help arrive?", "zh-Hans": "安全吗", "ar": "العربية"}

pytestmark = pytest.mark.full


@pytest.fixture(scope="module", autouse=True)
def arabic():
    """A language from right to left, as an operator adds one."""
    locales.add_directory(HERE / "arabic")
    yield
    locales.forget_directory(HERE / "arabic")


@pytest.fixture(scope="module", params=PAIRS)
def made(request, arabic):
    """The PDF of a script in a pair of languages; kept where somebody wants to look at it."""
    form, language, ours = PAIRS[request.param]
    try:
        content = as_pdf(script_of(form, language, ours, "call_back"))
    except NoPdf as missing:
        need("What a PDF needs", str(missing), found=False)
        raise
    keep(content, request.param)
    return language, content


def keep(content, name):
    """Pictures of its pages, in the folder that LINLI_SCREENSHOTS names."""
    document = pypdfium2.PdfDocument(content)
    for number, page in enumerate(document):
        image = page.render(scale=1.2).to_pil()
        assert len(image.convert("L").getcolors()) > 1, f"page {number} is empty"
        if KEPT:
            image.save(Path(KEPT) / f"script-{name}-{number + 1}.png")
    document.close()


def test_pdfua_finds_nothing(made, tmp_path):
    """Checked with pdfua, which knows a part of the rules."""
    file = tmp_path / "script.pdf"
    file.write_bytes(made[1])
    assert [str(one) for one in pdfua.validate(file).findings] == []


def test_outloud_finds_nothing_but_the_page_numbers(made, tmp_path):
    """Checked with outloud, which reads as a screen reader does."""
    file = tmp_path / "script.pdf"
    file.write_bytes(made[1])
    found = outloud.check(str(file))
    assert found.errors == 0
    assert {one.rule for one in found.findings} <= {RUNNING}


def test_every_font_is_inside_and_every_letter_has_its_text(made):
    """Otherwise another machine shows other letters, and nothing can be searched or read aloud."""
    with pikepdf.open(io.BytesIO(made[1])) as document:
        fonts = [one for one in document.objects if is_font(one)]
        assert fonts
        for font in fonts:
            below = font.DescendantFonts[0] if "/DescendantFonts" in font else font
            assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(below.FontDescriptor.keys())
            assert "/ToUnicode" in font


def is_font(one):
    """A font by which text is drawn; those below another one are a part of it."""
    return (
        isinstance(one, pikepdf.Dictionary)
        and one.get("/Type") == "/Font"
        and one.get("/Subtype") in ("/Type0", "/Type1", "/TrueType", "/Type3")
    )


def test_it_says_its_title_and_language_and_that_it_is_tagged(made):
    """The first things a screen reader says."""
    with pikepdf.open(io.BytesIO(made[1])) as document:
        root = document.Root
        assert bool(root.MarkInfo.Marked)
        assert bool(root.ViewerPreferences.DisplayDocTitle)
        assert str(root.Lang) in {"en", "ar"}
        assert str(document.docinfo.Title)


def test_each_passage_says_which_language_it_is_in(made):
    """So that a screen reader says it with the right voice: what is not marked is the caller's."""
    language, content = made
    with pikepdf.open(io.BytesIO(content)) as document:
        tags = [one for one in document.objects if isinstance(one, pikepdf.Dictionary)]
        marked = [one for one in tags if one.get("/S") in ("/BlockQuote", "/Span")]
        assert marked
        assert {str(one.get("/Lang")) for one in marked} == {language}


def test_the_words_can_be_read_out_of_it(made):
    """In the resident's own language."""
    language, content = made
    document = pypdfium2.PdfDocument(content)
    text = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    joined = "".join(text.split())
    assert "".join(SAID[language].split()) in joined or SAID[language][::-1] in joined


def test_large_print_is_larger():
    """More pages, because every letter needs more room."""
    small, large = (script_of("person", "en", large=large) for large in (False, True))
    pages = [len(pypdfium2.PdfDocument(as_pdf(one))) for one in (small, large)]
    assert pages[1] > pages[0]


def test_a_letter_that_no_font_has_makes_no_paper(monkeypatch):
    """Squares for words would be found out only on the telephone."""
    monkeypatch.setattr(pdf, "as_page", lambda _script: "<p lang=en>\U0001e800\U000f0000")
    with pytest.raises(NoPdf, match="fonts-noto-core"):
        as_pdf(script_of())

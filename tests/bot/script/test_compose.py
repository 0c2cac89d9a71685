"""What stands on a script and what never does, in every form, language and kind."""

import re
from pathlib import Path

import pytest

import locales
from accessibility.script import as_page, as_plain
from api.vocabulary import Accommodation
from bot.forms import FORMS
from bot.script import ScriptKind
from tests.bot.script.composing import script_of
from tests.bot.script.reading import Paper

HERE = Path(__file__).parent
LANGUAGES = ("en", "zh-Hans")
SECRETS = re.compile(
    r"\bPIN\b|\b(what is|tell me|say) your (card|password|identity)|您的(卡号|密码)"
)
PROGRAM = re.compile("computer program|自动程序")
OWN = {"name": "Mei <b>", "phone": "+8613800138000", "receipt": "48291573", "caller": "Eva"}


def text_of(**wanted):
    """A script as plain text."""
    return as_plain(script_of(**wanted))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_is_a_script_in_every_language_and_kind(form, language):
    """It asks for no card, password or identity paper, and nobody says that they are a program."""
    for kind in ScriptKind:
        text = text_of(form=form, language=language, ours="en", kind=kind.value)
        assert not SECRETS.search(text)
        assert not PROGRAM.search(text)
        assert "021 5555 0100" in text
        assert "120, 110" in text


def test_the_page_and_the_plain_text_say_the_same():
    """Every sentence of one stands in the other, so that braille lacks nothing."""
    script = script_of("ask", "zh-Hans", "en", "call_back")
    text = "".join(as_plain(script).split())
    paper = Paper(as_page(script))
    lacking = [
        said
        for step in paper.steps
        for said in (*step.say, step.how, *(word for box in step.boxes for word in box.words))
        if "".join(said.split()) not in text
    ]
    assert [one for one in lacking if one != "Say"] == []


@pytest.mark.parametrize(
    ("may", "there"), [(True, True), (None, True), (False, False)], ids=["marked", "blank", "no"]
)
def test_words_for_a_machine_are_there_only_where_a_message_may_be_left(may, there):
    """And then a first name and our number, nothing of Linli or the request."""
    text = text_of(kind="call_back", may_leave=may, caller="Eva", answers={"need": ("food",)})
    machine = text[text.rindex("A machine answers") :].partition("A relay operator")[0]
    assert ("Good day, this is Eva." in machine) is there
    assert ("Leave no message, unless" in machine) is (may is None)
    assert "Linli, where" not in machine


def test_only_who_rings_has_a_row_of_attempts():
    """Somebody who rings us is there already; and nobody says then that they ring."""
    assert "Each time you try" in text_of(kind="call_back")
    incoming = text_of(kind="incoming")
    assert "Each time you try" not in incoming
    assert "I am calling from" not in incoming


def test_a_follow_up_asks_only_how_it_went_and_whether_the_need_is_open():
    """With the numbers that these steps have on every other sheet of the form."""
    paper = Paper(as_page(script_of("follow_up", kind="follow_up")))
    assert [step.number for step in paper.steps] == [8, 9]
    assert "Do you still need this help?" in text_of(form="follow_up", kind="follow_up")


def test_what_is_known_is_filled_in_and_shown_as_it_was_said():
    """Words of a resident are never markup, whatever they hold."""
    answers = {"need": ("food", "other"), "food_need": ("meal",), "where": ("12 <i>Elm</i> Road",)}
    script = script_of("ask", **OWN, answers=answers, accommodations=(Accommodation.SLOW,))
    page, text = as_page(script), as_plain(script)
    assert "12 &lt;i&gt;Elm" in page
    assert "Mei &lt;b&gt;" in page
    for known in ("R 4829 1573", "needs more time", '12="12 <i>Elm</i> Road"', "5=16", "6=2"):
        assert known in text
    assert "Begin at step 13." in text
    (need,) = [step for step in Paper(page).steps if step.number == 5]
    assert [box.key for box in need.boxes if box.ticked] == ["1", "6"]


def test_a_blank_script_names_nobody():
    """It is printed by the hundred."""
    paper = Paper(as_page(script_of("ask", kind="call_back")))
    assert not [box for step in paper.steps for box in step.boxes if box.ticked]
    assert not [step.written for step in paper.steps if step.written]


def test_a_caller_of_the_same_language_reads_each_sentence_once():
    """Two columns of the same words would only be longer."""
    page = as_page(script_of("ask", "en", "en"))
    assert page.count("When do you need it?") == 1
    assert 'class="words ours"' not in page


def test_a_caller_from_right_to_left_has_a_page_from_right_to_left():
    """The words of the resident keep their own direction in it, and arrows point onwards."""
    locales.add_directory(HERE / "arabic")
    try:
        page = as_page(script_of("ask", "zh-Hans", "ar"))
    finally:
        locales.forget_directory(HERE / "arabic")
    assert '<html lang="ar" dir="rtl">' in page
    assert '<blockquote class="words theirs" lang="zh-Hans" dir="ltr">' in page
    assert "← " in page
    assert "→ " not in page

"""The renderers of a script: everything in it is shown, nothing in it is markup."""

from dataclasses import replace

import pytest

from accessibility.prompt import Kind, Option, Prompt, Sheet, Step
from accessibility.script import Box, Part, Said, Script, Sheets, Try, as_page, as_plain, style

NAMES = (
    "say read_out keep about attempts attempts_note attempt time what_came opening branches"
    " questions read_back read_back_do correct outcome answer_line answer_line_do example"
    " your_line check row receipt caller date choose_one choose_many write write_digits may_skip"
)
LABELS = {name: f"label {name}" for name in NAMES.split()}
STEPS = (
    Step(
        1,
        "need",
        Prompt("Which?", (Option("a", "<Apple>", "1"), Option("b", "Bread", "2")), kind=Kind.ONE),
        go_to=(("b", 3),),
    ),
    Step(2, "words", Prompt("Why?", kind=Kind.TEXT, optional=True, hint="Shortly."), item="Why"),
    Step(3, "phone", Prompt("Number?", kind=Kind.PHONE), "so", 0),
)


def sheets(**answers):
    """The same small sheet in one language, on both sides."""
    sheet = Sheet("f", "Form", "en", STEPS)
    headings = {number: f"Step {number}" for number in (1, 2, 3)}
    go_to = {number: f"on to {number}" for number in (0, 1, 2, 3)}
    return Sheets(sheet, sheet, go_to, headings, {3: "Only if so."}, {3: "Else end."}, answers)


def script(rows):
    """A whole script with one thing in each of its parts."""
    part = Part("Part <1>", ("note",), Said("Say it", "Means it"), (Box(Said("box"), "7"),), 1)
    return Script(
        "Title",
        "Kind",
        LABELS,
        ("zh-Hans", "ltr"),
        ("en", "ltr"),
        tuple(rows),
        part,
        (part,),
        (part,),
        (part,),
        (("Name", "<Mei>"), ("Phone", "")),
        ("head",),
        (("v=", "47"), ("1=", ""), ("c=", "")),
        "1=1 c=2",
        tries=(Try("1", ("morning", "noon", "evening", "busy")),),
        outcomes=("answered",),
        practice="PRACTICE.",
    )


@pytest.fixture
def rows():
    """The questions, with one box ticked and words written."""
    return tuple(sheets(need=("b",), words=("<because>",)).rows(LABELS))


def test_a_row_has_room_for_what_its_question_takes(rows):
    """Boxes, lines to write on, or one space a digit."""
    need, words, phone = rows
    assert [box.key for box in need.boxes] == ["1", "2"]
    assert (need.lines, words.lines, phone.cells) == (0, 2, 15)
    assert (words.hint, phone.hint) == (Said("Shortly."), None)
    assert words.how == "label write. label may_skip"


def test_a_row_tells_its_answer_in_words_and_where_it_leads(rows):
    """So that it can be read back; only an arrow that skips something is printed."""
    need, words, phone = rows
    assert [(box.ticked, box.go) for box in need.boxes] == [(False, ""), (True, "on to 3")]
    assert [row.told for row in (need, words, phone)] == ["Bread", "<because>", ""]
    assert (phone.only_if, phone.otherwise) == ("Only if so.", "Else end.")


def test_the_page_is_whole_in_one_file_unless_its_style_is_elsewhere(rows):
    """A file on a stick opens anywhere; a page of the server may not hold a style."""
    whole, apart = as_page(script(rows)), as_page(script(rows), "/style.css")
    assert style() in whole
    assert "http" not in whole
    assert "<style" not in apart
    assert '<link rel="stylesheet" href="/style.css">' in apart


def test_nothing_in_a_script_is_markup(rows):
    """Not a label, not a title, and not what a resident said."""
    page = as_page(script(rows))
    for words in ("Apple", "because", "Mei", "1"):
        assert f"<{words}>" not in page
        assert f"&lt;{words}&gt;" in page


def test_plain_text_has_every_part_and_no_empty_box_for_what_is_known(rows):
    """One thing a line, for a braille display."""
    text = as_plain(script(rows))
    for part in ("PRACTICE.", "Title", "head", "Part <1>", "  | Say it", "  | Means it"):
        assert part in text.splitlines()
    assert "  [x] 2 Bread -> on to 3" in text
    assert "  <because>" in text
    assert "v=47 1=____ c=____" in text
    assert text.endswith("label keep\n")


def test_two_languages_stand_side_by_side_only_where_they_differ(rows):
    """The second one is for the caller."""
    chinese = replace(Sheet("f", "表", "zh-Hans", STEPS))
    both = replace(sheets(), theirs=chinese)
    assert [row.say.ours for row in both.rows(LABELS)] == ["Which?", "Why?", "Number?"]
    assert [row.say.ours for row in rows] == ["", "", ""]

"""The workbooks of every form: accepted by pyxform and ODK Validate, and the same every time."""

import io
import shutil
import subprocess
from importlib.resources import files

import openpyxl
import pytest
from pyxform.validators import odk_validate

from bot.dialogue.xlsform import Sheets
from bot.forms import FORMS
from bot.xlsform import NO_DATE, written
from tests.odk import workbook, xform
from tests.parts import need

PAIRS = (("en",), ("zh-Hans",), ("zh-Hans", "en"), ("en", "zh-Hans"))
JAR = files(odk_validate) / "bin" / "ODK_Validate.jar"
VALID = "Xform is valid!"


def sheets(content):
    """The rows of each sheet, by its name and their columns."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    rows = {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}
    return {
        name: [dict(zip(head, cells, strict=True)) for cells in body]
        for name, (head, *body) in rows.items()
    }


def settings(content):
    """The only row of the sheet of settings."""
    (only,) = sheets(content)["settings"]
    return only


@pytest.mark.parametrize("languages", PAIRS, ids="+".join)
@pytest.mark.parametrize("form", FORMS)
def test_pyxform_accepts_every_form_in_every_pair_of_languages(form, languages):
    """Without a warning, which would be an error here."""
    assert f'id="linli_{form}"' in xform(form, languages)


@pytest.mark.full
def test_odk_validate_accepts_every_form_and_refuses_a_wrong_one(tmp_path):
    """The checker itself is called: asked by pyxform it may check nothing and say nothing."""
    need("Java", "apt-get install default-jre-headless", found=shutil.which("java"))
    for form in FORMS:
        for languages in PAIRS:
            path = tmp_path / f"{form}-{'-'.join(languages)}.xml"
            path.write_text(xform(form, languages), encoding="utf-8")
    assert _validated(*sorted(tmp_path.iterdir())) == (0, len(FORMS) * len(PAIRS))
    wrong = tmp_path / "wrong.xml"
    text = xform("ask", ("en",)).replace(
        "selected( /data/need , 'food')", "selected(/data/no, ", 1
    )
    wrong.write_text(text, encoding="utf-8")
    code, valid = _validated(wrong)
    assert code != 0
    assert valid == 0


def _validated(*paths):
    """How ODK Validate ended, and how many forms it called valid."""
    command = ["java", "-Djava.awt.headless=true", "-jar", JAR, *paths]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    return done.returncode, (done.stdout + done.stderr).count(VALID)


def test_the_same_form_is_the_same_file_with_the_same_version():
    """A form that is published again unchanged is no new version of it."""
    workbook.cache_clear()
    first = workbook("ask", ("en",))
    workbook.cache_clear()
    assert workbook("ask", ("en",)) == first
    assert openpyxl.load_workbook(io.BytesIO(first)).properties.created == NO_DATE
    assert settings(first)["form_id"] == "linli_ask"


def test_other_words_or_questions_are_another_version_of_the_same_form():
    """ODK takes a changed form only under a new version."""
    made = [settings(workbook("ask", languages)) for languages in PAIRS]
    assert {one["form_id"] for one in made} == {"linli_ask"}
    assert len({one["version"] for one in made}) == len(PAIRS)


def test_the_first_language_is_shown_first_and_each_is_named_by_its_speakers():
    """A caller of another language changes it in the menu of the program."""
    made = sheets(workbook("ask", ("zh-Hans", "en")))
    assert made["settings"][0]["default_language"] == "中文 (zh)"
    languages = {column.partition("::")[2] for column in made["choices"][0] if "::" in column}
    assert languages == {"中文 (zh)", "English (en)"}


def test_a_practice_form_says_so_first_and_is_never_mixed_up_with_a_real_one():
    """The line every practice message begins with, and an id of its own."""
    made = sheets(workbook("ask", ("en",), practice=True))
    first = next(one for one in made["survey"] if one["type"] == "note")
    assert first["label::English (en)"] == "PRACTICE. No real help comes from here."
    assert made["settings"][0]["form_id"] == "linli_practice_ask"


@pytest.mark.parametrize("text", ["=1+1", "https://example.org", "mailto:a@example.org", "007"])
def test_no_cell_is_a_formula_or_a_link(text):
    """What stands in a cell is what was written, whatever it begins with."""
    rows = ({"type": text},)
    (sheet, *_) = openpyxl.load_workbook(io.BytesIO(written(Sheets(rows, rows, rows))))
    cell = sheet["A2"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


def test_the_names_and_choices_are_the_codes_of_the_form():
    """What comes back needs no translation."""
    made = sheets(workbook("ask", ("en",)))
    names = [one["name"] for one in made["survey"]]
    asked = [question.name for question in FORMS["ask"].questions if not question.changes]
    assert [name for name in names if name in asked] == asked
    need_choices = [one["name"] for one in made["choices"] if one["list_name"] == "need"]
    assert need_choices == [*FORMS["ask"].question("need").codes, "person"]

"""The rows around the questions: what a caller must know, and what only paper asks."""

import re

import pytest

from bot.forms import FORMS
from tests.bot.test_xlsform import sheets
from tests.odk import Interviewer, workbook, xform

ENGLISH = "label::English (en)"
AROUND = {"stop", "doubt", "last"}
SAFE = {"known": "language_known consented", "safe_now": "no", "need": "person"}


def survey(form):
    """The rows of a form in English, by name."""
    return {row["name"]: row for row in sheets(workbook(form, ("en",)))["survey"]}


@pytest.mark.parametrize("form", FORMS)
def test_every_form_begins_with_what_to_do_in_danger_and_ends_with_what_is_not_done_yet(form):
    """Nothing on the telephone of whoever fills it in tells anybody by itself."""
    rows = survey(form)
    assert list(rows)[:4] == ["start", "end", "stop", "doubt"]
    assert "112" in rows["stop"][ENGLISH]
    assert "+86 21 5555 0100" in rows["stop"][ENGLISH]
    assert "hang up and call us: +86 21 5555 0100" in rows["doubt"][ENGLISH]
    assert list(rows)[-1] == "last"
    assert "Nobody was asked for help yet." in rows["last"][ENGLISH]


def test_who_is_not_safe_hears_the_numbers_and_the_caller_is_told_whom_to_call():
    """At once, on the next screen; and again when a person is asked for."""
    odk = Interviewer(xform("ask", ("en",)))
    odk.fill({**SAFE, "person": "danger"})
    told = ["safe_now_danger_card", "safe_now_tell", "person_danger_card", "person_tell"]
    assert [name for name in odk.shown if name not in AROUND] == told


def test_nothing_is_recorded_that_nobody_asked_for():
    """No number of the telephone, no name of its owner, no place where it is by itself."""
    kinds = {row["type"].split()[0] for form in FORMS for row in survey(form).values()}
    assert kinds == {
        *("start", "end", "note", "select_one", "select_multiple", "text", "geopoint", "time"),
        *("calculate", "end_group"),
    }
    pins = [row for form in FORMS for row in survey(form).values() if row["type"] == "geopoint"]
    assert pins
    assert {row["appearance"] for row in pins} == {"placement-map"}
    assert not [row for row in pins if row["required"]]


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_only_what_may_be_skipped_can_be_left_empty(form):
    """As in a conversation; whoever leaves another empty is told of the way to a person."""
    rows = survey(form.name)
    for question in form.questions:
        row = rows.get(question.name, {"required": None, "required_message::English (en)": None})
        must = not question.optional and not question.changes
        assert (row["required"] == "yes") == must
        assert ("0 for a person" in (row["required_message::English (en)"] or "")) == must


def test_what_the_words_of_an_offer_need_is_asked_of_whoever_fills_it_in():
    """A value that only the service knows is a field before the first question."""
    rows = survey("offer")
    assert "${about_leaves}" in rows["answer"][ENGLISH]
    assert list(rows).index("about_leaves") < list(rows).index("answer")


def test_everything_is_read_back_on_one_screen_before_it_is_confirmed():
    """The words before the lines, a line for each answer, the words after them."""
    rows = survey("ask")
    names = list(rows)
    lines = names[names.index("read_back_first") : names.index("sure") + 1]
    assert lines[1:-1] == [f"read_back_{q.name}" for q in FORMS["ask"].questions if q.about_help]
    assert rows["read_back_first"][ENGLISH] == "This is what you told us:"
    assert rows["read_back_need"][ENGLISH] == "You need: ${said_need}"
    assert rows["read_back_where"][ENGLISH] == "Where: ${where}"
    assert rows["sure"][ENGLISH] == "Is it right?"


def test_every_label_names_only_fields_of_the_form():
    """A field that is not there would be shown as nothing."""
    for form in FORMS:
        rows = survey(form)
        named = {
            n for row in rows.values() for n in re.findall(r"\$\{(\w+)\}", row[ENGLISH] or "")
        }
        assert named <= rows.keys()


@pytest.mark.parametrize(
    ("number", "allowed"),
    [("+86 138 0013 8000", True), ("(021) 5555-0100", True), ("0", True), ("call my son", False)],
)
def test_a_phone_number_looks_like_one(number, allowed):
    """Or it is 0, for a person."""
    rule = survey("ask")["phone"]["constraint"]
    assert bool(re.search(re.search(r"'(.*)'", rule).group(1), number)) == allowed


def test_another_form_that_comes_next_is_named():
    """Who wants something new is asked on the form for asking."""
    assert survey("follow_up")["what_ask"][ENGLISH] == "Now open the other form: Asking for help."
